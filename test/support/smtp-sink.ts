import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Where in a conversation the sink is; `body`: in the middle of a message; `taken`: after its final dot, before the answer. */
export type Stage = 'connect' | 'mail' | 'rcpt' | 'data' | 'body' | 'taken';

export interface Taken {
  readonly from: string;
  readonly to: string;
  readonly data: string;
}

/** What the sink does at a stage: a reply of its own, hanging up, or nothing special. It may take its time. */
export type Whim = (stage: Stage, about: { to: string; from: string }) => string | 'cut' | undefined | Promise<string | 'cut' | undefined>;

export interface Sink {
  readonly url: string;
  /** What it took, in the order in which it did. */
  readonly taken: Taken[];
  whim: Whim;
  close(): void;
}

/** A server of the protocol (RFC 5321) with pipelining, that keeps what it takes and misbehaves when it is told to. */
export async function openSink({ port = 0, keep = true }: { port?: number; keep?: boolean } = {}): Promise<Sink> {
  const taken: Taken[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    void converse(socket, sink, taken, keep).catch(() => socket.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const sink: Sink = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    whim: () => undefined,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return sink;
}

const usual: Readonly<Record<Stage, string>> = {
  connect: '220 sink',
  mail: '250 2.1.0 ok',
  rcpt: '250 2.1.5 ok',
  data: '354 go on',
  body: '',
  taken: '250 2.0.0 kept',
};

async function converse(socket: Socket, sink: Sink, taken: Taken[], keep: boolean): Promise<void> {
  let from = '';
  let to = '';
  let heard = '';
  const answer = async (stage: Stage): Promise<boolean> => {
    const said = (await sink.whim(stage, { to, from })) ?? usual[stage];
    if (said === 'cut') {
      socket.destroy();
      return false;
    }
    if (said !== '') socket.write(`${said}\r\n`);
    return said === usual[stage] || said === '';
  };
  let reading = false;
  if (!(await answer('connect'))) return;
  for await (const chunk of socket.setEncoding('latin1') as AsyncIterable<string>) {
    heard += chunk;
    if (reading && !heard.startsWith('.\r\n') && !(await answer('body'))) return;
    for (;;) {
      if (reading) {
        const end = heard.startsWith('.\r\n') ? -2 : heard.indexOf('\r\n.\r\n');
        if (end === -1) break;
        const data = heard.slice(0, Math.max(0, end));
        heard = heard.slice(end + 5);
        reading = false;
        // It has it from here on, whatever it says.
        if (data !== '') taken.push({ from, to, data: keep ? data : '' });
        if (!(await answer('taken')) && socket.destroyed) return;
        continue;
      }
      const end = heard.indexOf('\r\n');
      if (end < 0) break;
      const line = heard.slice(0, end);
      heard = heard.slice(end + 2);
      const command = line.slice(0, 4).toUpperCase();
      if (command === 'EHLO') socket.write('250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 50000000\r\n');
      else if (command === 'MAIL') {
        from = /<(.*)>/.exec(line)?.[1] ?? '';
        to = '';
        await answer('mail');
      } else if (command === 'RCPT') {
        const asked = /<(.*)>/.exec(line)?.[1] ?? '';
        to = asked;
        if (!(await answer('rcpt'))) to = '';
      } else if (command === 'DATA') {
        if (to === '') socket.write('503 5.5.1 nobody to send it to\r\n');
        else reading = await answer('data');
      } else if (command === 'QUIT') {
        socket.end('221 bye\r\n');
        return;
      } else socket.write('250 ok\r\n');
      if (socket.destroyed) return;
    }
  }
}
