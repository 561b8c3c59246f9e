import type { Ctx } from '#platform/ctx.ts';
import { authorize, may } from '#platform/http/policy.ts';
import { Forbidden, NotFound } from '#platform/refusal.ts';
import { isSecret } from '../piece.ts';
import { getPiece } from '../pieces.ts';
import { editorialPolicy } from '../policy.ts';
import { selectUnitNames } from './addressing.queries.ts';
import { selectLedUnits } from './heads.queries.ts';
import type { Memo } from './memo.ts';
import type { MemosFilter, ReadersFilter } from './memos.input.ts';
import { selectMemo } from './memos.queries.ts';
import { selectEveryReader, selectReaders, type MemoReader } from './readers.queries.ts';
import { mayNote } from './sheets.ts';
import { selectPeopleNames, selectSheet, selectSheetHistory } from './sheets.queries.ts';
import { countMemos, selectMemoList, selectReadings, selectSheets, type ListedMemo, type Scope } from './report.queries.ts';

export const memosAtOnce = 50;
/** Beyond so many, a list says that there are more. */
export const memosCounted = 10_000;

/** Whose readings the actor sees: all, for the office; of the dependencies that he leads or speaks for, for the others. */
async function scopeOf(ctx: Ctx): Promise<Scope> {
  authorize(ctx.actor, editorialPolicy, 'memos.read');
  if (may(ctx.actor, editorialPolicy['memos.read_all'])) return null;
  return ctx.actor.id === null ? [] : selectLedUnits(ctx.db, ctx.actor.id);
}

/** One memo, to the office, to whoever signed it, and to who leads or speaks for a dependency that got it. @throws NotFound */
export async function getMemo(ctx: Ctx, id: number): Promise<Memo> {
  return (await seenMemo(ctx, id)).memo;
}

async function seenMemo(ctx: Ctx, id: number): Promise<{ memo: Memo; scope: Scope }> {
  const scope = await scopeOf(ctx);
  const memo = Number.isSafeInteger(id) ? await selectMemo(ctx.db, id) : undefined;
  if (!memo) throw new NotFound(`memo ${id}`);
  if (isSecret(memo)) await getPiece(ctx, memo.piece);
  if (scope === null || memo.signedBy === ctx.actor.id) return { memo, scope: null };
  const { sum } = await selectReadings(ctx.db, id, scope);
  if (sum.people === 0) throw new NotFound(`memo ${id}`);
  return { memo, scope };
}

/** How a memo is read in each dependency, by which means, how long it took, and the lists that were noted. */
export async function memoReadings(ctx: Ctx, id: number) {
  return readingsOf(ctx, await seenMemo(ctx, id));
}

/** Person by person, who read a memo and who did not. */
export async function memoReaders(ctx: Ctx, id: number, filter: ReadersFilter): Promise<{ readers: MemoReader[]; total: number }> {
  return readersOf(ctx, await seenMemo(ctx, id), filter);
}

/** Both, and of which dependencies the actor may note whom it reached. */
export async function memoReport(ctx: Ctx, id: number, filter: ReadersFilter) {
  const seen = await seenMemo(ctx, id);
  const [readings, people] = await Promise.all([readingsOf(ctx, seen), readersOf(ctx, seen, filter)]);
  const noted = await Promise.all(readings.units.map(async ({ unit }) => (unit !== null && (await mayNote(ctx, unit)) ? unit : null)));
  return { memo: seen.memo, ...readings, ...people, notes: noted.filter((unit) => unit !== null) };
}

type Seen = Awaited<ReturnType<typeof seenMemo>>;

async function readingsOf(ctx: Ctx, { memo, scope }: Seen) {
  const [readings, sheets] = await Promise.all([selectReadings(ctx.db, memo.id, scope), selectSheets(ctx.db, memo.id, scope)]);
  return { ...readings, sheets };
}

