import type { Ctx } from '#platform/ctx.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { contactsTopic } from './contact.ts';
import { selectPurposes } from './consents.queries.ts';
import { note, withdrawAll } from './consents.ts';
import { eraseContact, insertContact, selectContact } from './contacts.queries.ts';

/**
 * Somebody agrees, on this browser, to what its notices are for: a contact that is nothing but its agreement, with text, moment and
 * proof (Ley 1581 de 2012, art. 9). @returns contacts.id
 */
export async function agreeToPush(ctx: Ctx, { language, proof }: { language: 'es' | 'en'; proof: string }): Promise<number> {
  const name = say(language)('audiences.push_contact');
  const given = {
    kind: 'citizen' as const,
    name,
    email: null,
    phone: null,
    organization: '',
    language,
    region: null,
    interests: [],
    attributes: {},
  };
  const contact = await insertContact(ctx.db, given, ctx.now);
  await ctx.tell({ name: 'contact.subscribed', subject: { type: 'contact', id: contact }, topics: [contactsTopic] });
  const purposes = (await selectPurposes(ctx.db)).filter(({ means }) => means === 'push');
  await note(
    ctx,
    contact,
    purposes.map((purpose) => ({ purpose, act: 'given' as const })),
    'portal',
    proof,
  );
  return contact;
}

/** It is taken back, and with it the contact, which was nothing else; the ledger stays. */
export async function takeBackPush(ctx: Ctx, id: number): Promise<void> {
  const contact = await selectContact(ctx.db, id, true);
  if (!contact) return;
  await withdrawAll(ctx, contact, 'portal');
  await eraseContact(ctx.db, id, ctx.now);
}
