import { EventEmitter, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openLog } from '#platform/log/log.ts';
import { closeAtTheEnd } from '#test/support/closing.ts';
import type { LiveNotice } from './listener.ts';
import { Streams, streamsOfOne, type Guard } from './streams.ts';

const open: Guard = { guarded: () => [], secret: () => Promise.resolve([]) };
const log = openLog('silent');

/** Streams of one process on a real port; `who` in the address says who listens, and nobody called «nobody» hears secrets. */
async function process(guard: Guard = open) {
  const source = new EventEmitter<{ live: [LiveNotice]; gap: [] }>();
  const streams = new Streams(source, guard, log);
  const asked: string[] = [];
  const server = createServer((incoming, outgoing: ServerResponse) => {
    const query = new URL(incoming.url!, 'http://house').searchParams;
    if (!query.has('topic')) return void outgoing.end('a page');
    const who = query.get('who') ?? 'somebody';
    const hears = (topic: string) => {
      asked.push(`${who} ${topic}`);
      return Promise.resolve(who !== 'nobody');
    };
    const whose = query.get('whose') ?? undefined;
    if (!streams.open(incoming, outgoing, query.getAll('topic'), { who, whose, hears })) outgoing.writeHead(429).end('id: too many');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closeAtTheEnd(async () => {
    streams.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const { port } = server.address() as AddressInfo;
  return { source, streams, asked, port, tell: (id: number, topic = 'units') => source.emit('live', { topic, event: 'unit.added', id }) };
}

async function listen(port: number, query = 'topic=units', last?: string) {
  const socket = connect(port, '127.0.0.1');
  closeAtTheEnd(() => Promise.resolve(void socket.destroy()));
  let text = '';
  socket.on('data', (part) => (text += part.toString())).on('error', () => undefined);
  socket.write(`GET /live?${query} HTTP/1.1\r\nhost: house\r\n${last === undefined ? '' : `last-event-id: ${last}\r\n`}\r\n`);
  const heard = async (what: string) => {
    await expect.poll(() => text).toContain(what);
  };
  await heard('id: ');
  return { socket, heard, text: () => text.slice(text.indexOf(': open')), last: () => text.match(/(?<=^id: ).*$/gm)!.at(-1)! };
}

test('a page is given a mark as soon as it listens, so that it has one to come back with', async () => {
  const { port } = await process();
  expect((await listen(port)).last()).toMatch(/^[0-9a-f-]{36}$/);
});

test('who comes back is told what he missed of his topics, at any process that heard the same', async () => {
  const [one, other] = [await process(), await process()];
  const page = await listen(one.port, 'topic=units&topic=plan:3');
  for (const { tell } of [one, other]) tell(7);
  await page.heard('id: 7');
  for (const { tell } of [one, other]) {
    tell(9, 'plan:3');
    tell(8, 'people');
  }
  const back = await listen(other.port, 'topic=units&topic=plan:3', '7');
  expect(back.text()).toContain('"plan:3"');
  expect(back.text()).not.toMatch(/people|gap/);
  expect(back.last()).toBe('8');
  const calm = await listen(other.port, 'topic=units', back.last());
  expect(calm.text()).not.toMatch(/changed|gap/);
});

test('who comes back with a mark that is not known is told to look at everything', async () => {
  const { port, tell, source } = await process();
  expect((await listen(port, 'topic=units', '7')).text()).toContain('event: gap');
  tell(7);
  expect((await listen(port, 'topic=units', '7')).text()).not.toContain('event: gap');
  for (let id = 8; id < 2_100; id++) tell(id);
  expect((await listen(port, 'topic=units', '7')).text()).toContain('event: gap');
  source.emit('gap');
  expect((await listen(port, 'topic=units', '2099')).text()).toContain('event: gap');
});

test('every page is told of a lost connection to the database', async () => {
  const { port, source } = await process();
  const page = await listen(port);
  const before = page.last();
  source.emit('gap');
  await page.heard('event: gap');
  expect(page.last()).not.toBe(before);
});

test('who says how old his page is, is told to look again when the process did not listen yet', async () => {
  const { port } = await process();
  for (const age of ['0', '900000', 'x']) expect((await listen(port, `topic=units&age=${age}`)).text()).toContain('event: gap');
});

test('a client that does not read is let go, and the others hear everything', async () => {
  const { port, streams, source } = await process();
  const topic = `plan:${'9'.repeat(3_000)}`;
  const [slow, quick] = [await listen(port, `topic=${topic}`), await listen(port, `topic=${topic}`)];
  slow.socket.pause();
  let many = 0;
  while (streams.many === 2 && many < 20_000) {
    source.emit('live', { topic, event: 'plan.edited', id: (many += 1) });
    await new Promise(setImmediate);
  }
  expect(streams.many).toBe(1);
  // What the system itself holds for a socket, and 64 kB.
  expect(many * 3_000).toBeLessThan(16_000_000);
  await quick.heard(`id: ${many}\n`);
  slow.socket.resume();
  await once(slow.socket, 'close');
});

test('a client that left is forgotten, also one that left before it was known who it is', async () => {
  const { port, streams, tell } = await process();
  const { socket } = await listen(port);
  socket.destroy();
  await expect.poll(() => streams.many).toBe(0);
  tell(7);
  const source = new EventEmitter<{ live: [LiveNotice]; gap: [] }>();
  const late = new Streams(source, open, log);
  const server = createServer((incoming, outgoing) => {
    outgoing.once('close', () => {
      late.open(incoming, outgoing, ['units'], { who: 'x', hears: () => Promise.resolve(true) });
      server.close();
    });
    incoming.socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  connect((server.address() as AddressInfo).port, '127.0.0.1')
    .on('error', () => undefined)
    .write('GET /live HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(server, 'close');
  expect(late.many).toBe(0);
});

test('of a secret only who may know hears; each is asked about once, however many windows he has', async () => {
  const { port, asked, source } = await process({ guarded: (about) => [...about], secret: (about) => Promise.resolve([...about]) });
  const windows = await Promise.all([1, 2, 3].map(() => listen(port, 'topic=pieces&who=nidia')));
  const nobody = await listen(port, 'topic=pieces&who=nobody');
  source.emit('live', { topic: 'pieces', event: 'piece.written', id: 7, about: ['piece:1'] });
  source.emit('live', { topic: 'units', event: 'unit.added', id: 8, about: [] });
  for (const { heard } of windows) await heard('"pieces"');
  expect(asked.toSorted()).toEqual(['nidia piece:1', 'nobody piece:1']);
  expect(nobody.text()).not.toContain('changed');
  const [first] = windows;
  // A mark never runs ahead of what was still being asked about.
  expect(first!.last()).not.toBe('8');
  expect((await listen(port, `topic=pieces&who=nidia`, first!.last())).text()).toMatch(/gap/);
});

test('when it cannot be found out who may know, all are told to look again', async () => {
  const { port, source } = await process({ guarded: (about) => [...about], secret: () => Promise.reject(new Error('no database')) });
  const [page, other] = [await listen(port, 'topic=pieces'), await listen(port, 'topic=units')];
  source.emit('live', { topic: 'pieces', event: 'piece.written', id: 7, about: ['piece:1'] });
  for (const { heard } of [page, other]) await heard('event: gap');
});

test('one person has so many streams and no more; who closes one has room again, and others have theirs', async () => {
  const { port, streams } = await process();
  const first = await listen(port, 'topic=units&whose=ana');
  await Promise.all(Array.from({ length: streamsOfOne - 1 }, () => listen(port, 'topic=units&whose=ana')));
  expect((await listen(port, 'topic=units&whose=ana')).socket.bytesRead).toBeLessThan(200);
  expect(streams.many).toBe(streamsOfOne);
  await (await listen(port, 'topic=units&whose=luis')).heard(': open');
  first.socket.destroy();
  await expect.poll(() => streams.many).toBe(streamsOfOne);
  await (await listen(port, 'topic=units&whose=ana')).heard(': open');
});
