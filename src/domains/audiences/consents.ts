import { acting, nobody, type Ctx } from '#platform/ctx.ts';
import { addMonths, dayIn } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { zoneOf } from '#domains/organization/index.ts';
import { contactsTopic } from './contact.ts';
import { knownContact } from './contacts.ts';
import { eraseContact, selectContact } from './contacts.queries.ts';
import type { toldBy } from './consents.input.ts';
import {
  countConsenting,
  countSuppressions,
  deleteSuppression,
  insertConsents,
  insertPurpose,
  insertPurposeText,
  insertSuppression,
  markPurposeClosed,
  selectConsents,
  selectForgettable,
  selectPurposes,
  selectRetention,
  selectSuppression,
  updateRetention,
  type Consent,
  type ConsentAct,
  type ConsentChannel,
  type Purpose,
} from './consents.queries.ts';
import { codeOf } from './plain.ts';
import { deleteVisits, visitsPurpose } from './visits.queries.ts';
import { audiencesPolicy as policy } from './policy.ts';
import { deleteExpired } from './subscriptions.queries.ts';

/** What one may agree to receive, in its order, with the text that is read now: no secret. Notices on a browser are its own matter. */
export const purposesNow = (ctx: Ctx, means: Purpose['means'] = 'mail'): Promise<Purpose[]> =>
  selectPurposes(ctx.db).then((all) => all.filter((one) => one.means === means));

/** The purposes with how many agree, the list of who is not written to, and after how long the silent are forgotten. */
export async function consentStanding(ctx: Ctx) {
  authorize(ctx.actor, policy, 'contacts.read');
  const [purposes, counts, stopped, months] = await Promise.all([
    selectPurposes(ctx.db),
    countConsenting(ctx.db),
    countSuppressions(ctx.db),
    selectRetention(ctx.db),
  ]);
  return {
    purposes: purposes.map((purpose) => ({ ...purpose, count: counts.find(({ code }) => code === purpose.code)?.count ?? 0 })),
    stopped,
    months,
  };
}

/** All that one agreed to and took back, the last first. */
export async function consentsOf(ctx: Ctx, contact: number): Promise<Consent[]> {
  authorize(ctx.actor, policy, 'contacts.read');
  return selectConsents(ctx.db, contact);
}

/** Somebody told a person of the house that he agrees, on paper, by telephone or in person; where its proof is goes with it. */
export async function giveConsent(
  ctx: Ctx,
  input: { id: number; purpose: string; channel: (typeof toldBy)[number]; proof: string },
): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'consents.write');
  const contact = await knownContact(ctx, input.id, true);
  if (contact.stopped) return refuse('consent.stopped');
  const purpose = (await purposesNow(ctx)).find(({ code }) => code === input.purpose);
  if (!purpose) return refuse('consent.purpose', {}, 'purpose');
  if (contact.purposes.includes(purpose.code)) return refuse('consent.given', { purpose: purpose.name }, 'purpose');
  await note(ctx, contact.id, [{ purpose, act: 'given' }], input.channel, input.proof);
  return { id: contact.id };
}

export async function withdrawConsent(ctx: Ctx, input: { id: number; purpose: string }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'consents.write');
  const contact = await knownContact(ctx, input.id, true);
  const purpose = (await selectPurposes(ctx.db)).find(({ code }) => code === input.purpose);
  if (!purpose || !contact.purposes.includes(purpose.code)) return refuse('consent.not_given', {}, 'purpose');
  await note(ctx, contact.id, [{ purpose, act: 'withdrawn' }], 'request', '');
  return { id: contact.id };
}

/** Writes lines of the ledger: what holds changes at once, because a trigger keeps it. */
export async function note(
  ctx: Ctx,
  contact: number,
  lines: readonly { purpose: Pick<Purpose, 'code' | 'number'>; act: ConsentAct }[],
  channel: ConsentChannel,
  proof: string,
): Promise<void> {
  await insertConsents(
    ctx.db,
    contact,
    lines.map(({ purpose, act }) => ({ purpose: purpose.code, number: purpose.number, act, channel, proof })),
    ctx.actor.id,
    ctx.now,
  );
  for (const act of ['given', 'withdrawn'] as const) {
    const purposes = lines.filter((line) => line.act === act).map(({ purpose }) => purpose.code);
    if (purposes.length === 0) continue;
    await ctx.tell({
      name: `consent.${act}`,
      subject: { type: 'contact', id: contact },
      after: { purposes: purposes.join(', '), channel },
      payload: { purposes },
      topics: [contactsTopic],
    });
  }
}

/**
 * Somebody pressed «cancelar» in his mail program (RFC 8058): from now on it holds, for whatever is sent. `proof` says in which mail.
 * Pressing it again changes nothing.
 */
export async function withdrawByOneClick(ctx: Ctx, input: { contact: number; purpose: string; proof: string }): Promise<void> {
  const contact = await knownContact(ctx, input.contact, true);
  const purpose = (await selectPurposes(ctx.db)).find(({ code }) => code === input.purpose);
  if (purpose && contact.purposes.includes(purpose.code))
    await note(acting(ctx, nobody), contact.id, [{ purpose, act: 'withdrawn' }], 'one_click', input.proof);
}

/** Puts an address on the list of those that nobody writes to, and takes back all it agreed to. */
export async function stopWriting(ctx: Ctx, input: { id: number }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'consents.write');
  return stop(ctx, input.id, 'request');
}

