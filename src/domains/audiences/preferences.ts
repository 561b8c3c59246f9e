import { acting, nobody, type Ctx } from '#platform/ctx.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { post } from '#platform/mail/outbox.ts';
import { NotFound, type Refusal } from '#platform/refusal.ts';
import { CannotOpen } from '#platform/secrets/vault.ts';
import { institutionOf, wholeName } from '#domains/organization/index.ts';
import type { Contact } from './contact.ts';
import { note, purposesNow, stop } from './consents.ts';
import { selectConsents, type Consent, type Purpose } from './consents.queries.ts';
import { knownContact } from './contacts.ts';
import { selectContactByMail } from './contacts.queries.ts';

const place = 'preference-link';

/**
 * The address of a contact's own page, which needs no password: it is signed by the house's key and kept nowhere. It stays good until
 * the contact is erased or the key is changed.
 */
export const preferencesPath = (ctx: Pick<Ctx, 'vault'>, contact: number): string =>
  `/subscription/mine/${ctx.vault.seal(place, String(contact)).slice('1:'.length)}`;

/** @throws NotFound when the address is not one of ours, or the contact is no more */
export async function contactOfLink(ctx: Ctx, key: string, lock = false): Promise<Contact> {
  return knownContact(ctx, idOf(ctx, key), lock);
}

function idOf(ctx: Ctx, key: string): number {
  try {
    return Number(ctx.vault.open(place, `1:${key}`));
  } catch (cause) {
    if (cause instanceof CannotOpen) throw new NotFound('preferences');
    throw cause;
  }
}

export interface Preferences {
  readonly contact: Contact;
  readonly purposes: readonly Purpose[];
  readonly consents: readonly Consent[];
  /** What he reads who lets the portal remember what he looks at, and whether he does; null when that is not offered. */
  readonly visits: { readonly purpose: Purpose; readonly on: boolean } | null;
}

/** All that the house knows of whoever has the link: his data, what he agreed to, and its proof. */
export async function preferencesOf(ctx: Ctx, key: string): Promise<Preferences> {
  const contact = await contactOfLink(ctx, key);
  const [purposes, [visits], consents] = await Promise.all([
    purposesNow(ctx),
    purposesNow(ctx, 'visits'),
    selectConsents(ctx.db, contact.id),
  ]);
  return { contact, purposes, consents, visits: visits ? { purpose: visits, on: contact.purposes.includes(visits.code) } : null };
}

/** What he wants from now on, purpose by purpose: it holds at once, for whatever is sent. */
export async function setPreferences(
  ctx: Ctx,
  key: string,
  input: { purposes: readonly string[] },
): Promise<{ given: number; withdrawn: number }> {
  const contact = await contactOfLink(ctx, key, true);
  const known = await purposesNow(ctx);
  const given = known.filter(({ code }) => input.purposes.includes(code) && !contact.purposes.includes(code));
  const withdrawn = known.filter(({ code }) => !input.purposes.includes(code) && contact.purposes.includes(code));
  await note(
    acting(ctx, nobody),
    contact.id,
    [
      ...given.map((purpose) => ({ purpose, act: 'given' as const })),
      ...withdrawn.map((purpose) => ({ purpose, act: 'withdrawn' as const })),
    ],
    'preferences',
    'link',
  );
  return { given: given.length, withdrawn: withdrawn.length };
}

/** Nobody writes to him any more, whatever it is about. */
export async function stopByLink(ctx: Ctx, key: string): Promise<{ id: number } | Refusal> {
  const { id } = await contactOfLink(ctx, key);
  return stop(acting(ctx, nobody), id, 'preferences');
}

/** Sends the address of his own page to whoever is a contact; the answer is the same for who is not. */
export async function sendPreferencesLink(ctx: Ctx, input: { email: string }, { origin }: { origin: string }): Promise<void> {
  const known = await selectContactByMail(ctx.db, input.email);
  if (!known) return;
  const contact = await knownContact(ctx, known.id);
  const words = say(contact.language);
  const facts = { institution: wholeName(await institutionOf(ctx)), link: origin + preferencesPath(ctx, contact.id) };
  await post(ctx, { to: input.email, subject: words('audiences.mail.link_subject', facts), text: words('audiences.mail.link', facts) });
}
