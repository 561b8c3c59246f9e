import { acting, nobody, type Ctx } from '#platform/ctx.ts';
import { addBusinessDays } from '#platform/clock/business-days.ts';
import { addDays, addMonths, dayIn, parseDay, type Day } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { post } from '#platform/mail/outbox.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { institutionOf, nonWorkingDaysOf, regionName, todayOf, zoneOf, wholeName } from '#domains/organization/index.ts';
import { contactsTopic, type Contact } from './contact.ts';
import { withdrawAll } from './consents.ts';
import { insertSuppression, selectConsents } from './consents.queries.ts';
import { knownContact } from './contacts.ts';
import { eraseContact, selectContactByMail } from './contacts.queries.ts';
import type { DataRequestFilter, DataRequestKind } from './data-requests.input.ts';
import {
  blankAsker,
  countDataRequests,
  insertDataRequest,
  selectDataRequest,
  selectDataRequests,
  updateAnswered,
  updateIncomplete,
  updateTerm,
  withdrawSilent,
  type DataRequest,
} from './data-requests.queries.ts';
import { aboutName } from './interactions.ts';
import { selectDone } from './interactions.queries.ts';
import { audiencesPolicy as policy } from './policy.ts';
import { contactOfLink } from './preferences.ts';

/** In business days: a query, arts. 14; a claim, art. 15 of the Ley 1581 de 2012. `ask`: within which what is missing is asked for. */
export const dataTerms = { query: { days: 10, more: 5 }, correction: { days: 15, more: 8 }, deletion: { days: 15, more: 8 } } as const;
const askWithin = 5;
const silentMonths = 2;
const page = 50;

export async function listDataRequests(ctx: Ctx, filter: DataRequestFilter) {
  authorize(ctx.actor, policy, 'data_requests.read');
  const found = await selectDataRequests(ctx.db, filter, page + 1);
  const requests = found.slice(0, page);
  return {
    requests,
    next: found.length > page ? requests.at(-1)!.id : null,
    today: await todayOf(ctx),
    ...(await countDataRequests(ctx.db, await todayOf(ctx))),
  };
}

/** @throws NotFound */
export async function getDataRequest(ctx: Ctx, id: number, { lock = false } = {}): Promise<DataRequest & { today: Day; askUntil: Day }> {
  authorize(ctx.actor, policy, 'data_requests.read');
  const request = Number.isSafeInteger(id) ? await selectDataRequest(ctx.db, id, lock) : undefined;
  if (!request) throw new NotFound(`data request ${id}`);
  return { ...request, today: await todayOf(ctx), askUntil: await dayAfter(ctx, request.receivedOn, askWithin) };
}

/** What came on paper, by telephone, by mail or at the counter. Who is a contact is found by his mail. */
export async function noteDataRequest(
  ctx: Ctx,
  input: { kind: DataRequestKind; said: string; name: string; email: string | null; channel: string; receivedOn: string },
): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'data_requests.answer');
  if (input.receivedOn > (await todayOf(ctx))) return refuse('data_request.in_the_future', {}, 'receivedOn');
  const known = input.email === null ? undefined : await selectContactByMail(ctx.db, input.email);
  return { id: await open(ctx, { ...input, contact: known?.id ?? null }) };
}

/** He asks by his own page: who he is, the link says. */
export async function askAboutOwnData(
  ctx: Ctx,
  key: string,
  input: { kind: DataRequestKind; said: string },
): Promise<{ id: number; dueOn: Day }> {
  const contact = await contactOfLink(ctx, key);
  const receivedOn = await todayOf(ctx);
  const asked = { ...input, name: '', email: null, channel: 'preferences', receivedOn, contact: contact.id };
  const id = await open(acting(ctx, nobody), asked);
  const dueOn = await dayAfter(ctx, receivedOn, dataTerms[input.kind].days);
  if (contact.email) await write(ctx, contact, 'received', { number: String(id), day: dueOn });
  return { id, dueOn };
}

