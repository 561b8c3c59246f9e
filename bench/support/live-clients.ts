import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Pages that listen, in a process of their own. Forked with `PORT PATH`: told `{ many, cookies }` it has so many connected and says so; told
 * `{ round }` it waits until the text `round` came to all and says, in nanoseconds of the machine's clock, when to each.
 */
const [port, path] = [Number(process.argv[2]), process.argv[3] ?? '/'];
const atATime = 50;
let connected = 0;
let expected = '';
let came: bigint[] = [];

process.on('message', (asked: { many: number; cookies: string[] } | { round: string }) => {
  if ('round' in asked) {
    [expected, came] = [asked.round, []];
    process.send!({ ready: true });
    return;
  }
  void (async () => {
    while (connected < asked.many) {
      const begin = connected;
      const next = Array.from({ length: Math.min(atATime, asked.many - begin) }, (_, at) => open(asked.cookies, begin + at));
      await Promise.all(next);
      connected += next.length;
    }
    await delay(500);
    process.send!({ connected });
  })().catch((err: unknown) => {
    process.send!({ failed: String(err) });
  });
});
process.on('disconnect', () => process.exit());

function open(cookies: readonly string[], at: number): Promise<void> {
  return new Promise((opened, failed) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.once('error', failed);
    socket.once('close', () => failed(new Error('a stream was closed')));
    socket.on('data', (part) => {
      const text = part.toString('latin1');
      if (expected !== '' && text.includes(expected)) return hear();
      if (connected > at) return;
      heard += text;
      if (heard.startsWith('HTTP/1.1') && !heard.startsWith('HTTP/1.1 200')) failed(new Error(heard.slice(0, 60)));
      if (heard.includes(': open')) opened();
    });
    const cookie = cookies.length > 0 ? `cookie: ${cookies[at % cookies.length]}\r\n` : '';
    socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${cookie}\r\n`);
  });
}

function hear(): void {
  came.push(process.hrtime.bigint());
  if (came.length < connected) return;
  process.send!({ came: came.map(String) });
  expected = '';
}
