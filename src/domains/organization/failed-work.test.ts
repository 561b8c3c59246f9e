import { expect, it } from 'vitest';
import { system } from '#platform/ctx.ts';
import { carryOutReactions, reactionNames, type Reaction } from '#platform/events/reactions.ts';
import { commandContext } from '#platform/events/tell.ts';
import { NotFound } from '#platform/refusal.ts';
import { openLog } from '#platform/log/log.ts';
import { freshDatabase } from '#test/support/database.ts';
import { failedWork, retryWork } from './failed-work.ts';

it('what failed eight times waits to be seen, and is tried again when somebody asks', async () => {
  const database = await freshDatabase();
  let broken = true;
  let done = 0;
  const reactions: Reaction[] = [
    {
      name: 'count',
      to: ['unit.created'],
      react: async () => {
        if (broken) throw new Error('no network');
        done++;
      },
    },
  ];
  let now = new Date('2026-11-22T15:00:00Z');
  const ctx = () => commandContext(database.primary, system, now, reactionNames(reactions));
  const go = () => carryOutReactions(database, reactions, openLog('silent'), () => now);
  await ctx().tell({ name: 'unit.created', subject: { type: 'unit', id: 1 } });
  for (let hour = 0; hour < 9; hour++) {
    await go();
    now = new Date(now.getTime() + 3_600_000);
  }
  const {
    reactions: [dead],
    jobs,
  } = await failedWork(ctx());
  expect(dead).toMatchObject({ reaction: 'count', attempts: 8, error: 'Error: no network', name: 'unit.created' });
  expect(jobs).toEqual([]);
  broken = false;
  await retryWork(ctx(), { reaction: dead!.id });
  await go();
  expect(done).toBe(1);
  await expect(retryWork(ctx(), { reaction: dead!.id })).rejects.toThrow(NotFound);
});