/** The same from the person's own page. */
export async function stop(ctx: Ctx, id: number, channel: ConsentChannel): Promise<{ id: number } | Refusal> {
  const contact = await knownContact(ctx, id, true);
  if (contact.email === null) return refuse('consent.no_mail');
  await withdrawAll(ctx, contact, channel);
  await insertSuppression(ctx.db, contact.email, 'asked', ctx.actor.id, ctx.now);
  await ctx.tell({ name: 'contact.stopped', subject: { type: 'contact', id }, topics: [contactsTopic] });
  return { id };
}

/**
 * What was sent to a contact comes back for good, or he called it unwanted before his mail provider: nobody writes there any more, and who
 * complained agrees to nothing. Of one who is gone there is nothing to stop.
 */
export async function stopReturned(ctx: Ctx, input: { contact: number; reason: 'bounced' | 'complained' }): Promise<void> {
  const contact = await selectContact(ctx.db, input.contact, true);
  if (!contact || contact.email === null) return;
  if (input.reason === 'complained') await withdrawAll(ctx, contact, 'complaint');
  await insertSuppression(ctx.db, contact.email, input.reason, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'contact.stopped',
    subject: { type: 'contact', id: contact.id },
    after: { reason: input.reason },
    topics: [contactsTopic],
  });
}

export async function withdrawAll(
  ctx: Ctx,
  contact: { readonly id: number; readonly purposes: readonly string[] },
  channel: ConsentChannel,
): Promise<void> {
  const known = await selectPurposes(ctx.db);
  const held = known.filter(({ code }) => contact.purposes.includes(code)).map((purpose) => ({ purpose, act: 'withdrawn' as const }));
  await note(ctx, contact.id, held, channel, '');
}

/** Takes an address off the list, because its owner asks for it. One that came back or complained stays. */
export async function writeAgain(ctx: Ctx, input: { id: number }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'consents.write');
  const contact = await knownContact(ctx, input.id, true);
  const known = contact.email === null ? undefined : await selectSuppression(ctx.db, contact.email);
  if (!known) return refuse('consent.not_stopped');
  if (known.reason === 'complained') return refuse('consent.complained');
  await deleteSuppression(ctx.db, contact.email!);
  await ctx.tell({ name: 'contact.written_again', subject: { type: 'contact', id: contact.id }, topics: [contactsTopic] });
  return { id: contact.id };
}

export async function addPurpose(ctx: Ctx, input: { name: string; text: string }): Promise<{ code: string } | Refusal> {
  authorize(ctx.actor, policy, 'purposes.write');
  const code = codeOf(input.name);
  if (code === '' || !(await insertPurpose(ctx.db, { code, name: input.name }))) return refuse('consent.purpose_known', {}, 'name');
  await insertPurposeText(ctx.db, code, input.text, ctx.actor.id, ctx.now);
  await ctx.tell({ name: 'purpose.added', subject: { type: 'purpose', id: code }, after: { name: input.name, text: input.text } });
  return { code };
}

/** From now on this is read by who agrees; who agreed before did it to what he read. */
export async function publishPurposeText(ctx: Ctx, input: { purpose: string; text: string }): Promise<{ number: number } | Refusal> {
  authorize(ctx.actor, policy, 'purposes.write');
  const purpose = (await selectPurposes(ctx.db)).find(({ code }) => code === input.purpose);
  if (!purpose) throw new NotFound(`purpose ${input.purpose}`);
  if (purpose.text === input.text) return refuse('consent.same_text', {}, 'text');
  const number = await insertPurposeText(ctx.db, purpose.code, input.text, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'purpose.worded',
    subject: { type: 'purpose', id: purpose.code },
    before: { text: purpose.text },
    after: { name: purpose.name, text: input.text },
  });
  return { number };
}

/** Nobody is asked for it any more; what the portal remembered by it goes, since nobody could take that back. */
export async function closePurpose(ctx: Ctx, input: { purpose: string }): Promise<{ code: string }> {
  authorize(ctx.actor, policy, 'purposes.write');
  if (!(await markPurposeClosed(ctx.db, input.purpose, ctx.now))) throw new NotFound(`purpose ${input.purpose}`);
  if (input.purpose === visitsPurpose) await deleteVisits(ctx.db);
  await ctx.tell({ name: 'purpose.closed', subject: { type: 'purpose', id: input.purpose } });
  return { code: input.purpose };
}

export async function setRetention(ctx: Ctx, input: { months: number }): Promise<{ months: number }> {
  authorize(ctx.actor, policy, 'purposes.write');
  const before = await selectRetention(ctx.db);
  await updateRetention(ctx.db, input.months);
  await ctx.tell({
    name: 'retention.set',
    subject: { type: 'contact', id: 'all' },
    before: { months: before },
    after: { months: input.months },
  });
  return input;
}

const forgottenAtOnce = 2000;

/** Forgets whoever agreed to nothing for longer than the house keeps such contacts, and addresses that were never confirmed. */
export async function forgetSilent(ctx: Ctx): Promise<number> {
  await deleteExpired(ctx.db, ctx.now);
  const today = dayIn(ctx.now, await zoneOf(ctx));
  const before = new Date(`${addMonths(today, -(await selectRetention(ctx.db)))}T00:00:00Z`);
  const silent = await selectForgettable(ctx.db, before, forgottenAtOnce);
  for (const id of silent) await eraseContact(ctx.db, id, ctx.now);
  if (silent.length > 0)
    await ctx.tell({
      name: 'contacts.forgotten',
      subject: { type: 'contact', id: 'all' },
      after: { count: silent.length },
      topics: [contactsTopic],
    });
  return silent.length;
}
