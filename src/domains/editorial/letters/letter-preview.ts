import type { Ctx } from '#platform/ctx.ts';
import { authorize, may } from '#platform/http/policy.ts';
import { post } from '#platform/mail/outbox.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { audiencesPolicy, contactFilterInput, getContact, listContacts, preferencesPath, type Contact } from '#domains/audiences/index.ts';
import { BrokenLetter, fill, type Filled, type Letter, type PersonalValues } from '#domains/channels/index.ts';
import { regionName } from '#domains/organization/index.ts';
import { getPiece } from '../pieces.ts';
import { editorialPolicy } from '../policy.ts';
import type { TestLetterInput } from './letters.input.ts';
import { pieceLetter, viewPathOf } from './piece-letter.ts';
import { selectOwnMail } from './links.queries.ts';

/** Some contacts of a segment, to look at how a letter reads for them; none for who may not read contacts. */
export async function sampleOf(ctx: Ctx, segment: string | undefined): Promise<{ id: number; name: string }[]> {
  if (!may(ctx.actor, audiencesPolicy['contacts.read'])) return [];
  const { contacts } = await listContacts(ctx, contactFilterInput.parse({ segment }));
  return contacts.filter(({ email }) => email !== null).map(({ id, name, email }) => ({ id, name: name || email! }));
}

/** What goes into the holes for one contact; for nobody, only what everybody has. Looking never stops a subscription: its way out is his own page. */
export function valuesFor(ctx: Ctx, contact: Contact | null, { origin, view }: { origin: string; view: string }): PersonalValues {
  const own = contact ? origin + preferencesPath(ctx, contact.id) : `${origin}/subscription`;
  return {
    name: contact?.name ?? '',
    first_name: contact?.name.split(' ')[0] ?? '',
    organization: contact?.organization ?? '',
    unit: contact?.unitName ?? '',
    region: contact?.region ? regionName(contact.region) : '',
    preferences: own,
    one_click: own,
    view,
  };
}

/** The letter as one contact gets it; a hole that cannot be filled is left to be seen. */
export async function letterFor(
  ctx: Ctx,
  letter: Letter,
  contact: number | undefined,
  at: { origin: string; view: string },
): Promise<Filled> {
  const known = contact === undefined ? null : await getContact(ctx, contact);
  try {
    return fill(letter, valuesFor(ctx, known, at));
  } catch (cause) {
    if (cause instanceof BrokenLetter) return letter;
    throw cause;
  }
}

/** Sends the letter as it stands to whoever looks at it, marked as a test. Nobody else is written to. */
export async function sendTestLetter(
  ctx: Ctx,
  input: TestLetterInput,
  { origin }: { origin: string },
): Promise<{ mail: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece);
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  const own = ctx.actor.id === null ? undefined : await selectOwnMail(ctx.db, ctx.actor.id);
  if (own === undefined) return refuse('letter.no_mail');
  const letter = await pieceLetter(ctx, piece, { why: input.why, origin });
  const view = viewPathOf(piece);
  const filled = await letterFor(ctx, letter, input.contact, { origin, view: view === null ? '' : origin + view });
  const mail = await post(ctx, { to: own, ...filled, subject: say('es')('letters.test_subject', { subject: filled.subject }) });
  await ctx.tell({ name: 'piece.letter_tried', subject: { type: 'piece', id: piece.id }, after: { sha256: piece.sha256 } });
  return { mail };
}
