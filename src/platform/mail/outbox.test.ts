import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '#config';
import { nobody } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { openLog } from '#platform/log/log.ts';
import { freshDatabase } from '#test/support/database.ts';
import { outbox, post, readMail, sendAgain } from './outbox.ts';
import { sendMails } from './send.ts';

const database = await freshDatabase();
const ctx = commandContext(database.primary, nobody, new Date('2026-11-22T15:00:00Z'), () => []);
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const to = (address: string) => ({ to: address, subject: 'Su cuenta', text: 'Hola.\n' });
const states = async () => Object.fromEntries((await outbox(ctx)).mails.map((mail) => [mail.to, mail.state]));

test('without a server a mail waits in the outbox and can be read', async () => {
  const id = await post(ctx, { ...to('espera@example.org'), subject: 'Uno\r\nBcc: otro@example.org' });
  await sendMails(house(undefined));
  expect(await readMail(ctx, id)).toMatchObject({ state: 'waiting', subject: 'Uno Bcc: otro@example.org', text: 'Hola.\n' });
});

test('what a mail says is sealed where it lies', async () => {
  const id = await post(ctx, { ...to('enlace@example.org'), text: 'Entre por aquí', html: '<a>Entre</a>' });
  const kept = await database.primary.selectFrom('outbox_mails').select(['text', 'html']).where('id', '=', id).executeTakeFirstOrThrow();
  expect(JSON.stringify(kept)).not.toContain('Entre');
  expect(await readMail(ctx, id)).toMatchObject({ text: 'Entre por aquí', html: '<a>Entre</a>' });
  await database.primary.deleteFrom('outbox_mails').where('id', '=', id).execute();
});

test('each waiting mail leaves once; a refused one says why; a lost connection leaves it unknown', async () => {
  const taken: string[] = [];
  const url = await smtp(taken);
  const refused = await post(ctx, to('nadie@example.org'));
  await post(ctx, to('corta@example.org'));
  await post(ctx, to('bien@example.org'));
  await sendMails(house(url));
  await sendMails(house(url));
  expect(taken.toSorted()).toEqual(['bien@example.org', 'corta@example.org', 'espera@example.org']);
  expect(await states()).toEqual({
    'espera@example.org': 'sent',
    'nadie@example.org': 'refused',
    'corta@example.org': 'unknown',
    'bien@example.org': 'sent',
  });
  expect((await readMail(ctx, refused)).error).toContain('550');
});

test('only a mail that certainly did not leave is sent again', async () => {
  const { mails } = await outbox(ctx);
  const idOf = (address: string) => mails.find((mail) => mail.to === address)!.id;
  expect(await sendAgain(ctx, idOf('corta@example.org'))).toMatchObject({ refused: 'mail.not_refused' });
  expect(await sendAgain(ctx, idOf('nadie@example.org'))).toEqual({ id: idOf('nadie@example.org') });
  expect((await states())['nadie@example.org']).toBe('waiting');
});

test('a server that does not answer leaves every mail waiting', async () => {
  await expect(sendMails(house('smtp://127.0.0.1:1'))).rejects.toThrow();
  expect((await states())['nadie@example.org']).toBe('waiting');
});

test('the outbox is searched without regard to accents', async () => {
  await post(ctx, { ...to('a@example.org'), subject: 'Invitación' });
  expect((await outbox(ctx, { search: 'invitacion' })).mails).toHaveLength(1);
});

function house(SMTP_URL: string | undefined) {
  return {
    config: readConfig({ SMTP_URL, LOG_LEVEL: 'silent' }),
    database,
    clock: () => ctx.now,
    log: openLog('silent'),
    vault: ctx.vault,
  };
}

/** A small server of the protocol (RFC 5321): refuses `nadie`, and hangs up after taking the message to `corta`. */
async function smtp(taken: string[]): Promise<string> {
  const server = createServer((socket) => {
    let reading = false;
    let recipient = '';
    socket.write('220 here\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (reading) {
          if (line !== '.') continue;
          reading = false;
          taken.push(recipient);
          if (recipient.startsWith('corta')) return void socket.destroy();
          socket.write('250 kept\r\n');
        } else if (line.startsWith('RCPT')) {
          recipient = /<(.*)>/.exec(line)![1]!;
          socket.write(recipient.startsWith('nadie') ? '550 no such mailbox\r\n' : '250 ok\r\n');
        } else if (line === 'DATA') {
          reading = true;
          socket.write('354 go on\r\n');
        } else {
          socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        }
      }
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
