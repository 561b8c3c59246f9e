import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { lastChange } from '#domains/organization/index.ts';
import { changedFields, contactsTopic, type Contact } from './contact.ts';
import type { ContactFilter, ContactInput } from './contacts.input.ts';
import {
  countByKind,
  countContacts,
  eraseContact,
  handOver,
  insertContact,
  selectAlike,
  selectContact,
  selectContactByMail,
  selectContactNames,
  selectContacts,
  updateContact,
  type Wanted,
} from './contacts.queries.ts';
import { audiencesPolicy as policy } from './policy.ts';
import { selectDone, type DoneThing } from './interactions.queries.ts';
import { conditionOfSegment } from './segments.ts';

const page = 50;
/** Lists say «more than» beyond it. */
export const countedTo = 10_000;

export interface ContactPage {
  readonly contacts: readonly Contact[];
  readonly count: number;
  /** Where the following page begins; null at the end. */
  readonly next: number | null;
}

export async function listContacts(ctx: Ctx, filter: ContactFilter): Promise<ContactPage> {
  authorize(ctx.actor, policy, 'contacts.read');
  const asked = await within(ctx, filter);
  const count = await countContacts(ctx.db, asked, countedTo + 1);
  const found = await selectContacts(ctx.db, asked, page + 1, count <= countedTo);
  const contacts = found.slice(0, page);
  return { contacts, count, next: found.length > page ? contacts.at(-1)!.id : null };
}

const within = async (ctx: Ctx, filter: ContactFilter): Promise<Wanted> =>
  filter.segment ? { ...filter, condition: await conditionOfSegment(ctx, filter.segment) } : filter;

/** How many contacts there are of each kind. */
export async function contactStanding(ctx: Ctx): Promise<{ total: number; staff: number }> {
  authorize(ctx.actor, policy, 'contacts.read');
  const kinds = await countByKind(ctx.db);
  return { total: kinds.reduce((sum, { count }) => sum + count, 0), staff: kinds.find(({ kind }) => kind === 'staff')?.count ?? 0 };
}

/** Everybody whom a filter finds, with what each did, in parts. */
export async function* everyContact(ctx: Ctx, filter: ContactFilter): AsyncGenerator<Contact & { readonly did: readonly DoneThing[] }> {
  authorize(ctx.actor, policy, 'contacts.read');
  const asked = await within(ctx, filter);
  const few = (await countContacts(ctx.db, asked, countedTo + 1)) <= countedTo;
  for (let after: number | undefined; ;) {
    const part = await selectContacts(ctx.db, { ...asked, after }, 1000, few);
    const ids = part.map(({ id }) => id);
    const did = Map.groupBy(await selectDone(ctx.db, ids), ({ contact }) => contact);
    yield* part.map((contact) => ({ ...contact, did: did.get(contact.id) ?? [] }));
    if (part.length < 1000) return;
    after = part.at(-1)!.id;
  }
}

/** @throws NotFound */
export async function getContact(ctx: Ctx, id: number, { lock = false } = {}): Promise<Contact> {
  authorize(ctx.actor, policy, 'contacts.read');
  return knownContact(ctx, id, lock);
}

/** Without asking who reads: for commands that have asked. @throws NotFound */
export async function knownContact(ctx: Ctx, id: number, lock = false): Promise<Contact> {
  const contact = Number.isSafeInteger(id) ? await selectContact(ctx.db, id, lock) : undefined;
  if (!contact) throw new NotFound(`contact ${id}`);
  return contact;
}

/** Others that may be the same person. */
export async function alikeContacts(ctx: Ctx, contact: Contact): Promise<Contact[]> {
  authorize(ctx.actor, policy, 'contacts.read');
  return selectAlike(ctx.db, contact);
}

export async function addContact(ctx: Ctx, input: ContactInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'contacts.write');
  const refused = await notReachable(ctx, input);
  if (refused) return refused;
  const id = await insertContact(ctx.db, input, ctx.now);
  await ctx.tell({ name: 'contact.added', subject: { type: 'contact', id }, after: { kind: input.kind }, topics: [contactsTopic] });
  return { id };
}

/** @returns `form.stale` when somebody saved the contact since the form was opened. */
export async function changeContact(ctx: Ctx, input: ContactInput & { id: number; version: number }): Promise<{ id: number } | Refusal> {
  const contact = await getContact(ctx, input.id, { lock: true });
  authorize(ctx.actor, policy, 'contacts.write');
  if (contact.kind === 'staff') return refuse('contact.of_the_house');
  const { id, version, ...fields } = input;
  if (version !== contact.version) return refuse('form.stale', { who: (await lastChange(ctx.db, 'contact', String(id)))?.actor ?? '' });
  const refused = await notReachable(ctx, fields, id);
  if (refused) return refused;
  await updateContact(ctx.db, id, fields, ctx.now);
  await ctx.tell({
    name: 'contact.edited',
    subject: { type: 'contact', id },
    after: { fields: changedFields({ ...contact }, fields).join(', ') },
    topics: [contactsTopic],
  });
  return { id };
}

/**
 * Two are one: what the kept one lacks comes from the other; what was agreed to adds up, and the last word on each purpose holds.
 * One of the house is kept as it is.
 */
export async function mergeContacts(ctx: Ctx, input: { id: number; with: number }): Promise<{ id: number } | Refusal> {
  if (input.id === input.with) return refuse('contact.same');
  const kept = await getContact(ctx, input.id, { lock: true });
  const other = await getContact(ctx, input.with, { lock: true });
  authorize(ctx.actor, policy, 'contacts.write');
  if (other.kind === 'staff') return refuse('contact.merge_staff', { name: other.name });
  await handOver(ctx.db, other.id, kept.id);
  await eraseContact(ctx.db, other.id, ctx.now, kept.id);
  if (kept.kind !== 'staff') await updateContact(ctx.db, kept.id, { ...filled(kept, other), kind: kept.kind }, ctx.now);
  await ctx.tell({
    name: 'contact.merged',
    subject: { type: 'contact', id: kept.id },
    after: { merged: other.id },
    topics: [contactsTopic],
  });
  return { id: kept.id };
}

type Fields = Omit<ContactInput, 'kind' | 'interests'> & { readonly interests: readonly string[] };

/** The rule of joining: what is there stays, what is missing comes from the other, lists add up. */
export function filled(kept: Fields, other: Fields): Omit<ContactInput, 'kind'> {
  return {
    name: kept.name || other.name,
    email: kept.email ?? other.email,
    phone: kept.phone ?? other.phone,
    organization: kept.organization || other.organization,
    language: kept.language,
    region: kept.region ?? other.region,
    interests: [...new Set([...kept.interests, ...other.interests])].slice(0, 40),
    attributes: { ...other.attributes, ...kept.attributes },
  };
}

async function notReachable(ctx: Ctx, { email, phone }: ContactInput, own?: number): Promise<Refusal | undefined> {
  if (email === null && phone === null) return refuse('contact.no_way', {}, 'email');
  const other = email === null ? undefined : await selectContactByMail(ctx.db, email);
  return other && other.id !== own ? refuse('contact.mail_taken', { name: other.name }, 'email') : undefined;
}

/** What contacts are called, for who reads the audit log. */
export function contactNames(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return selectContactNames(ctx.db, ids);
}
