import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { deliverDue } from '#domains/channels/index.ts';
import { accepted } from '#platform/refusal.ts';
import { approvedPiece } from '#test/support/approved-piece.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { editorialCarriers, pieceSource } from './going-out.ts';
import { publishNow } from './scheduling.ts';

const now = new Date('2026-11-21T15:00:00Z');
// A house that only shows pages: the workers of this test are the only ones.
const house = await openTestHouse({ clock: () => now, env: { PROCESS: 'web' } });
const cast = await seatCast(house);
const db = house.app.database.primary;
const deliver = () => deliverDue(house.app, { carriers: editorialCarriers, sources: [pieceSource] });

const outOf = async (piece: number) =>
  (await db.selectFrom('publications').select('state').where('piece_id', '=', piece).execute()).map(({ state }) => state);
const told = async (name: string) => (await db.selectFrom('events').select('id').where('name', '=', name).execute()).length;

/** A worker that has shown the piece and has not committed. */
async function haltedWorker() {
  const worker = spawn(process.execPath, ['test/support/halting-worker.ts', house.app.database.url, now.toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(worker.stdout, 'data');
  return worker;
}

test('a worker killed in the middle of a publication leaves nothing half done, and another publishes it once', async () => {
  const { id } = await approvedPiece(house, cast);
  accepted(await publishNow(cast.as('marcela'), { piece: id, channels: ['pagina-web'] }));
  const halted = await haltedWorker();
  // Meanwhile nobody else takes it, and nobody sees it.
  expect(await deliver()).toBe(true);
  expect(await outOf(id)).toEqual([]);
  halted.kill('SIGKILL');
  await once(halted, 'exit');
  // The database lets go of what the killed one held as soon as it notices.
  while (await deliver()) await new Promise((soon) => setImmediate(soon));
  await Promise.all([deliver(), deliver()]);
  await house.settle();
  expect(await outOf(id)).toEqual(['out']);
  expect([await told('dispatch.delivered'), await told('piece.published')]).toEqual([1, 1]);
  const moves = await db.selectFrom('dispatch_moves').select('state').orderBy('id').execute();
  expect(moves.map(({ state }) => state)).toEqual(['scheduled', 'delivered']);
});
