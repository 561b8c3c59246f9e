import { expect, test } from 'vitest';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { isSetUp } from './institution.ts';
import { identify } from './sessions.ts';
import {
  completeSetup,
  countSetupCode,
  enterSetup,
  installationCode,
  keepAdministrator,
  keepInstitution,
  keepStart,
  readSetup,
} from './setup.ts';
import { newInstitutionInput } from './setup.input.ts';
import { countSignIn, signIn } from './sign-in.ts';

const database = await freshDatabase();
const db = database.primary;
const now = new Date('2026-11-22T17:00:00Z');
const ctx = commandContext(db, system, now, () => []);
const app = { database, clock: () => now, vault: ctx.vault };
const password = 'el faro se apaga a las 6';
const esteban = { name: 'Esteban Cogollo', email: 'esteban.cogollo@puertoclaro.gov.co', position: 'Ingeniero' };
const puertoClaro = { kind: 'Alcaldía de', name: 'Puerto Claro', color: '#0943b5', language: 'es' as const, zone: 'America/Bogota' };

test('the code is the same for every process, and forgiving of spaces and capitals', async () => {
  const code = await installationCode(app);
  expect(code).toMatch(/^[a-z]+-\d{4}-[a-z]+$/);
  expect(await installationCode(app)).toBe(code);
  expect(await enterSetup(ctx, { code: 'faro-0000-faro' }, 4)).toMatchObject({ refused: 'setup.code_wrong', field: 'code' });
  expect(await enterSetup(ctx, { code: code.toUpperCase().replaceAll('-', ' ') }, 4)).toEqual(expect.any(String));
});

test('five wrong codes wait', async () => {
  for (let tries = 0; tries < 5; tries++) await countSetupCode(ctx);
  expect(await countSetupCode(ctx)).toMatchObject({ refused: 'sign_in.wait' });
});

test('only the browser that gave the code last goes on, and what it typed is there when it comes back', async () => {
  const code = await installationCode(app);
  const first = accepted(await enterSetup(ctx, { code }, 4));
  const second = accepted(await enterSetup(ctx, { code }, 4));
  expect(await readSetup(ctx, first)).toBeUndefined();
  await keepInstitution(ctx, (await readSetup(ctx, second))!, puertoClaro, null);
  expect((await readSetup(ctx, second))!.institution).toEqual(puertoClaro);
});

test('setting up writes institution, dependency and administrator, who is in and may come in again', async () => {
  const token = accepted(await enterSetup(ctx, { code: await installationCode(app) }, 4));
  const setup = async () => (await readSetup(ctx, token))!;
  await keepInstitution(ctx, await setup(), puertoClaro, null);
  expect(await completeSetup(ctx, token, '')).toMatchObject({ refused: 'setup.incomplete' });
  expect(await keepAdministrator(ctx, await setup(), { ...esteban, password: 'corta' })).toMatchObject({ refused: 'password.short' });
  accepted(await keepAdministrator(ctx, await setup(), { ...esteban, password }));
  expect(JSON.stringify(await setup())).not.toContain(password);
  await keepAdministrator(ctx, await setup(), { ...esteban, position: 'Jefe', password: '' });
  await keepStart(ctx, await setup(), { unit: 'Oficina Asesora de Informática', template: '' });
  const done = accepted(await completeSetup(ctx, token, 'Firefox · Linux'));
  expect(await isSetUp(db)).toBe(true);
  const { actor } = await identify(db, now, { cookie: done.token });
  expect(actor).toMatchObject({ name: 'Esteban Cogollo', grants: [{ role: 'administrator', unit: null }] });
  const { left } = accepted(await countSignIn(ctx, esteban));
  expect(await signIn(ctx, { email: esteban.email, password }, left, { device: '', next: null })).toHaveProperty('token');
  expect(await completeSetup(ctx, token, '')).toMatchObject({ refused: 'setup.already' });
});

test("a colour is a swatch or one's own", () => {
  expect(newInstitutionInput.parse({ ...puertoClaro, color: 'own', own_color: '#7A0C2E' }).color).toBe('#7a0c2e');
  expect(newInstitutionInput.safeParse({ ...puertoClaro, color: 'red' }).success).toBe(false);
});
