import { expect, test } from 'vitest';
import { system, type Ctx } from '#platform/ctx.ts';
import { openLog } from '#platform/log/log.ts';
import { freshDatabase } from '#test/support/database.ts';
import { listDeadReactions, reviveReaction } from './events.queries.ts';
import { carryOutReactions, nextAttempt, reactionNames, type Reaction } from './reactions.ts';
import type { EventName } from './names.ts';
import { commandContext } from './tell.ts';

const database = await freshDatabase();
const log = openLog('silent');
let now = new Date('2026-11-22T15:00:00Z');
const clock = () => now;
const note = (ctx: Ctx, form: string) =>
  ctx.db
    .insertInto('drafts')
    .values({ person_id: '00000000-0000-4000-8000-000000000000', form, fields: '{}', saved_at: ctx.now })
    .execute();
const noted = async () => (await database.primary.selectFrom('drafts').select('form').orderBy('form').execute()).map(({ form }) => form);

async function tell(reactions: readonly Reaction[], name: EventName): Promise<void> {
  await database.primary
    .transaction()
    .execute((db) => commandContext(db, system, now, reactionNames(reactions)).tell({ name, subject: { type: 'unit', id: 1 } }));
}

test('an event wakes each reaction once, however many workers there are', async () => {
  const reactions: Reaction[] = ['one', 'two'].map((name) => ({
    name,
    to: ['unit.created'],
    react: (ctx) => note(ctx, name).then(() => undefined),
  }));
  await tell(reactions, 'unit.created');
  await tell(reactions, 'unit.closed');
  await Promise.all([carryOutReactions(database, reactions, log, clock), carryOutReactions(database, reactions, log, clock)]);
  expect(await noted()).toEqual(['one', 'two']);
});

test('what was told in a transaction that did not commit never happened', async () => {
  const reactions: Reaction[] = [{ name: 'never', to: ['unit.moved'], react: (ctx) => note(ctx, 'never').then(() => undefined) }];
  const work = database.primary.transaction().execute(async (db) => {
    await commandContext(db, system, now, reactionNames(reactions)).tell({ name: 'unit.moved', subject: { type: 'unit', id: 1 } });
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(await carryOutReactions(database, reactions, log, clock)).toBe(0);
  expect(await noted()).not.toContain('never');
});

test('a failure leaves nothing half done, is tried again later, then waits for a person', async () => {
  let fails = true;
  const reactions: Reaction[] = [
    {
      name: 'fragile',
      to: ['unit.renamed'],
      react: async (ctx) => {
        await note(ctx, 'fragile');
        if (fails) throw new Error('not yet');
      },
    },
  ];
  await tell(reactions, 'unit.renamed');
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect(await carryOutReactions(database, reactions, log, clock)).toBe(1);
    expect(await noted()).not.toContain('fragile');
    now = new Date(now.getTime() + 10 * 60_000);
  }
  expect(await carryOutReactions(database, reactions, log, clock)).toBe(0);
  const [dead] = await listDeadReactions(database.primary, 10, 0);
  expect(dead).toMatchObject({ reaction: 'fragile', attempts: 8, error: 'Error: not yet' });

  fails = false;
  expect(await reviveReaction(database.primary, dead!.id, now)).toBe(true);
  await carryOutReactions(database, reactions, log, clock);
  expect(await noted()).toContain('fragile');
});

test('each try waits twice as long as the one before', () => {
  const start = new Date(0);
  expect([1, 2, 3].map((attempt) => nextAttempt(attempt, start)!.getTime())).toEqual([2000, 4000, 8000]);
  expect(nextAttempt(8, start)).toBeNull();
});
