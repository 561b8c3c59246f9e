import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openLog } from '#platform/log/log.ts';
import { closeAtTheEnd } from '#test/support/closing.ts';
import { freshDatabase } from '#test/support/database.ts';
import { Listener } from './listener.ts';

const { primary, url } = await freshDatabase();
const tell = (id: number) => sql`select pg_notify('live', ${JSON.stringify({ topic: 'units', event: 'unit.added', id })})`.execute(primary);

async function listen(address: string, beat?: number) {
  const listener = await new Listener(address, openLog('silent'), beat === undefined ? {} : { beat }).open();
  closeAtTheEnd(() => listener.close());
  return listener;
}

test('two processes hear the same in the same order', async () => {
  const heard: number[][] = [[], []];
  for (const all of heard) (await listen(url)).on('live', ({ id }) => all.push(id));
  await Promise.all(Array.from({ length: 40 }, (_, id) => tell(id + 1)));
  await expect.poll(() => heard.map(({ length }) => length)).toEqual([40, 40]);
  expect(heard[0]).toEqual(heard[1]);
});

test('a connection that PostgreSQL ends comes back, says that something may have been missed, and hears again', async () => {
  const listener = await listen(url);
  const gap = once(listener, 'gap');
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'pregon listener'`.execute(
    primary,
  );
  await gap;
  const heard = once(listener, 'live');
  await tell(7);
  expect(await heard).toMatchObject([{ id: 7 }]);
});

test('a connection that falls silent without an end is found out', async () => {
  const { host, port, user, password, database } = new pg.Client(url);
  const through: [Socket, Socket][] = [];
  const between = createServer((near) => {
    const far = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far).pipe(near);
    through.push([near, far]);
  });
  between.listen(0, '127.0.0.1');
  await once(between, 'listening');
  closeAtTheEnd(async () => {
    for (const pair of through) for (const socket of pair) socket.destroy();
    await new Promise((done) => between.close(done));
  });
  const listener = await listen(`postgres://${user}:${password}@127.0.0.1:${(between.address() as AddressInfo).port}/${database}`, 100);
  const [near, far] = through[0]!;
  near.unpipe(far);
  far.unpipe(near);
  await once(listener, 'gap');
  const heard = once(listener, 'live');
  await tell(8);
  expect(await heard).toMatchObject([{ id: 8 }]);
});
