import type {
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Ctx } from '#platform/ctx.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import type { NewPasskeyInput, UsedPasskeyInput } from './passkeys.input.ts';
import { deletePasskey, insertPasskey, listPasskeys, lockPasskey, renamePasskey, touchPasskey } from './passkeys.queries.ts';
import { comeIn, type CameIn } from './sign-in.ts';
import { selectPerson } from './sign-in.queries.ts';
import { openStep, takeStep } from './steps.ts';

/** Loaded when the first key is used: few starts need it. */
const webauthn = () => import('@simplewebauthn/server');

export interface Challenge {
  readonly challenge: string;
}

/** Keys belong to the host of the house, whatever its port (WebAuthn Level 3 §5.1.2, RP ID). */
const hostOf = (origin: string) => new URL(origin).hostname;

/** What the browser needs to make a key for the actor, and the token of this step; good for ten minutes. */
export async function beginPasskey(
  ctx: Ctx,
  house: { origin: string; name: string },
): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; step: string }> {
  const person = await selectPerson(ctx.db, ctx.actor.id!);
  if (!person) throw new NotFound('person');
  const known = await listPasskeys(ctx.db, person.id);
  const options = await (
    await webauthn()
  ).generateRegistrationOptions({
    rpName: house.name,
    rpID: hostOf(house.origin),
    userName: person.email,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: 'none',
    excludeCredentials: known.map((key) => ({ id: key.id, transports: key.transports as AuthenticatorTransport[] })),
    // Found without a user name, and counts as two factors: what one has, and a finger, a face or a PIN.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return {
    options,
    step: await openStep(ctx, 'passkey_registration', { person: person.id, data: { challenge: options.challenge }, minutes: 10 }),
  };
}

export async function addPasskey(ctx: Ctx, input: NewPasskeyInput, origin: string): Promise<Refusal | void> {
  const step = await takeStep<Challenge>(ctx, 'passkey_registration', input.step);
  if (!step || step.person !== ctx.actor.id) return refuse('passkey.refused');
  const made = await (
    await webauthn()
  )
    .verifyRegistrationResponse({
      response: {
        ...input.credential,
        response: {
          ...input.credential.response,
          transports: input.credential.response.transports as AuthenticatorTransport[] | undefined,
        },
      },
      expectedChallenge: step.data.challenge,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      requireUserVerification: true,
    })
    .catch(() => null);
  if (!made?.verified) return refuse('passkey.refused');
  const { credential } = made.registrationInfo;
  await insertPasskey(ctx.db, {
    ...credential,
    transports: credential.transports ?? [],
    person: ctx.actor.id!,
    name: input.name,
    now: ctx.now,
  });
  await ctx.tell({ name: 'passkey.added', subject: { type: 'person', id: ctx.actor.id! }, after: { name: input.name } });
}

/** What the browser needs to ask for any key of this house, and the token of this step; good for five minutes. */
export async function beginPasskeySignIn(
  ctx: Ctx,
  origin: string,
): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; step: string }> {
  const options = await askedOptions(origin);
  return { options, step: await openStep(ctx, 'passkey', { data: { challenge: options.challenge }, minutes: 5 }) };
}

/** What a browser is asked for: one of these keys, or any of this house. */
export async function askedOptions(
  origin: string,
  allowed?: { id: string; transports: AuthenticatorTransport[] }[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({
    rpID: hostOf(origin),
    userVerification: 'required',
    ...(allowed ? { allowCredentials: allowed } : {}),
  });
}

/** The challenge is used up whether or not the key is right, so call it in a transaction that a refusal does not roll back. */
export async function signInWithPasskey(
  ctx: Ctx,
  input: UsedPasskeyInput,
  caller: { origin: string; device: string },
): Promise<CameIn | Refusal> {
  const step = await takeStep<Challenge>(ctx, 'passkey', input.step);
  // A step that has a person was begun by somebody who is inside, for something else.
  const person = step?.person === null ? await passkeyUsed(ctx, input.credential, step.data, caller.origin) : null;
  return person === null ? refuse('passkey.refused') : comeIn(ctx, person, caller.device, true);
}

/** Whose key answered a challenge; null when none did. */
export async function passkeyUsed(
  ctx: Ctx,
  credential: UsedPasskeyInput['credential'],
  { challenge }: Challenge,
  origin: string,
): Promise<string | null> {
  const key = await lockPasskey(ctx.db, credential.id);
  if (!key) return null;
  const used = await (
    await webauthn()
  )
    .verifyAuthenticationResponse({
      response: credential,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      credential: {
        id: key.id,
        publicKey: new Uint8Array(key.public_key),
        counter: key.counter,
        transports: key.transports as AuthenticatorTransport[],
      },
      requireUserVerification: true,
    })
    .catch(() => null);
  if (!used?.verified) return null;
  await touchPasskey(ctx.db, key.id, used.authenticationInfo.newCounter, ctx.now);
  return key.person_id;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly addedAt: Date;
  readonly usedAt: Date | null;
}

export async function passkeysOf(ctx: Ctx, person: string): Promise<Passkey[]> {
  const rows = await listPasskeys(ctx.db, person);
  return rows.map((row) => ({ id: row.id, name: row.name, addedAt: row.created_at, usedAt: row.last_used_at }));
}

/** @throws NotFound when it is not the actor's own. */
export async function namePasskey(ctx: Ctx, input: { passkey: string; name: string }): Promise<void> {
  if (!(await renamePasskey(ctx.db, input.passkey, ctx.actor.id!, input.name))) throw new NotFound('passkey');
  await ctx.tell({ name: 'passkey.named', subject: { type: 'person', id: ctx.actor.id! }, after: { name: input.name } });
}

/** @throws NotFound when it is not the actor's own. */
export async function removePasskey(ctx: Ctx, input: { passkey: string }): Promise<void> {
  if (!(await deletePasskey(ctx.db, input.passkey, ctx.actor.id!))) throw new NotFound('passkey');
  await ctx.tell({ name: 'passkey.removed', subject: { type: 'person', id: ctx.actor.id! } });
}
