import type { Configuration } from 'openid-client';
import type { Config } from '#config';
import type { Ctx } from '#platform/ctx.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { asPerson, comeIn, type CameIn } from './sign-in.ts';
import { linkSubject, selectBySubject } from './single-sign-on.queries.ts';
import { openStep, takeStep } from './steps.ts';

interface Pending {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly next: string | null;
}

/** Loaded when somebody first comes in by a provider. */
const client = () => import('openid-client');

const callback = '/sign-in/sso/return';
const providers = new Map<string, Promise<Configuration>>();

/** The provider that the settings name, asked once a process; undefined when there is none. */
async function provider(config: Config): Promise<Configuration | undefined> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = config;
  if (!issuer || !id) return undefined;
  const oidc = await client();
  const key = `${issuer} ${id}`;
  const asked =
    providers.get(key) ??
    oidc.discovery(new URL(issuer), id, secret, undefined, { execute: isLoopback(issuer) ? [oidc.allowInsecureRequests] : [] });
  providers.set(key, asked);
  // A provider that did not answer is asked again the next time.
  asked.catch(() => providers.delete(key));
  return asked;
}

/** Without TLS only inside this machine (RFC 8252 §8.3 says the same of redirects). */
function isLoopback(issuer: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname);
}

/** Where to send the browser, and the token of this step; good for ten minutes. Authorization code with PKCE, state and nonce. */
export async function beginSingleSignOn(
  ctx: Ctx,
  config: Config,
  where: { origin: string; next: string | null },
): Promise<{ location: string; step: string } | Refusal> {
  const found = await provider(config).catch(() => undefined);
  if (!found) return refuse('sso.failed');
  const oidc = await client();
  const pending: Pending = {
    verifier: oidc.randomPKCECodeVerifier(),
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    next: where.next,
  };
  const location = oidc.buildAuthorizationUrl(found, {
    redirect_uri: where.origin + callback,
    scope: 'openid email profile',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  });
  return { location: location.href, step: await openStep(ctx, 'oidc', { data: pending, minutes: 10 }) };
}

export interface Claimed {
  readonly subject: string;
  readonly email: string | null;
  readonly verified: boolean;
  readonly severalFactors: boolean;
  readonly next: string | null;
}

/** What the provider says of who came back, asked of it with the code; refused as `sso.failed` when anything does not fit. */
export async function claimsOf(
  ctx: Ctx,
  config: Config,
  back: { step: string | undefined; search: string; origin: string },
): Promise<Claimed | Refusal> {
  const step = await takeStep<Pending>(ctx, 'oidc', back.step);
  const found = await provider(config).catch(() => undefined);
  if (!step || !found) return refuse('sso.failed');
  const oidc = await client();
  const { verifier, state, nonce, next } = step.data;
  try {
    const tokens = await oidc.authorizationCodeGrant(found, new URL(callback + back.search, back.origin), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const identity = tokens.claims()!;
    const claims = identity.email === undefined ? await oidc.fetchUserInfo(found, tokens.access_token, identity.sub) : identity;
    const methods = Array.isArray(identity.amr) ? identity.amr : [];
    return {
      subject: identity.sub,
      email: typeof claims.email === 'string' ? claims.email : null,
      verified: claims.email_verified === true,
      severalFactors: methods.includes('mfa'),
      next,
    };
  } catch {
    return refuse('sso.failed');
  }
}

/**
 * Lets in the person linked to this subject; the first time, the one whose mail the provider vouches for. Nobody is created:
 * an unknown mail is refused as `sso.unknown`, an unconfirmed one as `sso.unverified`.
 */
export async function signInWithProvider(ctx: Ctx, claimed: Claimed, device: string): Promise<CameIn | Refusal> {
  const linked = await selectBySubject(ctx.db, claimed.subject);
  if (linked) return comeIn(ctx, linked.id, device, claimed.severalFactors);
  if (!claimed.email || !claimed.verified) return refuse('sso.unverified');
  const person = await linkSubject(ctx.db, claimed.email, claimed.subject);
  if (!person) return refuse('sso.unknown', { email: claimed.email });
  const own = await asPerson(ctx, person);
  await own.tell({ name: 'person.linked', subject: { type: 'person', id: person } });
  return comeIn(ctx, person, device, claimed.severalFactors);
}
