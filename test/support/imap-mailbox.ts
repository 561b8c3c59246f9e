import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface Mailbox {
  readonly url: string;
  readonly mails: { source: string; seen: boolean }[];
  close(): void;
}

/** A mailbox that speaks as much of IMAP4rev1 (RFC 3501) as reading what is unread takes: one folder, one user, no TLS. */
export async function openMailbox(password = 'clave'): Promise<Mailbox> {
  const mails: { source: string; seen: boolean }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let heard = '';
    socket.write('* OK [CAPABILITY IMAP4rev1 UIDPLUS] ready\r\n');
    socket.on('data', (part) => {
      heard += part.toString('latin1');
      for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
        const line = heard.slice(0, end);
        heard = heard.slice(end + 2);
        socket.write(answer(line, mails, password));
        if (/^\S+ LOGOUT/i.test(line)) socket.end();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `imap://rebotes:${password}@127.0.0.1:${(server.address() as AddressInfo).port}/INBOX`,
    mails,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function answer(line: string, mails: { source: string; seen: boolean }[], password: string): string {
  const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
  const done = (said = '', code = 'OK') => `${said}${tag} ${code} done\r\n`;
  const verb = command.toUpperCase();
  if (verb.startsWith('CAPABILITY')) return done('* CAPABILITY IMAP4rev1 UIDPLUS\r\n');
  if (verb.startsWith('LOGIN')) return done('', command.includes(password) ? 'OK' : 'NO');
  if (verb.startsWith('LIST') || verb.startsWith('LSUB')) return done('* LIST () "/" INBOX\r\n');
  if (verb.startsWith('SELECT') || verb.startsWith('EXAMINE'))
    return done(
      `* FLAGS (\\Seen)\r\n* ${mails.length} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT ${mails.length + 1}] ok\r\n`,
    );
  if (verb.startsWith('UID SEARCH')) return done(`* SEARCH${mails.map(({ seen }, at) => (seen ? '' : ` ${at + 1}`)).join('')}\r\n`);
  const [, uid = '0'] = /^UID (?:FETCH|STORE) (\d+)/.exec(verb) ?? [];
  const mail = mails[Number(uid) - 1];
  if (verb.startsWith('UID FETCH') && mail) {
    const size = Buffer.byteLength(mail.source);
    return done(`* ${uid} FETCH (UID ${uid} BODY[]<0> {${size}}\r\n${mail.source})\r\n`);
  }
  if (verb.startsWith('UID STORE') && mail) mail.seen = true;
  return done();
}
