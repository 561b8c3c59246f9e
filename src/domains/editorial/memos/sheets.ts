import type { Ctx } from '#platform/ctx.ts';
import { dayIn } from '#platform/clock/day.ts';
import { may } from '#platform/http/policy.ts';
import { Forbidden, isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { noticesDone, todayOf, zoneOf } from '#domains/organization/index.ts';
import { editorialPolicy } from '../policy.ts';
import { memoTopic, type Memo } from './memo.ts';
import type { SheetCorrectionInput, SheetInput } from './memos.input.ts';
import { selectMemo } from './memos.queries.ts';
import { memoNotices, readingBelongs } from './reading.ts';
import {
  insertSheet,
  leads,
  markReached,
  releaseSheet,
  selectNamed,
  selectSheet,
  selectUnreadOf,
  type SheetRow,
} from './sheets.queries.ts';

/** Whether somebody may say whom of a dependency a memo reached: its head or liaison, or those of one above; or whoever publishes there. */
export async function mayNote(ctx: Ctx, unit: number): Promise<boolean> {
  if (may(ctx.actor, editorialPolicy['pieces.publish'], unit)) return true;
  return ctx.actor.kind === 'person' && ctx.actor.id !== null && (await leads(ctx.db, unit, ctx.actor.id));
}

/**
 * Notes whom of a dependency a memo reached by paper or by a screen, with the list and, if there is one, the signed sheet: people of the
 * house who have not read it, and those without an account by name. Who was noted already is not counted twice. Refuses
 * `memo.not_out`, `memo.reached_before`, `memo.reached_later`, `memo.nobody_new`.
 */
export async function noteReached(ctx: Ctx, input: SheetInput, file: string | null): Promise<{ id: number; people: number } | Refusal> {
  const memo = await memoOut(ctx, input, input.unit);
  if (isRefusal(memo)) return memo;
  const reached = await reachedBy(ctx, input);
  if (reached.people === 0) return refuse('memo.nobody_new', {}, 'names');
  const id = await writeSheet(ctx, { ...input, file, corrects: null, reason: '' }, reached, ctx.now);
  await noticesDone(ctx, { kinds: memoNotices, subject: { type: 'memo', id: memo.id }, people: reached.persons });
  await ctx.tell({
    name: 'memo.reached',
    subject: { type: 'memo', id: memo.id },
    after: { label: memo.label, ...said({ ...input, file, people: reached.people }) },
    payload: { people: reached.people, named: reached.names.length, ...(await readingBelongs(ctx, memo, input.unit)) },
    topics: [memoTopic(memo.id)],
  });
  return { id, people: reached.people };
}

/**
 * Says anew whom a list noted, with the reason; of nobody, takes it back. Who is no more on it has not read, and is reminded again. What was
 * said first stays as it was. Refuses as noting does, and `memo.sheet_corrected`, `memo.sheet_taken_back`, `memo.sheet_same`.
 */
export async function correctSheet(
  ctx: Ctx,
  { sheet: id, ...input }: SheetCorrectionInput,
  file: string | null,
): Promise<{ id: number; people: number } | Refusal> {
  const before = await selectSheet(ctx.db, input.memo, id);
  if (!before) throw new NotFound(`sheet ${id}`);
  const memo = await memoOut(ctx, input, before.unit);
  if (isRefusal(memo)) return memo;
  // Somebody may have corrected it while this one waited for the memo.
  const { corrected } = (await selectSheet(ctx.db, input.memo, id))!;
  if (corrected !== null) return refuse('memo.sheet_corrected');
  if (before.people === 0) return refuse('memo.sheet_taken_back');
  const { unit } = before;
  const after = { ...input, unit, file: file ?? before.file };
  if (isSame(before, { ...after, persons: input.people })) return refuse('memo.sheet_same');
  const at = (await releaseSheet(ctx.db, id)) ?? ctx.now;
  const reached = await reachedBy(ctx, after);
  if (reached.people === 0 && input.people.length + input.names.length > 0) return refuse('memo.nobody_new', {}, 'names');
  const written = await writeSheet(ctx, { ...after, corrects: id }, reached, at);
  await noticesDone(ctx, { kinds: memoNotices, subject: { type: 'memo', id: memo.id }, people: reached.persons });
  await ctx.tell({
    name: 'memo.reach_corrected',
    subject: { type: 'memo', id: memo.id },
    before: said(before),
    after: { label: memo.label, ...said({ ...after, people: reached.people }), reason: input.reason },
    payload: {
      people: reached.people - before.people,
      named: reached.names.length - before.names.length,
      ...(await readingBelongs(ctx, memo, unit)),
    },
    topics: [memoTopic(memo.id)],
  });
  return { id: written, people: reached.people };
}

const said = ({
  unit,
  means,
  people,
  heldOn,
  note,
  file,
}: Pick<SheetRow, 'unit' | 'means' | 'heldOn' | 'note' | 'file'> & { people: number }) => ({
  unit,
  means,
  people,
  heldOn,
  note,
  file,
});

/** The memo, held until the list is written, when a list of a dependency may be noted of it on that day. */
async function memoOut(ctx: Ctx, { memo: id, heldOn }: { memo: number; heldOn: string }, unit: number): Promise<Memo | Refusal> {
  const memo = await selectMemo(ctx.db, id, true);
  if (!memo) throw new NotFound(`memo ${id}`);
  if (!(await mayNote(ctx, unit))) throw new Forbidden('memos.note');
  if (memo.state !== 'sent') return refuse('memo.not_out');
  if (heldOn < dayIn(memo.sentAt!, await zoneOf(ctx))) return refuse('memo.reached_before', {}, 'heldOn');
  if (heldOn > (await todayOf(ctx))) return refuse('memo.reached_later', {}, 'heldOn');
  return memo;
}

interface Reached {
  readonly recipients: readonly number[];
  readonly persons: readonly string[];
  readonly names: readonly string[];
  readonly people: number;
}

/** Of a list, whom it reaches that nobody noted yet: people of the house who have not read, and those without an account by name. */
async function reachedBy(ctx: Ctx, input: Pick<SheetInput, 'memo' | 'unit' | 'people' | 'names'>): Promise<Reached> {
  const wanted = [...new Map(input.names.map((name) => [name.toLocaleLowerCase('es'), name])).values()];
  const found = await selectUnreadOf(ctx.db, input, input.people, wanted);
  const known = new Set(await selectNamed(ctx.db, input, wanted));
  const names = wanted.filter((name) => !known.has(name));
  return {
    recipients: found.map(({ id }) => id),
    persons: found.map(({ person }) => person),
    names,
    people: found.length + names.length,
  };
}

async function writeSheet(
  ctx: Ctx,
  sheet: Omit<SheetRow, 'persons' | 'names'>,
  { recipients, persons, names }: Reached,
  at: Date,
): Promise<number> {
  const id = await insertSheet(ctx.db, { ...sheet, persons, names }, ctx.actor.id, ctx.now);
  await markReached(ctx.db, { ...sheet, id }, { recipients, names }, at);
  return id;
}

function isSame(one: SheetRow, other: Omit<SheetRow, 'corrects' | 'reason'>): boolean {
  const key = ({ means, heldOn, note, file, persons, names }: Omit<SheetRow, 'corrects' | 'reason'>) =>
    JSON.stringify([means, heldOn, note, file, persons.toSorted(), names.toSorted()]);
  return key(one) === key(other);
}
