import { afterAll, expect, test } from 'vitest';
import { readConfig } from '#config';
import { nobody } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted, isRefusal } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { openProvider, walkThrough } from '#test/support/provider.ts';
import { identify } from './sessions.ts';
import { beginSingleSignOn, claimsOf, signInWithProvider } from './single-sign-on.ts';

const database = await freshDatabase();
const db = database.primary;
const now = new Date();
const ctx = commandContext(db, nobody, now, () => []);
const origin = 'http://localhost:3000';
const redirectUri = `${origin}/sign-in/sso/return`;

const provider = await openProvider(
  [
    { sub: 'marcela', email: 'marcela.ospina@puertoclaro.gov.co', email_verified: true },
    { sub: 'impostor', email: 'marcela.ospina@puertoclaro.gov.co', email_verified: true },
    { sub: 'nadie', email: 'nadie@example.org', email_verified: true },
    { sub: 'dudoso', email: 'diego.herazo@puertoclaro.gov.co', email_verified: false },
    { sub: 'diego', email: 'diego.herazo@puertoclaro.gov.co', email_verified: true },
  ],
  redirectUri,
);
afterAll(() => provider.close());
const config = readConfig({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: provider.client.id, OIDC_CLIENT_SECRET: provider.client.secret });

for (const [name, email] of [
  ['Marcela Ospina', 'marcela.ospina'],
  ['Diego Herazo', 'diego.herazo'],
] as const) {
  await db
    .insertInto('people')
    .values({ name, email: `${email}@puertoclaro.gov.co`, joined_at: now })
    .execute();
}

async function cameBack(sub: string, change: (url: URL) => void = () => undefined) {
  const begun = accepted(await beginSingleSignOn(ctx, config, { origin, next: '/workspace/plans' }));
  const url = await walkThrough(begun.location, sub, redirectUri);
  change(url);
  return { step: begun.step, search: url.search, origin };
}

async function signIn(sub: string) {
  const claimed = await claimsOf(ctx, config, await cameBack(sub));
  return isRefusal(claimed) ? claimed : signInWithProvider(ctx, claimed, 'Firefox');
}

test("the provider's word links the person of that mail, and the next time its subject is enough", async () => {
  const came = accepted(await signIn('marcela'));
  expect((await identify(db, now, { cookie: (came as { token: string }).token })).actor.name).toBe('Marcela Ospina');
  await db.updateTable('people').set({ email: 'm.ospina@puertoclaro.gov.co' }).where('name', '=', 'Marcela Ospina').execute();
  expect(await signIn('marcela')).toHaveProperty('token');
  await db.updateTable('people').set({ email: 'marcela.ospina@puertoclaro.gov.co' }).where('name', '=', 'Marcela Ospina').execute();
});

test('another subject with the mail of somebody linked is nobody', async () => {
  expect(await signIn('impostor')).toMatchObject({ refused: 'sso.unknown' });
});

test('who is not known is told so, and no account is made', async () => {
  expect(await signIn('nadie')).toMatchObject({ refused: 'sso.unknown', details: { email: 'nadie@example.org' } });
  expect(await db.selectFrom('people').select('id').where('email', '=', 'nadie@example.org').execute()).toEqual([]);
});

test('a mail that the provider does not vouch for is not enough', async () => {
  expect(await signIn('dudoso')).toMatchObject({ refused: 'sso.unverified' });
});

test('who has left does not come in', async () => {
  await db.updateTable('people').set({ left_at: now }).where('name', '=', 'Diego Herazo').execute();
  expect(await signIn('diego')).toMatchObject({ refused: 'sso.unknown' });
});

test('another state, or the same answer twice, is refused', async () => {
  const changed = await cameBack('marcela', (url) => url.searchParams.set('state', 'another'));
  expect(await claimsOf(ctx, config, changed)).toMatchObject({ refused: 'sso.failed' });
  const back = await cameBack('marcela');
  expect(await claimsOf(ctx, config, back)).toMatchObject({ subject: 'marcela', next: '/workspace/plans' });
  expect(await claimsOf(ctx, config, back)).toMatchObject({ refused: 'sso.failed' });
});

test('a provider that does not answer is a refusal, not a failure', async () => {
  const gone = readConfig({ OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x' });
  expect(await beginSingleSignOn(ctx, gone, { origin, next: null })).toMatchObject({ refused: 'sso.failed' });
});