async function open(
  ctx: Ctx,
  input: {
    kind: DataRequestKind;
    said: string;
    name: string;
    email: string | null;
    channel: string;
    receivedOn: string;
    contact: number | null;
  },
): Promise<number> {
  const dueOn = await dayAfter(ctx, input.receivedOn, dataTerms[input.kind].days);
  const id = await insertDataRequest(ctx.db, { ...input, dueOn }, ctx.now);
  await ctx.tell({
    name: 'data_request.received',
    subject: { type: 'data_request', id },
    after: { kind: input.kind, due_on: dueOn },
    topics: ['data_requests'],
  });
  return id;
}

/** Once, and before the term ends: the reason and the day are told to him. */
export async function extendDataRequest(ctx: Ctx, input: { id: number; reason: string }): Promise<{ id: number } | Refusal> {
  const request = await workable(ctx, input.id);
  if (isRefusal(request)) return request;
  if (request.extendedOn !== null) return refuse('data_request.extended');
  if (request.today > request.dueOn) return refuse('data_request.too_late');
  const dueOn = await dayAfter(ctx, request.dueOn, dataTerms[request.kind].more);
  await updateTerm(ctx.db, request.id, { dueOn, extendedOn: request.today, reason: input.reason });
  await write(ctx, request, 'extended', { number: String(request.id), day: dueOn, text: input.reason });
  await tell(ctx, request, 'data_request.extended', { due_on: dueOn });
  return { id: request.id };
}

/** What he said is not enough to act: he is asked, within five business days of its coming. */
export async function askToComplete(ctx: Ctx, input: { id: number; what: string }): Promise<{ id: number } | Refusal> {
  const request = await workable(ctx, input.id);
  if (isRefusal(request)) return request;
  if (request.kind === 'query') return refuse('data_request.query_is_whole');
  if (request.today > request.askUntil) return refuse('data_request.ask_too_late', { day: request.askUntil });
  await updateIncomplete(ctx.db, request.id, { state: 'incomplete', askedOn: request.today, what: input.what, dueOn: request.dueOn });
  await write(ctx, request, 'incomplete', { number: String(request.id), text: input.what });
  await tell(ctx, request, 'data_request.asked_to_complete', {});
  return { id: request.id };
}

/** He completed it: its term begins now. */
export async function completeDataRequest(ctx: Ctx, input: { id: number }): Promise<{ id: number } | Refusal> {
  const request = await workable(ctx, input.id);
  if (isRefusal(request)) return request;
  if (request.state !== 'incomplete') return refuse('data_request.not_incomplete');
  const dueOn = await dayAfter(ctx, request.today, dataTerms[request.kind].days);
  await updateIncomplete(ctx.db, request.id, { state: 'open', askedOn: request.askedOn!, what: request.askedWhat, dueOn });
  await tell(ctx, request, 'data_request.completed', { due_on: dueOn });
  return { id: request.id };
}

/** Answers, and does it: a deletion that is granted takes everything out and the address is never written to again. */
export async function answerDataRequest(
  ctx: Ctx,
  input: { id: number; outcome: 'granted' | 'refused'; answer: string },
): Promise<{ id: number } | Refusal> {
  const request = await workable(ctx, input.id);
  if (isRefusal(request)) return request;
  const contact = request.contact === null ? null : await knownContact(ctx, request.contact, true);
  const deletes = request.kind === 'deletion' && input.outcome === 'granted';
  if (deletes && contact?.kind === 'staff') return refuse('data_request.of_the_house', {}, 'outcome');
  const known = request.kind === 'query' && contact ? `\n\n${await ownData(ctx, contact)}` : '';
  await write(ctx, request, 'answered', { number: String(request.id), text: input.answer + known });
  await updateAnswered(ctx.db, request.id, { outcome: input.outcome, answer: input.answer, by: ctx.actor.id, now: ctx.now });
  if (deletes && contact) await erase(ctx, contact);
  await tell(ctx, request, 'data_request.answered', { outcome: input.outcome });
  return { id: request.id };
}

