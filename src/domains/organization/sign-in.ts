import { acting, type Ctx } from '#platform/ctx.ts';
import type { Refusal } from '#platform/refusal.ts';
import { countAttempt, forgetAttempts, wrong } from './attempts.ts';
import { verifyPassword } from './passwords.ts';
import { openSession } from './sessions.ts';
import type { SignInInput } from './sign-in.input.ts';
import { selectAccount, selectPerson, selectRoles } from './sign-in.queries.ts';
import { openStep } from './steps.ts';
import { hash } from './tokens.ts';
import { trustedDevice } from './trusted-devices.ts';

/** The session's token for the cookie and the person's own first page; or, when a second factor is due, the step's token. */
export type CameIn =
  | {
      readonly token: string;
      readonly home: Home;
      /** For a cookie of thirty days, when the device asked to be remembered. */
      readonly trust?: string;
    }
  | { readonly step: string };
export type Home = '/workspace' | '/intranet';

/** Where the browser is and what it is, and the page that was wanted. */
export interface Caller {
  readonly device: string;
  readonly next: string | null;
  /** What the browser keeps since it asked not to be asked for the second factor. */
  readonly trust?: string | undefined;
}

const attemptKey = (email: string) => `password:${hash(email.toLowerCase())}`;

/** Before `signIn`, in a transaction of its own: a wrong password rolls back the command but stays counted. */
export function countSignIn(ctx: Ctx, input: { email: string }): Promise<{ left: number } | Refusal> {
  return countAttempt(ctx, attemptKey(input.email), 'password');
}

/** With mail and password. An unknown mail, a wrong password and an account without one get the same answer in the same time. */
export async function signIn(ctx: Ctx, input: SignInInput, left: number, caller: Caller): Promise<CameIn | Refusal> {
  const account = await selectAccount(ctx.db, input.email);
  const right = await verifyPassword(account?.password_hash ?? null, input.password);
  if (!account || !right) return wrong('sign_in.wrong', left, 'password');
  await forgetAttempts(ctx, attemptKey(input.email));
  const trusted = account.totp_confirmed_at ? await trustedDevice(ctx, account.id, caller.trust) : null;
  if (trusted === undefined) {
    return { step: await openStep(ctx, 'second_factor', { person: account.id, data: { next: caller.next }, minutes: 10 }) };
  }
  return comeIn(ctx, account.id, caller.device, false, trusted);
}

/** Opens the session of someone who has proved who he is. */
export async function comeIn(
  ctx: Ctx,
  person: string,
  device: string,
  secondFactor: boolean,
  trusted: number | null = null,
): Promise<{ token: string; home: Home }> {
  const { token } = await openSession(await asPerson(ctx, person), { person, device, secondFactor, trusted });
  return { token, home: await homeOf(ctx, person) };
}

/** From here on it is the person who acts: he has just proved who he is. */
export async function asPerson(ctx: Ctx, id: string): Promise<Ctx> {
  const person = await selectPerson(ctx.db, id);
  return person ? acting(ctx, { kind: 'person', id, name: person.name, grants: [] }) : ctx;
}

/** People whose only role is to be staff begin in the intranet; the rest in the workspace. */
async function homeOf(ctx: Ctx, person: string): Promise<Home> {
  const roles = await selectRoles(ctx.db, person);
  return roles.length > 0 && roles.every((role) => role === 'staff') ? '/intranet' : '/workspace';
}
