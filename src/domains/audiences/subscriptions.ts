import { createHash, randomBytes } from 'node:crypto';
import { acting, nobody, type Ctx } from '#platform/ctx.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { post } from '#platform/mail/outbox.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { institutionOf, wholeName } from '#domains/organization/index.ts';
import { contactsTopic } from './contact.ts';
import type { SubscriptionInput } from './consents.input.ts';
import { deleteSuppression, type Purpose } from './consents.queries.ts';
import { note, purposesNow } from './consents.ts';
import { knownContact } from './contacts.ts';
import { insertContact, selectContactByMail } from './contacts.queries.ts';
import { preferencesPath } from './preferences.ts';
import { deleteSubscription, insertSubscription, selectSubscription, type Subscription } from './subscriptions.queries.ts';

const days = 7;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

interface From {
  /** Where the house is seen from. */
  readonly origin: string;
  readonly language: 'es' | 'en';
}

/** Somebody writes an address and what he wants to receive: nothing holds until he says yes to the letter sent there (double opt-in). */
export async function askSubscription(ctx: Ctx, input: SubscriptionInput, { origin, language }: From): Promise<{ id: number } | Refusal> {
  const purposes = await chosen(ctx, input.purposes);
  if (purposes.length !== new Set(input.purposes).size) return refuse('consent.purpose', {}, 'purposes');
  const token = randomBytes(24).toString('base64url');
  const id = await insertSubscription(ctx.db, {
    tokenHash: hashOf(token),
    email: input.email,
    name: input.name,
    language,
    region: input.region,
    purposes: purposes.map(({ code }) => code),
    numbers: purposes.map(({ number }) => number),
    askedAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + days * 24 * 60 * 60_000),
  });
  const words = say(language);
  const facts = {
    institution: wholeName(await institutionOf(ctx)),
    purposes: purposes.map((purpose) => `- ${purpose.name}`).join('\n'),
    link: `${origin}/subscription/confirm/${token}`,
    days,
  };
  await post(ctx, {
    to: input.email,
    subject: words('audiences.mail.confirm_subject', facts),
    text: words('audiences.mail.confirm', { ...facts, days: String(days) }),
  });
  return { id };
}

/** What waits for a yes. @throws NotFound when it is over or never was */
export async function readSubscription(ctx: Ctx, token: string, lock = false): Promise<Subscription & { texts: Purpose[] }> {
  const waiting = await selectSubscription(ctx.db, hashOf(token), ctx.now, lock);
  if (!waiting) throw new NotFound('subscription');
  return { ...waiting, texts: await chosen(ctx, waiting.purposes) };
}

/** He opened the letter and says yes: from now on it holds, with its proof. @returns the address of his own page */
export async function confirmSubscription(ctx: Ctx, token: string, { origin }: Pick<From, 'origin'>): Promise<{ path: string }> {
  const own = acting(ctx, nobody);
  const { id, email, name, language, region, purposes, numbers, askedAt } = await readSubscription(ctx, token, true);
  const known = await selectContactByMail(ctx.db, email);
  const contact =
    known?.id ??
    (await insertContact(
      ctx.db,
      { kind: 'citizen', name, email, phone: null, organization: '', language, region, interests: [], attributes: {} },
      ctx.now,
    ));
  if (!known) await own.tell({ name: 'contact.subscribed', subject: { type: 'contact', id: contact }, topics: [contactsTopic] });
  await deleteSuppression(ctx.db, email);
  const held = (await knownContact(ctx, contact)).purposes;
  const lines = purposes.map((code, at) => ({ purpose: { code, number: numbers[at]! }, act: 'given' as const }));
  await note(
    own,
    contact,
    lines.filter(({ purpose }) => !held.includes(purpose.code)),
    'portal',
    `mail:${askedAt.toISOString()}`,
  );
  await deleteSubscription(ctx.db, id);
  const path = preferencesPath(ctx, contact);
  const words = say(language);
  const facts = { institution: wholeName(await institutionOf(ctx)), link: origin + path };
  await post(ctx, { to: email, subject: words('audiences.mail.welcome_subject', facts), text: words('audiences.mail.welcome', facts) });
  return { path };
}

async function chosen(ctx: Ctx, codes: readonly string[]): Promise<Purpose[]> {
  return (await purposesNow(ctx)).filter(({ code }) => codes.includes(code));
}