function readersOf(ctx: Ctx, { memo, scope }: Seen, { page, ...filter }: ReadersFilter) {
  return selectReaders(ctx.db, { memo: memo.id, scope, filter }, { limit: memosAtOnce, offset: (page - 1) * memosAtOnce });
}

/** All that the filter finds. */
export async function* everyReader(ctx: Ctx, id: number, { page: _, ...filter }: ReadersFilter): AsyncGenerator<MemoReader> {
  const { scope } = await seenMemo(ctx, id);
  yield* selectEveryReader(ctx.db, { memo: id, scope, filter });
}

/** One list that was noted, with whom it says, what it said before, and who could be on it. @throws NotFound */
export async function memoSheet(ctx: Ctx, id: number, sheet: number) {
  const { memo, scope } = await seenMemo(ctx, id);
  const found = Number.isSafeInteger(sheet) ? await selectSheet(ctx.db, id, sheet) : undefined;
  if (!found || (scope !== null && !scope.includes(found.unit))) throw new NotFound(`sheet ${sheet}`);
  const history = await selectSheetHistory(ctx.db, sheet);
  const corrects = found.corrected === null && found.people > 0 && memo.state === 'sent' && (await mayNote(ctx, found.unit));
  const [people, unread] = await Promise.all([
    selectPeopleNames(ctx.db, [...new Set(history.flatMap(({ persons }) => persons))]),
    corrects ? unreadOf(ctx, id, found.unit) : { readers: [] },
  ]);
  const names = new Map(people.map(({ person, name }) => [person, name]));
  const others = unread.readers.flatMap(({ person, name, unitName }) =>
    person === null ? [] : [{ person, name, more: unitName === found.unitName ? '' : (unitName ?? '') }],
  );
  return {
    memo: { id, label: memo.label },
    sheet: found,
    history: history.map((one) => ({ ...one, persons: one.persons.map((person) => ({ person, name: names.get(person) ?? '' })) })),
    others,
    corrects,
  };
}

/** Of one dependency and those below it, who has not read a memo, to whoever may note whom it reached; at most two hundred by name. */
export async function memoToNote(ctx: Ctx, id: number, unit: number) {
  const memo = await getMemo(ctx, id);
  if (!(await mayNote(ctx, unit))) throw new Forbidden('memos.note');
  const [name] = await selectUnitNames(ctx.db, [unit]);
  if (!name) throw new NotFound(`unit ${unit}`);
  const { readers, total } = await unreadOf(ctx, id, unit);
  return {
    memo: { id, label: memo.label },
    unitName: name.name,
    unread: readers.flatMap((one) => (one.person === null ? [] : [{ person: one.person, name: one.name, unitName: one.unitName ?? '' }])),
    total,
  };
}

/** At most two hundred by name. */
const unreadOf = (ctx: Ctx, memo: number, unit: number) =>
  selectReaders(ctx.db, { memo, scope: null, filter: { q: '', unit, state: 'unread' } }, { limit: 200, offset: 0 });

export async function listMemos(ctx: Ctx, { page, ...filter }: MemosFilter): Promise<{ memos: ListedMemo[]; total: number }> {
  const scope = await scopeOf(ctx);
  const [memos, total] = await Promise.all([
    selectMemoList(ctx.db, ctx.actor.id, scope, filter, { limit: memosAtOnce, offset: (page - 1) * memosAtOnce }),
    countMemos(ctx.db, ctx.actor.id, scope, filter, memosCounted + 1),
  ]);
  return { memos, total };
}

export async function* everyMemo(ctx: Ctx, { page: _, ...filter }: MemosFilter): AsyncGenerator<ListedMemo> {
  const scope = await scopeOf(ctx);
  for (let after: number | null = null; ;) {
    const memos: ListedMemo[] = await selectMemoList(ctx.db, ctx.actor.id, scope, filter, { limit: 500, after });
    yield* memos;
    if (memos.length < 500) return;
    after = memos.at(-1)!.id;
  }
}
