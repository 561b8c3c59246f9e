import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import { addMonths } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import { Forbidden, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { insertSignature, insertText, selectCurrentText, selectLastSignature, selectSignature, selectTexts } from './agreements.queries.ts';
import { wrong } from './attempts.ts';
import { todayOf } from './institution.ts';
import { knownPerson } from './people.ts';
import { organizationPolicy as policy } from './policy.ts';
import { verifySecondFactor } from './second-factor.ts';

/** Publishes the next text of the agreement. Who signed an earlier one signs again. */
export async function publishAgreement(ctx: Ctx, input: { title: string; body: string; months: number }): Promise<number | Refusal> {
  authorize(ctx.actor, policy, 'agreements.publish', null);
  const current = await selectCurrentText(ctx.db);
  const sha256 = hashText(input.title, input.body);
  if (current?.sha256 === sha256 && current.months === input.months)
    return refuse('agreement.same_text', { number: current.number }, 'body');
  const number = (current?.number ?? 0) + 1;
  await insertText(ctx.db, { ...input, number, sha256, by: ctx.actor.id, now: ctx.now });
  await ctx.tell({
    name: 'agreement.published',
    subject: { type: 'agreement', id: number },
    topics: ['agreements'],
    ...(current ? { before: { number: current.number, sha256: current.sha256 } } : {}),
    after: { number, title: input.title, sha256, months: input.months },
  });
  return number;
}

/**
 * The actor signs the current text with his name and, when he has a second factor, a code; `left` is how many tries are left
 * (`countCode`, in a transaction of its own). The proof binds the text, the person, the name as written and the instant.
 */
export async function signAgreement(
  ctx: Ctx,
  input: { text: number; name: string; code: string },
  left: number,
): Promise<number | Refusal> {
  authorize(ctx.actor, policy, 'agreements.sign');
  if (ctx.actor.kind !== 'person') throw new Forbidden('agreements.sign');
  const person = await knownPerson(ctx, ctx.actor.id!);
  const text = await selectCurrentText(ctx.db);
  if (!text) throw new NotFound('agreement');
  if (text.number !== input.text) return refuse('agreement.newer_text', { number: text.number });
  if (sameName(input.name) !== sameName(person.name)) return refuse('agreement.other_name', { name: person.name }, 'name');
  const secondFactor = person.totp_confirmed_at !== null;
  if (secondFactor && !input.code) return refuse('input.required', {}, 'code');
  if (secondFactor && !(await verifySecondFactor(ctx, person.id, input.code))) return wrong('sign_in.code_wrong', left, 'code');
  const expires = addMonths(await todayOf(ctx), text.months);
  const sha256 = proofOf({ text: text.sha256, person: person.id, name: input.name, at: ctx.now });
  const id = await insertSignature(ctx.db, {
    text: text.id,
    person: person.id,
    name: input.name,
    sha256,
    secondFactor,
    now: ctx.now,
    expires,
  });
  await ctx.tell({
    name: 'agreement.signed',
    subject: { type: 'person', id: person.id },
    topics: ['agreements'],
    after: { text: text.number, name: input.name, secondFactor, sha256, expires },
    payload: { signature: id, text: text.number },
  });
  return id;
}

export interface CurrentAgreement {
  readonly id: number;
  readonly number: number;
  readonly signedAt: Date;
  readonly expiresOn: string;
  readonly secondFactor: boolean;
}

/** The signature that is in force for a person: on the current text and not expired; null when there is none. */
export async function currentAgreement(ctx: Ctx, person: string): Promise<CurrentAgreement | null> {
  const signature = await selectLastSignature(ctx.db, person);
  if (!signature?.current || signature.expires_on < (await todayOf(ctx))) return null;
  return {
    id: signature.id,
    number: signature.number,
    signedAt: signature.signed_at,
    expiresOn: signature.expires_on,
    secondFactor: signature.second_factor,
  };
}

/** Every text, the one in force first. */
export function agreementTexts(ctx: Ctx) {
  authorize(ctx.actor, policy, 'agreements.sign');
  return selectTexts(ctx.db).execute();
}

/** One signature with its text: one's own, or any for who may read the register. @throws NotFound */
export async function agreementSignature(ctx: Ctx, id: number) {
  const signature = Number.isSafeInteger(id) ? await selectSignature(ctx.db, id) : undefined;
  if (!signature) throw new NotFound(`signature ${id}`);
  if (signature.person_id !== ctx.actor.id) authorize(ctx.actor, policy, 'agreements.read', null);
  return {
    ...signature,
    whole:
      signature.sha256 ===
        proofOf({ text: signature.text_sha256, person: signature.person_id, name: signature.signed_name, at: signature.signed_at }) &&
      signature.text_sha256 === hashText(signature.title, signature.body),
  };
}

const sha = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');
const hashText = (title: string, body: string) => sha(title, body);
const proofOf = ({ text, person, name, at }: { text: string; person: string; name: string; at: Date }) =>
  sha(text, person, name, at.toISOString());
const sameName = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
