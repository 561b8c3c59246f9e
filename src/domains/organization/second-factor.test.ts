import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, test } from 'vitest';
import { nobody, type Actor } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { hashPassword } from './passwords.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  countCode,
  giveCode,
  pendingSignIn,
  removeSecondFactor,
  secondFactorOf,
} from './second-factor.ts';
import { signIn } from './sign-in.ts';

const database = await freshDatabase();
const db = database.primary;
const noon = new Date('2026-11-22T17:00:00Z');
const password = 'el faro se apaga a las 6';
const passwordHash = await hashPassword(password);
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

let me: Actor;
let email: string;
let secret: string;
let recovery: string[];
beforeEach(async () => {
  email = `${crypto.randomUUID()}@puertoclaro.gov.co`;
  const { id } = await db
    .insertInto('people')
    .values({ name: 'Marcela Ospina', email, password_hash: passwordHash, joined_at: noon })
    .returning('id')
    .executeTakeFirstOrThrow();
  me = { kind: 'person', id, name: 'Marcela Ospina', grants: [] };
  ({ secret } = (await beginSecondFactor(as(me), 'Puerto Claro'))!);
  recovery = accepted(await confirmSecondFactor(as(me), { code: codeAt(noon) }, null));
});

const as = (actor: Actor, seconds = 0) => commandContext(db, actor, later(seconds), () => []);
const codeAt = (now: Date) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });

async function stepAt(seconds: number): Promise<string> {
  const came = accepted(await signIn(as(nobody, seconds), { email, password }, 4, { device: '', next: '/workspace/plans' }));
  return (came as { step: string }).step;
}
const give = (step: string, code: string, seconds: number) => giveCode(as(nobody, seconds), step, { code }, 4, 'Firefox');

test('the password alone leads to the second step, which remembers where to go', async () => {
  const step = await stepAt(60);
  expect(await pendingSignIn(as(nobody, 61), step)).toMatchObject({ name: 'Marcela Ospina', next: '/workspace/plans' });
  expect(await give(step, codeAt(later(60)), 60)).toHaveProperty('token');
});

test('a code of the step before or after is right, two steps away it is not', async () => {
  expect(await give(await stepAt(90), codeAt(later(60)), 90)).toHaveProperty('token');
  expect(await give(await stepAt(150), codeAt(later(180)), 150)).toHaveProperty('token');
  expect(await give(await stepAt(400), codeAt(later(340)), 400)).toMatchObject({ refused: 'sign_in.code_wrong', field: 'code' });
});

test('a code is good once, also the one that confirmed', async () => {
  expect(await give(await stepAt(10), codeAt(noon), 10)).toMatchObject({ refused: 'sign_in.code_wrong' });
  expect(await give(await stepAt(60), codeAt(later(60)), 60)).toHaveProperty('token');
  expect(await give(await stepAt(61), codeAt(later(60)), 61)).toMatchObject({ refused: 'sign_in.code_wrong' });
});

test('each of the ten recovery codes is good once, however it is typed', async () => {
  expect(new Set(recovery).size).toBe(10);
  expect(await give(await stepAt(60), recovery[0]!.toUpperCase().replace('-', ' '), 60)).toHaveProperty('token');
  expect(await give(await stepAt(61), recovery[0]!, 61)).toMatchObject({ refused: 'sign_in.code_wrong' });
  expect(await secondFactorOf(as(me, 62), me.id!)).toMatchObject({ codesLeft: 9 });
});

test('the step lasts ten minutes and is used once', async () => {
  const old = await stepAt(60);
  expect(await give(old, codeAt(later(700)), 700)).toMatchObject({ refused: 'sign_in.step_over' });
  const step = await stepAt(800);
  await give(step, codeAt(later(800)), 800);
  expect(await give(step, codeAt(later(860)), 860)).toMatchObject({ refused: 'sign_in.step_over' });
});

test('the sixth try of a code waits, whichever sign-in it belongs to', async () => {
  for (let tries = 0; tries < 5; tries++) await countCode(as(nobody, 60), me.id!);
  expect(await countCode(as(nobody, 61), me.id!)).toMatchObject({ refused: 'sign_in.wait' });
});

test('it is removed with a code, and its recovery codes with it', async () => {
  expect(await removeSecondFactor(as(me, 60), { code: '000000' }, 4)).toMatchObject({ refused: 'sign_in.code_wrong' });
  accepted(await removeSecondFactor(as(me, 60), { code: codeAt(later(60)) }, 4));
  expect(await secondFactorOf(as(me, 61), me.id!)).toBeNull();
  expect(accepted(await signIn(as(nobody, 62), { email, password }, 4, { device: '', next: null }))).toHaveProperty('token');
});

test('a second factor is not begun over one that is in force', async () => {
  expect(await beginSecondFactor(as(me), 'Puerto Claro')).toBeNull();
  expect(await confirmSecondFactor(as(me), { code: codeAt(later(60)) }, null)).toMatchObject({ refused: 'second_factor.already' });
});
