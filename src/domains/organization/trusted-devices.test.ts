import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, test } from 'vitest';
import { nobody, type Actor } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted, NotFound } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { changePassword } from './own-password.ts';
import { hashPassword } from './passwords.ts';
import { beginSecondFactor, confirmSecondFactor, giveCode, removeSecondFactor } from './second-factor.ts';
import { endOwnSession, endSessionsOf, sessionsOf } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { forgetDevice, forgetDeviceOf, forgetDevices, trustedDevicesOf } from './trusted-devices.ts';

const database = await freshDatabase();
const db = database.primary;
const noon = new Date('2026-11-22T17:00:00Z');
const password = 'el faro se apaga a las 6';
const passwordHash = await hashPassword(password);
const minute = 60;
const day = 24 * 60 * minute;

let me: Actor;
let email: string;
let secret: string;
let trust: string;
beforeEach(async () => {
  ({ me, email, secret } = await enrolled());
  const step = await comesIn({ at: minute });
  const came = accepted(
    await giveCode(as(nobody, minute), 'step' in step ? step.step : '', { code: codeAt(minute), trust: true }, 4, 'Firefox · Windows'),
  );
  trust = 'token' in came ? came.trust! : '';
});

const as = (actor: Actor, seconds: number) => commandContext(db, actor, new Date(noon.getTime() + seconds * 1000), () => []);
const codeAt = (seconds: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: noon.getTime() + seconds * 1000 });
const comesIn = async ({ at, with: kept, mail = email }: { at: number; with?: string; mail?: string }) =>
  accepted(await signIn(as(nobody, at), { email: mail, password }, 4, { device: 'Firefox · Windows', next: null, trust: kept }));
const isAsked = async (at: number, kept = trust) => 'step' in (await comesIn({ at, with: kept }));

async function enrolled() {
  const mail = `${crypto.randomUUID()}@puertoclaro.gov.co`;
  const { id } = await db
    .insertInto('people')
    .values({ name: 'Marcela Ospina', email: mail, password_hash: passwordHash, joined_at: noon })
    .returning('id')
    .executeTakeFirstOrThrow();
  const person: Actor = { kind: 'person', id, name: 'Marcela Ospina', grants: [] };
  ({ secret } = (await beginSecondFactor(as(person, 0), 'Puerto Claro'))!);
  accepted(await confirmSecondFactor(as(person, 0), { code: codeAt(0) }, null));
  return { me: person, email: mail, secret };
}

test('a device that asked for it is not asked again for thirty days; the password always is', async () => {
  expect(await isAsked(29 * day)).toBe(false);
  expect(await isAsked(30 * day + 2 * minute)).toBe(true);
  expect(await isAsked(2 * minute, 'otra cosa')).toBe(true);
  expect(await signIn(as(nobody, day), { email, password: 'no es' }, 4, { device: '', next: null, trust })).toMatchObject({
    refused: 'sign_in.wrong',
  });
});

test('it is the trust of one person, not of who else uses the device', async () => {
  const other = await enrolled();
  expect('step' in (await comesIn({ at: 2 * minute, with: trust, mail: other.email }))).toBe(true);
});

test('it is listed, and forgotten when its owner asks', async () => {
  const [device] = await trustedDevicesOf(as(me, 2 * minute), me.id!);
  expect(device).toMatchObject({ device: 'Firefox · Windows', until: new Date(noon.getTime() + (30 * day + minute) * 1000) });
  await expect(forgetDevice(as({ ...me, id: crypto.randomUUID() }, 3 * minute), device!.id)).rejects.toThrow(NotFound);
  await forgetDevice(as(me, 3 * minute), device!.id);
  expect(await isAsked(4 * minute)).toBe(true);
  expect(await trustedDevicesOf(as(me, 4 * minute), me.id!)).toEqual([]);
});

test('ending its session from elsewhere forgets it, leaving by the door does not', async () => {
  const [session] = await sessionsOf(as(me, 2 * minute), me.id!, null);
  await endOwnSession(as(me, 2 * minute), session!.id);
  expect(await isAsked(3 * minute)).toBe(false);
  const [next] = await sessionsOf(as(me, 4 * minute), me.id!, null);
  await forgetDeviceOf(as(me, 4 * minute), next!.id);
  expect(await isAsked(5 * minute)).toBe(true);
});

test('ending the other sessions keeps this device only', async () => {
  const [session] = await sessionsOf(as(me, 2 * minute), me.id!, null);
  await endSessionsOf(as(me, 2 * minute), me.id!, session!.id);
  await forgetDevices(as(me, 2 * minute), me.id!, session!.id);
  expect(await isAsked(3 * minute)).toBe(false);
  await forgetDevices(as(me, 4 * minute), me.id!);
  expect(await isAsked(5 * minute)).toBe(true);
});

test('a new password forgets it', async () => {
  const fresh = 'la canoa vuelve con la marea';
  accepted(await changePassword(as(me, 2 * minute), { present_password: password, new_password: fresh }, 4, null));
  const came = accepted(await signIn(as(nobody, 3 * minute), { email, password: fresh }, 4, { device: '', next: null, trust }));
  expect(came).toHaveProperty('step');
});

test('taking the second factor off forgets it, so that a new one is asked for everywhere', async () => {
  accepted(await removeSecondFactor(as(me, 2 * minute), { code: codeAt(2 * minute) }, 4));
  ({ secret } = (await beginSecondFactor(as(me, 3 * minute), 'Puerto Claro'))!);
  accepted(await confirmSecondFactor(as(me, 3 * minute), { code: codeAt(3 * minute) }, null));
  expect(await isAsked(4 * minute)).toBe(true);
});
