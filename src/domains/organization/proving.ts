import type { AuthenticatorTransport, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Ctx } from '#platform/ctx.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { forgetAttempts, wrong } from './attempts.ts';
import type { UsedPasskeyInput } from './passkeys.input.ts';
import { askedOptions, passkeyUsed, type Challenge } from './passkeys.ts';
import { listPasskeys } from './passkeys.queries.ts';
import { secondFactorOf, verifySecondFactor } from './second-factor.ts';
import { openStep, takeStep } from './steps.ts';

/** With what somebody who is inside proved again that it is he: an app's code, a code on paper, or a key. */
export type ProofMeans = 'app' | 'paper' | 'passkey';

/** With what a person can prove again who he is. */
export async function proofsOf(ctx: Ctx, person: string): Promise<{ code: boolean; passkey: boolean }> {
  const [factor, keys] = await Promise.all([secondFactorOf(ctx, person), listPasskeys(ctx.db, person)]);
  return { code: factor !== null, passkey: keys.length > 0 };
}

/**
 * Asks the actor's code again, for one thing that he is about to do. Good once. Count the try before with `countCode`, in a transaction
 * of its own; `left` is what it answered.
 */
export async function proveByCode(ctx: Ctx, code: string, left: number): Promise<ProofMeans | Refusal> {
  if (code === '') return refuse('input.required', {}, 'code');
  if (!(await verifySecondFactor(ctx, ctx.actor.id!, code))) return wrong('sign_in.code_wrong', left, 'code');
  await forgetAttempts(ctx, `code:${ctx.actor.id!}`);
  return /^[\d\s]+$/.test(code) ? 'app' : 'paper';
}

/** What the browser needs to ask for one of the actor's own keys, for one `purpose`, and the token of this step; good for ten minutes. */
export async function beginOwnPasskey(
  ctx: Ctx,
  origin: string,
  purpose: string,
): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; step: string }> {
  const keys = await listPasskeys(ctx.db, ctx.actor.id!);
  const options = await askedOptions(
    origin,
    keys.map((key) => ({ id: key.id, transports: key.transports as AuthenticatorTransport[] })),
  );
  const data = { challenge: options.challenge, purpose };
  return { options, step: await openStep(ctx, 'passkey', { person: ctx.actor.id, data, minutes: 10 }) };
}

/** The challenge is used up whether or not the key is right, so call it in a transaction that a refusal does not roll back. */
export async function proveByPasskey(ctx: Ctx, input: UsedPasskeyInput, origin: string, purpose: string): Promise<ProofMeans | Refusal> {
  const step = await takeStep<Challenge & { purpose?: string }>(ctx, 'passkey', input.step);
  if (!step || step.person !== ctx.actor.id || step.data.purpose !== purpose) return refuse('passkey.refused');
  const person = await passkeyUsed(ctx, input.credential, step.data, origin);
  return person === ctx.actor.id ? 'passkey' : refuse('passkey.refused');
}
