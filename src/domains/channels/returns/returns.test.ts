import { createTransport } from 'nodemailer';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#config';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { openMailbox } from '#test/support/imap-mailbox.ts';
import { openMailingDesk } from '#test/support/mailing-desk.ts';
import { complained, notDelivered } from '#test/support/returned-mail.ts';
import { openSink } from '#test/support/smtp-sink.ts';
import { closeAtTheEnd } from '#test/support/closing.ts';
import { bounceAddress } from '../verp.ts';
import { readMailbox } from './imap-intake.ts';
import { stopRefused } from './refused-addresses.ts';
import { returnsFilterInput } from './returns.input.ts';
import { listReturns, takeReturn, takeTold } from './returns.ts';
import { openReturnIntake } from './smtp-intake.ts';

const sink = await openSink();
const desk = await openMailingDesk({ SMTP_URL: sink.url, BOUNCE_DOMAIN: 'rebotes.puertoclaro.gov.co' });
closeAtTheEnd(async () => sink.close());
const db = desk.database.primary;
const { vault } = desk.app;
let mailing: number;

const ctx = () => commandContext(db, system, desk.app.clock(), () => [], vault);
const addressOf = async (mail: string) => {
  const { id } = await db
    .selectFrom('mailing_recipients')
    .select('id')
    .where('mailing_id', '=', mailing)
    .where('address', '=', mail)
    .executeTakeFirstOrThrow();
  return bounceAddress(vault, 'rebotes.puertoclaro.gov.co', id);
};
const stateOf = async (mail: string) => {
  const recipient = await db
    .selectFrom('mailing_recipients')
    .select('state')
    .where('mailing_id', '=', mailing)
    .where('address', '=', mail)
    .executeTakeFirstOrThrow();
  const contact = await db.selectFrom('contacts').select(['stopped', 'purposes']).where('email', '=', mail).executeTakeFirstOrThrow();
  return { state: recipient.state, ...contact };
};
const take = (raw: string, to: readonly string[] = []) => takeReturn(ctx(), Buffer.from(raw), { means: 'smtp', to });

beforeAll(async () => {
  await desk.invite(9);
  mailing = await desk.start();
  await desk.work();
}, 60_000);

describe('what comes back', () => {
  test('for good stops that address at once', async () => {
    expect(await take(notDelivered(await addressOf('c1@x.co')))).toBe('hard');
    expect(await stateOf('c1@x.co')).toEqual({ state: 'bounced', stopped: true, purposes: ['boletin'] });
  });

  test('for now is counted, and stops it after five in thirty days', async () => {
    const to = await addressOf('c2@x.co');
    for (const _ of [1, 2, 3, 4]) expect(await take(notDelivered(to, { status: '4.2.2' }))).toBe('soft');
    expect(await stateOf('c2@x.co')).toMatchObject({ state: 'bounced', stopped: false });
    await take(notDelivered(to, { status: '5.2.2' }));
    expect((await stateOf('c2@x.co')).stopped).toBe(true);
  });

  test('long ago is not counted any more', async () => {
    const to = await addressOf('c3@x.co');
    for (const _ of [1, 2, 3, 4]) await take(notDelivered(to, { status: '4.2.2' }));
    desk.pass(31 * 24 * 60);
    await take(notDelivered(to, { status: '4.2.2' }));
    expect((await stateOf('c3@x.co')).stopped).toBe(false);
  });

  test('as a complaint stops it and takes back what was agreed to', async () => {
    expect(await take(complained(await addressOf('c4@x.co')))).toBe('complaint');
    expect(await stateOf('c4@x.co')).toEqual({ state: 'complained', stopped: true, purposes: [] });
    expect(await take(complained(await addressOf('c5@x.co'), 'not-spam'))).toBe('other');
    expect((await stateOf('c5@x.co')).stopped).toBe(false);
  });

  test('twice is taken in once', async () => {
    const raw = notDelivered(await addressOf('c6@x.co'), { status: '4.2.2', id: 'la-misma' });
    expect([await take(raw), await take(raw)]).toEqual(['soft', 'known']);
  });

  test('with an address that we did not make says of nobody', async () => {
    const made = (await addressOf('c7@x.co')).replace(/-[0-9a-f]{20}@/, `-${'0'.repeat(20)}@`);
    expect(await take(notDelivered(made))).toBe('hard');
    expect(await stateOf('c7@x.co')).toMatchObject({ state: 'accepted', stopped: false });
    const { returns } = await listReturns(desk.as('editor'), returnsFilterInput.parse({ kind: 'hard' }));
    expect(returns[0]).toMatchObject({ address: null, contact: null, done: 'noted', status: '5.1.1' });
  });

  test('is found by address, by code and by mailing', async () => {
    const found = async (q: string) => (await listReturns(desk.as('editor'), returnsFilterInput.parse({ q }))).count;
    expect([await found('c1@x.co'), await found('4.2.2'), await found('noviembre'), await found('nadie')]).toEqual([1, 10, 14, 0]);
  });

  test('is told as an event, without a word of whose it was', async () => {
    const told = await db.selectFrom('events').select(['name', 'payload']).where('name', '=', 'return.taken').execute();
    expect(told.length).toBeGreaterThan(10);
    expect(JSON.stringify(told)).not.toContain('@x.co');
  });
});

