import type { Ctx } from '#platform/ctx.ts';
import { dayIn } from '#platform/clock/day.ts';
import { may } from '#platform/http/policy.ts';
import { Forbidden, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { noticesDone, todayOf, zoneOf } from '#domains/organization/index.ts';
import { editorialPolicy } from '../policy.ts';
import { memoTopic } from './memo.ts';
import type { SheetInput } from './memos.input.ts';
import { selectMemo } from './memos.queries.ts';
import { memoNotices, readingBelongs } from './reading.ts';
import { insertSheet, leads, markReached, selectNamed, selectUnreadOf } from './sheets.queries.ts';

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
  const memo = await selectMemo(ctx.db, input.memo, true);
  if (!memo) throw new NotFound(`memo ${input.memo}`);
  if (!(await mayNote(ctx, input.unit))) throw new Forbidden('memos.note');
  if (memo.state !== 'sent') return refuse('memo.not_out');
  if (input.heldOn < dayIn(memo.sentAt!, await zoneOf(ctx))) return refuse('memo.reached_before', {}, 'heldOn');
  if (input.heldOn > (await todayOf(ctx))) return refuse('memo.reached_later', {}, 'heldOn');
  const wanted = [...new Map(input.names.map((name) => [name.toLocaleLowerCase('es'), name])).values()];
  const found = await selectUnreadOf(ctx.db, input, input.people, wanted);
  const known = new Set(await selectNamed(ctx.db, input, wanted));
  const names = wanted.filter((name) => !known.has(name));
  const people = found.length + names.length;
  if (people === 0) return refuse('memo.nobody_new', {}, 'names');
  const id = await insertSheet(ctx.db, { ...input, file, people }, ctx.actor.id, ctx.now);
  await markReached(ctx.db, { ...input, id }, { recipients: found.map((one) => one.id), names }, ctx.now);
  await noticesDone(ctx, { kinds: memoNotices, subject: { type: 'memo', id: memo.id }, people: found.map(({ person }) => person) });
  await ctx.tell({
    name: 'memo.reached',
    subject: { type: 'memo', id: memo.id },
    after: { label: memo.label, unit: input.unit, means: input.means, people, heldOn: input.heldOn, note: input.note, file },
    payload: { people, named: names.length, ...(await readingBelongs(ctx, memo, input.unit)) },
    topics: [memoTopic(memo.id)],
  });
  return { id, people };
}
