import { once, type Ctx } from '#platform/ctx.ts';
import { addMonths } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { todayOf } from '#domains/organization/index.ts';
import { selectRetention } from './consents.queries.ts';
import { contactsTopic } from './contact.ts';
import { knownContact } from './contacts.ts';
import type { ListInput, NewInteraction } from './interactions.input.ts';
import {
  deleteInteraction,
  deleteOldInteractions,
  insertInteractions,
  keepSubjects,
  selectInteractions,
  selectSubjects,
  type Interaction,
  type InteractionSubject,
} from './interactions.queries.ts';
import { codeOf } from './plain.ts';
import { audiencesPolicy as policy } from './policy.ts';

const shown = 500;
const visitMonths = 13;

/** What a contact did, the last first; what he opened or clicked is known of nobody. */
export async function interactionsOf(ctx: Ctx, contact: number): Promise<Interaction[]> {
  authorize(ctx.actor, policy, 'contacts.read');
  return selectInteractions(ctx.db, contact, shown);
}

/** Events, surveys and sections with which somebody did something: what a segment may ask about. */
export async function interactionSubjects(ctx: Ctx): Promise<InteractionSubject[]> {
  authorize(ctx.actor, policy, 'segments.read');
  return once(ctx, 'interaction_subjects', () => selectSubjects(ctx.db));
}

/** Another system says what a contact did. Saying it again changes nothing. */
export async function noteInteraction(ctx: Ctx, input: NewInteraction): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'contacts.write');
  const contact = await knownContact(ctx, input.id, true);
  const list = await checkList(ctx, input);
  if (list === null || isRefusal(list)) return list ?? refuse('input.choice', {}, 'act');
  await keepSubjects(ctx.db, [list], ctx.now);
  const noted = await insertInteractions(ctx.db, [contact.id], { act: list.act, about: list.code, on: list.on, importId: null });
  if (noted > 0) await tell(ctx, 'contact.interaction_noted', contact.id, list.act);
  return { id: contact.id };
}

/** It was not so: he was not there, or it was another. @throws NotFound */
export async function removeInteraction(ctx: Ctx, input: { id: number; interaction: number }): Promise<{ id: number }> {
  authorize(ctx.actor, policy, 'contacts.write');
  const contact = await knownContact(ctx, input.id, true);
  const act = await deleteInteraction(ctx.db, contact.id, input.interaction);
  if (!act) throw new NotFound(`interaction ${input.interaction}`);
  await tell(ctx, 'contact.interaction_removed', contact.id, act);
  return { id: contact.id };
}

/** What a list is of, with its code; null when it is only of contacts. Refuses `input.required`, `interaction.about`, `interaction.future`. */
export async function checkList(ctx: Ctx, { act, about, on }: ListInput): Promise<(InteractionSubject & { on: string }) | null | Refusal> {
  if (act === null) return null;
  if (about === '') return refuse('input.required', {}, 'about');
  const code = codeOf(about, about.length);
  if (code === '') return refuse('interaction.about', {}, 'about');
  if (on === null) return refuse('input.required', {}, 'on');
  return on > (await todayOf(ctx)) ? refuse('interaction.future', {}, 'on') : { act, code, name: about, on };
}

/** What was done is kept as long as a contact that agrees to nothing; what was looked at, thirteen months at the most. */
export async function forgetOldInteractions(ctx: Ctx): Promise<number> {
  const [today, months] = [await todayOf(ctx), await selectRetention(ctx.db)];
  const before = { listed: addMonths(today, -months), visited: addMonths(today, -Math.min(months, visitMonths)) };
  const count = await deleteOldInteractions(ctx.db, before);
  if (count > 0) await ctx.tell({ name: 'interactions.forgotten', subject: { type: 'contact', id: 'all' }, after: { count } });
  return count;
}

/** With what it was done, in words: a section of the portal is called as its traffic calls it. */
export function aboutName(say: Say, { act, code, name }: Pick<InteractionSubject, 'act' | 'code' | 'name'>): string {
  if (act !== 'visited') return name;
  const key = `metrics.part.section.${code}`;
  return say(key) === key ? `/${code}` : say(key);
}

// The audit log cannot forget, and a contact can: it says what kind of thing was noted, and not which.
const tell = (ctx: Ctx, name: 'contact.interaction_noted' | 'contact.interaction_removed', id: number, act: string) =>
  ctx.tell({ name, subject: { type: 'contact', id }, after: { did: act }, topics: [contactsTopic] });