test('a provider tells it by its webhook, once each', async () => {
  const events = [
    { id: 'e1', recipient: await addressOf('c8@x.co'), kind: 'bounce' as const, status: '5.1.1', says: 'no such user' },
    { id: 'e2', recipient: 'a@example.org', kind: 'complaint' as const, says: '' },
  ];
  expect(await takeTold(ctx(), { events })).toEqual({ taken: 2 });
  expect(await takeTold(ctx(), { events })).toEqual({ taken: 0 });
  expect((await stateOf('c8@x.co')).stopped).toBe(true);
});

const app = (env: Record<string, string>) => ({ ...desk.app, config: readConfig(env) });

test('by its own server: only for addresses of ours, however large, taken once it is written', async () => {
  expect(await openReturnIntake(app({}))).toBeUndefined();
  const intake = (await openReturnIntake(app({ BOUNCE_SMTP_PORT: '0', BOUNCE_SMTP_HOST: '127.0.0.1' })))!;
  closeAtTheEnd(() => intake.close());
  const send = (to: string, raw: string) =>
    createTransport({ host: '127.0.0.1', port: intake.port, ignoreTLS: true })
      .sendMail({ envelope: { from: '', to }, raw })
      .then(
        () => 'taken',
        (cause: Error & { responseCode?: number }) => cause.responseCode,
      );
  const to = await addressOf('c9@x.co');
  // The address that it came to is enough, whatever the mail says.
  expect(await send(to, notDelivered('otra@example.org'))).toBe('taken');
  expect((await stateOf('c9@x.co')).stopped).toBe(true);
  expect(await send('nadie@puertoclaro.gov.co', notDelivered(to))).toBe(550);
  expect(await send('complaints@puertoclaro.gov.co', complained(await addressOf('c7@x.co')))).toBe('taken');
  expect((await stateOf('c7@x.co')).state).toBe('complained');
  expect(await send(to, `${notDelivered(to, { status: '4.2.2' })}${'x'.repeat(700_000)}`)).toBe('taken');
});

test('by a mailbox: what is unread is taken in and marked read', async () => {
  const mailbox = await openMailbox();
  closeAtTheEnd(async () => mailbox.close());
  expect(await readMailbox(app({}))).toBe(0);
  mailbox.mails.push(
    { source: notDelivered(await addressOf('c5@x.co')), seen: false },
    { source: 'Subject: Hola\r\n\r\nHola\r\n', seen: true },
  );
  expect(await readMailbox(app({ BOUNCE_IMAP_URL: mailbox.url }))).toBe(1);
  expect(mailbox.mails[0]!.seen).toBe(true);
  expect((await stateOf('c5@x.co')).stopped).toBe(true);
  expect(await readMailbox(app({ BOUNCE_IMAP_URL: mailbox.url }))).toBe(0);
});

test('what a server said while a mailing left stops the address that it does not have, and no other', async () => {
  await desk.invite(3, 21);
  sink.whim = (stage, { to }) =>
    stage !== 'rcpt'
      ? undefined
      : to.startsWith('c21@')
        ? '550 5.1.1 no such user'
        : to.startsWith('c22@')
          ? '550 5.7.1 not today'
          : undefined;
  mailing = await desk.start();
  await desk.work();
  sink.whim = () => undefined;
  await stopRefused.react(ctx(), {
    id: 1,
    name: 'mailing.finished',
    subject_type: 'mailing',
    subject_id: String(mailing),
    payload: {},
    actor_id: null,
    happened_at: desk.app.clock(),
  });
  expect(await stateOf('c21@x.co')).toMatchObject({ state: 'bounced', stopped: true });
  expect(await stateOf('c22@x.co')).toMatchObject({ state: 'bounced', stopped: false });
  expect(await stateOf('c23@x.co')).toMatchObject({ state: 'accepted', stopped: false });
});
