import type { Ctx } from '#platform/ctx.ts';
import { recordFacts, type Fact } from './facts.ts';
import { lockRecord } from './facts.queries.ts';
import { selectLevel } from './levels.queries.ts';

/** How a record stands now in a measure, all together. */
export type Level = Omit<Fact, 'base'> & { readonly base?: number };

/**
 * Brings the ledger to how records stand now, by facts of what is missing or too much: it only grows, and its sum is right whatever came first.
 * `read` looks after the record is locked, so that nobody else's look is older.
 */
export async function levelFacts(ctx: Ctx, record: Fact['record'], read: () => Promise<readonly Level[]>): Promise<void> {
  await lockRecord(ctx.db, 'level', record);
  const missing: Fact[] = [];
  for (const level of await read()) {
    const before = await selectLevel(ctx.db, level.measure, level.record);
    const [amount, base] = [level.amount - before.amount, level.base === undefined ? 1 : level.base - before.base];
    if (amount !== 0 || (level.base !== undefined && base !== 0)) missing.push({ ...level, amount, base });
  }
  await recordFacts(ctx.db, missing);
}
