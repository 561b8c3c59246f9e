import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import type { Reaction } from '#platform/events/reactions.ts';
import { say } from '#platform/i18n/dictionary.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { post } from '#platform/mail/outbox.ts';
import type { AssignmentInput } from './handovers.input.ts';
import {
  selectOfficeReader,
  selectPersonName,
  selectUnitReader,
  updateOwners,
  updateResponsible,
  updateResponsibleOf,
  type HandedOver,
  type Reader,
} from './handovers.queries.ts';
import { planTopic } from './plan.ts';
import { selectMissing } from './rows.queries.ts';
import { authorizeTakingPart, workItem } from './taking-part.ts';

const leftShape = z.object({ successor: z.uuid().nullable() });

/** Somebody left the institution: what he answered for in the plans goes to whoever was named, or is left without and told so. */
export const handOverWork: Reaction = {
  name: 'plan.hand-over-work',
  to: ['person.left'],
  react: (ctx, event) => handOver(ctx, event.subject_id, leftShape.parse(event.payload).successor),
};

/**
 * Puts `to`, or nobody, in the place of `from` in every version that is not closed; closed ones keep who answered then. Each item
 * tells it. What is left with nobody is written to the head of its dependency.
 */
export async function handOver(ctx: Ctx, from: string, to: string | null): Promise<void> {
  const items = await updateResponsible(ctx.db, from, to, ctx.now);
  const [before, after] = [await selectPersonName(ctx.db, from), to === null ? null : await selectPersonName(ctx.db, to)];
  for (const { item, plan } of items) {
    await ctx.tell({
      name: to === null ? 'item.left_unowned' : 'item.handed_over',
      subject: { type: 'plan_item', id: item },
      before: { person: before },
      after: { person: after },
      payload: { plan, from, to },
      topics: [planTopic(plan)],
    });
  }
  if (to === null) return writeToHeads(ctx, before, items);
  for (const { item, plan } of await updateOwners(ctx.db, from, to)) {
    await ctx.tell({
      name: 'annotation.handed_over',
      subject: { type: 'plan_item', id: item },
      before: { owner: before },
      after: { owner: after },
      payload: { plan, from, to },
      topics: [planTopic(plan)],
    });
  }
}

/**
 * Names who answers for an activity of the plan in force from now on, or nobody: the plan says what is done, who does it may change
 * between two versions.
 */
export async function assignActivity(ctx: Ctx, { item, person }: AssignmentInput): Promise<{ item: number } | Refusal> {
  const work = await workItem(ctx, item, 'activity');
  if (isRefusal(work)) return work;
  authorizeTakingPart(ctx.actor, 'activity.assign', work);
  if ((await selectMissing(ctx.db, null, person)).person) return refuse('row.unknown_person', {}, 'person');
  if (person === work.row.person) return { item };
  await updateResponsibleOf(ctx.db, item, person, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: person === null ? 'item.left_unowned' : 'item.handed_over',
    subject: { type: 'plan_item', id: item },
    before: { person: work.row.personName },
    after: { person: person === null ? null : await selectPersonName(ctx.db, person) },
    payload: { plan: work.plan, from: work.row.person, to: person },
    topics: [planTopic(work.plan)],
  });
  return { item };
}

/** One letter to each head, with all that his dependencies were left with. */
async function writeToHeads(ctx: Ctx, name: string, items: readonly HandedOver[]): Promise<void> {
  const letters = new Map<string, { reader: Reader; items: HandedOver[] }>();
  for (const item of items) {
    const reader = (await selectUnitReader(ctx.db, item.unit)) ?? (await selectOfficeReader(ctx.db));
    if (!reader) continue;
    const letter = letters.get(reader.email) ?? { reader, items: [] };
    letters.set(reader.email, { reader, items: [...letter.items, item] });
  }
  for (const letter of letters.values()) {
    const words = say(letter.reader.language as Locale);
    const list = letter.items.map(({ kind, title, planTitle }) => `– ${words(`plan.kind.${kind}`)}: ${title} (${planTitle})`).join('\n');
    const vars = { name, reader: letter.reader.name, list, count: letter.items.length };
    await post(ctx, {
      to: letter.reader.email,
      subject: words('plan.mail.unowned.subject', vars),
      text: words('plan.mail.unowned.text', vars),
    });
  }
}
