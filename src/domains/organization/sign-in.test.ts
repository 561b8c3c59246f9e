import { beforeEach, expect, test } from 'vitest';
import { nobody } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { isRefusal } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { hashPassword } from './passwords.ts';
import { endOwnSession, endSessionsOf, identify, sessionsOf } from './sessions.ts';
import { countSignIn, signIn } from './sign-in.ts';

const database = await freshDatabase();
const db = database.primary;
const noon = new Date('2026-11-22T17:00:00Z');
const password = 'el faro se apaga a las 6';
const caller = { device: 'Firefox · Windows', next: null };
const passwordHash = await hashPassword(password);

let person: string;
let email: string;
beforeEach(async () => {
  email = `${crypto.randomUUID()}@puertoclaro.gov.co`;
  ({ id: person } = await db
    .insertInto('people')
    .values({ name: 'Marcela Ospina', email, password_hash: passwordHash, joined_at: noon })
    .returning('id')
    .executeTakeFirstOrThrow());
});

const at = (now: Date) => commandContext(db, nobody, now, () => []);
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

async function tryIn(typed: string, now = noon, mail = email) {
  const ctx = at(now);
  const count = await countSignIn(ctx, { email: mail });
  return isRefusal(count) ? count : signIn(ctx, { email: mail, password: typed }, count.left, caller);
}

async function cameIn(now = noon): Promise<string> {
  const result = await tryIn(password, now);
  if (isRefusal(result) || !('token' in result)) throw new Error(JSON.stringify(result));
  return result.token;
}

test('the right password opens a session that its cookie is known by', async () => {
  const token = await cameIn();
  expect((await identify(db, later(1), { cookie: token })).actor).toMatchObject({ kind: 'person', id: person, name: 'Marcela Ospina' });
});

test('it is the person who came in that the audit log names', async () => {
  await cameIn();
  const entry = await db
    .selectFrom('audit_entries')
    .select(['actor_kind', 'actor_id', 'actor_name', 'action'])
    .where('subject_id', '=', person)
    .execute();
  expect(entry).toEqual([{ actor_kind: 'person', actor_id: person, actor_name: 'Marcela Ospina', action: 'session.opened' }]);
});

test('mail is the same in capitals', async () => {
  expect(await tryIn(password, noon, email.toUpperCase())).toHaveProperty('token');
});

test('a wrong password and an unknown mail get the same answer', async () => {
  const wrong = { refused: 'sign_in.wrong', field: 'password', details: { count: 4, minutes: 15 } };
  expect(await tryIn('otra')).toEqual(wrong);
  expect(await tryIn('otra', noon, `nadie-${email}`)).toEqual(wrong);
});

test('after five wrong tries even the right one waits until 15 minutes after the last', async () => {
  for (const minute of [0, 1, 2, 3]) await tryIn('otra', later(minute));
  expect(await tryIn('otra', later(4))).toMatchObject({ refused: 'sign_in.wait', details: { count: 15 } });
  expect(await tryIn(password, later(9))).toMatchObject({ refused: 'sign_in.wait', details: { count: 10 } });
  expect(await tryIn(password, later(20))).toHaveProperty('token');
});

test('a right one forgets the wrong ones', async () => {
  await tryIn('otra');
  await tryIn(password);
  expect(await tryIn('otra')).toMatchObject({ details: { count: 4 } });
});

test('people who only are staff begin in the intranet', async () => {
  expect(await tryIn(password)).toMatchObject({ home: '/workspace' });
  await db.insertInto('grants').values({ person_id: person, role: 'staff', granted_at: noon }).execute();
  expect(await tryIn(password)).toMatchObject({ home: '/intranet' });
});

test('a session ends after two idle days, and for who has left', async () => {
  const token = await cameIn();
  expect((await identify(db, later(49 * 60), { cookie: token })).session).toBeNull();
  const other = await cameIn();
  await db.updateTable('people').set({ left_at: noon }).where('id', '=', person).execute();
  expect((await identify(db, later(1), { cookie: other })).session).toBeNull();
  expect(await tryIn(password)).toMatchObject({ refused: 'sign_in.wrong' });
});

test('a person sees his sessions, ends one, and ends all others', async () => {
  const tokens = [await cameIn(), await cameIn(later(1)), await cameIn(later(2))];
  const visitors = await Promise.all(tokens.map((cookie) => identify(db, later(3), { cookie })));
  const ctx = commandContext(db, visitors[0]!.actor, later(3), () => []);
  const current = visitors[0]!.session;
  expect((await sessionsOf(ctx, person, current)).map((session) => session.this).toSorted()).toEqual([false, false, true]);
  await endOwnSession(ctx, visitors[1]!.session!);
  expect((await identify(db, later(4), { cookie: tokens[1]! })).session).toBeNull();
  expect(await endSessionsOf(ctx, person, current)).toBe(1);
  expect((await identify(db, later(4), { cookie: tokens[0]! })).session).toBe(current);
});