async function erase(ctx: Ctx, contact: Contact): Promise<void> {
  await withdrawAll(ctx, contact, 'request');
  if (contact.email) await insertSuppression(ctx.db, contact.email, 'erased', ctx.actor.id, ctx.now);
  await blankAsker(ctx.db, contact.id);
  await eraseContact(ctx.db, contact.id, ctx.now);
  await ctx.tell({ name: 'contact.erased', subject: { type: 'contact', id: contact.id }, topics: [contactsTopic] });
}

/** All that the house knows of somebody, as text for him. */
export async function ownData(ctx: Ctx, contact: Contact): Promise<string> {
  const words = say(contact.language);
  const format = formatIn(contact.language);
  const zone = await zoneOf(ctx);
  const consents = await selectConsents(ctx.db, contact.id);
  const done = await selectDone(ctx.db, [contact.id]);
  const line = (name: string, value: string | null) => (value ? [`${name}: ${value}`] : []);
  return [
    ...line(words('audiences.contact.name'), contact.name),
    ...line(words('audiences.contact.email'), contact.email),
    ...line(words('audiences.contact.phone'), contact.phone),
    ...line(words('audiences.contact.organization'), contact.organization || contact.unitName),
    ...line(words('audiences.contact.region'), contact.region && regionName(contact.region)),
    ...line(words('audiences.contact.interests'), contact.interests.join(', ')),
    ...Object.entries(contact.attributes).flatMap(([name, value]) => line(name, value)),
    ...consents.flatMap(({ purposeName, act, at, channel }) =>
      line(`${purposeName}, ${words(`audiences.act.${act}`)}`, `${format.day(dayIn(at, zone))}, ${words(`audiences.by.${channel}`)}`),
    ),
    ...done.flatMap((one) =>
      line(
        `${words(`audiences.did.${one.act}`)} ${aboutName(words, one)}`,
        words('audiences.did.when', { count: one.times, day: format.day(one.last) }),
      ),
    ),
  ].join('\n');
}

/** Who was asked to complete and said nothing for two months has withdrawn it (Ley 1581 de 2012, art. 15). */
export async function withdrawSilentRequests(ctx: Ctx): Promise<void> {
  const before = addMonths(await todayOf(ctx), -silentMonths);
  for (const id of await withdrawSilent(ctx.db, before))
    await ctx.tell({ name: 'data_request.lapsed', subject: { type: 'data_request', id }, topics: ['data_requests'] });
}

/** The request, locked, when something can still be done about it. */
async function workable(ctx: Ctx, id: number): Promise<(DataRequest & { today: Day; askUntil: Day }) | Refusal> {
  authorize(ctx.actor, policy, 'data_requests.answer');
  const request = await getDataRequest(ctx, id, { lock: true });
  return request.state === 'answered' || request.state === 'withdrawn' ? refuse('data_request.closed') : request;
}

const tell = (
  ctx: Ctx,
  { id }: { id: number },
  name: 'data_request.extended' | 'data_request.asked_to_complete' | 'data_request.completed' | 'data_request.answered',
  after: object,
) => ctx.tell({ name, subject: { type: 'data_request', id }, after, topics: ['data_requests'] });

/** By mail, when he has one; else the office tells him by the means he came. */
async function write(
  ctx: Ctx,
  to: { readonly email: string | null; readonly language?: string | null },
  news: 'received' | 'extended' | 'incomplete' | 'answered',
  facts: Record<string, string>,
): Promise<void> {
  if (to.email === null) return;
  const institution = await institutionOf(ctx);
  const words = say((to.language ?? institution.language) === 'en' ? 'en' : 'es');
  const all = { text: '', day: '', ...facts, institution: wholeName(institution) };
  await post(ctx, {
    to: to.email,
    subject: words(`audiences.mail.data_${news}_subject`, all),
    text: words(`audiences.mail.data_${news}`, all),
  });
}

async function dayAfter(ctx: Ctx, from: string, count: number): Promise<Day> {
  const start = parseDay(from);
  return addBusinessDays(start, count, await nonWorkingDaysOf(ctx, { from: start, to: addDays(start, 90) }));
}
