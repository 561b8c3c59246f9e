import { beforeEach, expect, test } from 'vitest';
import { nobody, type Actor } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted, NotFound } from '#platform/refusal.ts';
import { Authenticator } from '#test/support/authenticator.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addPasskey, beginPasskey, beginPasskeySignIn, namePasskey, passkeysOf, removePasskey, signInWithPasskey } from './passkeys.ts';
import { newPasskeyInput, usedPasskeyInput } from './passkeys.input.ts';

const database = await freshDatabase();
const db = database.primary;
const now = new Date('2026-11-22T17:00:00Z');
const origin = 'http://localhost:3000';
const caller = { origin, device: 'Firefox' };
const as = (actor: Actor) => commandContext(db, actor, now, () => []);

let me: Actor;
let key: Authenticator;
beforeEach(async () => {
  const { id } = await db
    .insertInto('people')
    .values({ name: 'Marcela Ospina', email: `${crypto.randomUUID()}@puertoclaro.gov.co`, joined_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  me = { kind: 'person', id, name: 'Marcela Ospina', grants: [] };
  key = new Authenticator();
  accepted(await register());
});

async function register(from = origin, verified = true) {
  const { options, step } = await beginPasskey(as(me), { origin, name: 'Puerto Claro' });
  const made = key.register({ origin: from, challenge: options.challenge, verified });
  return addPasskey(as(me), newPasskeyInput.parse({ step, name: 'Portátil', credential: JSON.stringify(made) }), origin);
}

async function use(from = origin, other = key, verified = true) {
  const { options, step } = await beginPasskeySignIn(as(nobody), origin);
  return usedPasskeyInput.parse({ step, credential: JSON.stringify(other.use({ origin: from, challenge: options.challenge, verified })) });
}

test("a key of one's own comes in by itself, once for each challenge", async () => {
  const input = await use();
  expect(await signInWithPasskey(as(nobody), input, caller)).toMatchObject({ home: '/workspace' });
  expect(await signInWithPasskey(as(nobody), input, caller)).toMatchObject({ refused: 'passkey.refused' });
  expect((await passkeysOf(as(me), me.id!))[0]).toMatchObject({ name: 'Portátil', usedAt: now });
  const { second_factor_at } = await db
    .selectFrom('sessions')
    .select('second_factor_at')
    .where('person_id', '=', me.id!)
    .executeTakeFirstOrThrow();
  expect(second_factor_at).toEqual(now);
});

test('another key, another site, or one without finger or PIN does not', async () => {
  const refused = { refused: 'passkey.refused' };
  expect(await signInWithPasskey(as(nobody), await use(origin, new Authenticator()), caller)).toMatchObject(refused);
  expect(await signInWithPasskey(as(nobody), await use('https://pregon.example'), caller)).toMatchObject(refused);
  expect(await signInWithPasskey(as(nobody), await use(origin, key, false), caller)).toMatchObject(refused);
});

test('a key of who has left does not come in', async () => {
  await db.updateTable('people').set({ left_at: now }).where('id', '=', me.id!).execute();
  expect(await signInWithPasskey(as(nobody), await use(), caller)).toMatchObject({ refused: 'passkey.refused' });
});

test('a key made for another site, or unverified, is not added', async () => {
  key = new Authenticator();
  expect(await register('https://pregon.example')).toMatchObject({ refused: 'passkey.refused' });
  expect(await register(origin, false)).toMatchObject({ refused: 'passkey.refused' });
});

test('keys are named and removed by their owner alone', async () => {
  const [own] = await passkeysOf(as(me), me.id!);
  const other: Actor = { ...me, id: crypto.randomUUID() };
  await expect(removePasskey(as(other), { passkey: own!.id })).rejects.toThrow(NotFound);
  await namePasskey(as(me), { passkey: own!.id, name: 'Celular' });
  expect((await passkeysOf(as(me), me.id!))[0]!.name).toBe('Celular');
  await removePasskey(as(me), { passkey: own!.id });
  expect(await passkeysOf(as(me), me.id!)).toEqual([]);
});
