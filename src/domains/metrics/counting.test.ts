import { beforeAll, expect, test } from 'vitest';
import { system } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import { carryOutReactions, reactionNames } from '#platform/events/reactions.ts';
import { commandContext } from '#platform/events/tell.ts';
import { openLog } from '#platform/log/log.ts';
import { freshDatabase } from '#test/support/database.ts';
import { counting } from './counting.ts';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});

const facts = counting('test.facts', {
  'unit.renamed': ({ payload }) => [
    { measure: 'metrics.page_views', amount: Number(payload['times']) },
    { measure: 'metrics.inner_page_sessions', once: true },
  ],
});

async function tell(times: number, at: string) {
  const ctx = commandContext(database.primary, system, new Date(at), reactionNames([facts]));
  const belongs = {
    unit: 3,
    channels: ['portal', 'intranet', 'portal'],
    regions: ['13001'],
    kind: 'news',
    line: 'information',
    campaign: 4,
    piece: 9,
  };
  await ctx.tell({ name: 'unit.renamed', subject: { type: 'unit', id: 9 }, payload: { times, belongs } });
  await carryOutReactions(database, [facts], openLog('silent'), () => new Date(at));
}

test('an event counts on its day in the institution, for all that it belongs to, and once where it says so', async () => {
  await tell(5, '2026-11-22T03:00:00Z');
  await tell(2, '2026-11-22T15:00:00Z');
  const rows = await database.primary.selectFrom('facts').selectAll().orderBy('id').execute();
  expect(rows.map(({ measure, day, amount }) => [measure, day, amount])).toEqual([
    ['metrics.page_views', '2026-11-21', 5],
    ['metrics.inner_page_sessions', '2026-11-21', 1],
    ['metrics.page_views', '2026-11-22', 2],
  ]);
  expect(rows[0]).toMatchObject({
    unit_id: 3,
    campaign_id: 4,
    piece_id: 9,
    channels: ['intranet', 'portal'],
    regions: ['13', '13001'],
    kind: 'news',
    line: 'information',
    record_type: 'unit',
    record_id: '9',
  });
});
