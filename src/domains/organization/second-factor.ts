import { Secret, TOTP } from 'otpauth';
import type { Ctx } from '#platform/ctx.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { countAttempt, forgetAttempts, wrong } from './attempts.ts';
import { dropRecoveryCodes, recoveryCodesLeft, useRecoveryCode, writeRecoveryCodes } from './recovery-codes.ts';
import { beginSecret, confirmSecret, markSecondFactor, removeSecret, useStep } from './second-factor.queries.ts';
import { asPerson, comeIn, type CameIn } from './sign-in.ts';
import { selectPerson } from './sign-in.queries.ts';
import { readStep, takeStep } from './steps.ts';
import { forgetDevices, trustDevice } from './trusted-devices.ts';

interface AfterPassword {
  readonly next: string | null;
}

/** Who gave his password and owes the second factor; undefined when too much time went by. */
export async function pendingSignIn(
  ctx: Ctx,
  token: string | undefined,
): Promise<{ person: string; name: string; next: string | null } | undefined> {
  const step = await readStep<AfterPassword>(ctx, 'second_factor', token);
  const person = step?.person ? await selectPerson(ctx.db, step.person) : undefined;
  return person && { person: person.id, name: person.name, next: step!.data.next };
}

/** Before `giveCode` or `removeSecondFactor`, in a transaction of its own. */
export function countCode(ctx: Ctx, person: string): Promise<{ left: number } | Refusal> {
  return countAttempt(ctx, `code:${person}`, 'code');
}

/** The second step of a sign-in: six digits of the app, or a recovery code. With `trust` this device is not asked again for thirty days. */
export async function giveCode(
  ctx: Ctx,
  token: string | undefined,
  input: { code: string; trust?: boolean },
  left: number,
  device: string,
): Promise<CameIn | Refusal> {
  const pending = await pendingSignIn(ctx, token);
  if (!pending) return refuse('sign_in.step_over');
  if (!(await verifySecondFactor(ctx, pending.person, input.code))) return wrong('sign_in.code_wrong', left, 'code');
  if (!(await takeStep(ctx, 'second_factor', token))) return refuse('sign_in.step_over');
  await forgetAttempts(ctx, `code:${pending.person}`);
  if (!input.trust) return comeIn(ctx, pending.person, device, true);
  const trusted = await trustDevice(await asPerson(ctx, pending.person), device);
  return { ...(await comeIn(ctx, pending.person, device, true, trusted.id)), trust: trusted.token };
}

/** A secret for the actor's app, the same until it is confirmed; null when he has a second factor already. */
export async function beginSecondFactor(ctx: Ctx, institution: string): Promise<{ secret: string; uri: string } | null> {
  const person = await selectPerson(ctx.db, ctx.actor.id!);
  const sealed = person && (await beginSecret(ctx.db, person.id, ctx.vault.seal(placeOf(person.id), new Secret({ size: 20 }).base32)));
  const secret = sealed && ctx.vault.open(placeOf(person.id), sealed);
  return secret ? { secret, uri: generator(secret, `Pregón ${institution}`, person.email).toString() } : null;
}

/** The first right code puts the second factor in force. @returns the recovery codes, shown this once. */
export async function confirmSecondFactor(ctx: Ctx, input: { code: string }, session: number | null): Promise<string[] | Refusal> {
  const person = await selectPerson(ctx.db, ctx.actor.id!);
  if (person?.totp_confirmed_at) return refuse('second_factor.already');
  if (!person?.totp_secret) return refuse('second_factor.none');
  if (!(await isAppCode(ctx, person.id, person.totp_secret, input.code))) return refuse('second_factor.code_wrong', {}, 'code');
  await confirmSecret(ctx.db, person.id, ctx.now);
  if (session !== null) await markSecondFactor(ctx.db, session, ctx.now);
  await ctx.tell({ name: 'second_factor.confirmed', subject: { type: 'person', id: person.id } });
  return writeRecoveryCodes(ctx, person.id);
}

export async function removeSecondFactor(ctx: Ctx, input: { code: string }, left: number): Promise<Refusal | void> {
  const person = ctx.actor.id!;
  if (!(await verifySecondFactor(ctx, person, input.code))) return wrong('sign_in.code_wrong', left, 'code');
  await forgetAttempts(ctx, `code:${person}`);
  await removeSecret(ctx.db, person);
  await dropRecoveryCodes(ctx, person);
  await forgetDevices(ctx, person);
  await ctx.tell({ name: 'second_factor.removed', subject: { type: 'person', id: person } });
}

/** Since when, and how many recovery codes are left; null without a second factor. */
export async function secondFactorOf(ctx: Ctx, person: string): Promise<{ since: Date; codesLeft: number } | null> {
  const row = await selectPerson(ctx.db, person);
  return row?.totp_confirmed_at ? { since: row.totp_confirmed_at, codesLeft: await recoveryCodesLeft(ctx, person) } : null;
}

/** Whether this is a right code of a person: six digits of the app, or a recovery code. Good once. Count the try before with `countCode`. */
export async function verifySecondFactor(ctx: Ctx, person: string, code: string): Promise<boolean> {
  const row = await selectPerson(ctx.db, person);
  if (!row?.totp_confirmed_at || !row.totp_secret) return false;
  return /^[\d\s]+$/.test(code) ? isAppCode(ctx, person, row.totp_secret, code) : useRecoveryCode(ctx, person, code);
}

/** RFC 6238: this step of 30 seconds, the one before or the one after, and each code once (§5.2). */
async function isAppCode(ctx: Ctx, person: string, sealed: string, code: string): Promise<boolean> {
  const secret = ctx.vault.open(placeOf(person), sealed);
  const timestamp = ctx.now.getTime();
  const away = generator(secret).validate({ token: code.replace(/\s/g, ''), window: 1, timestamp });
  return away !== null && useStep(ctx.db, person, Math.floor(timestamp / 30_000) + away);
}

const placeOf = (person: string) => `people.totp_secret:${person}`;

function generator(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
}
