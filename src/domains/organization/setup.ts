import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import type { App } from '#platform/http/visit.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { countAttempt, forgetAttempts, wrong } from './attempts.ts';
import { isSetUp } from './institution.ts';
import { hashPassword, weakness } from './passwords.ts';
import { addPerson } from './people.ts';
import type { FirstAdministratorInput, FirstUnitInput, NewInstitutionInput } from './setup.input.ts';
import {
  deleteSetup,
  insertInstitution,
  insertSetup,
  lockFounding,
  lockSetup,
  selectSetup,
  updateSetupFields,
  updateSetupToken,
} from './setup.queries.ts';
import { comeIn } from './sign-in.ts';
import { updatePassword } from './sign-in.queries.ts';
import { freshToken, hash } from './tokens.ts';
import { createUnit } from './units.ts';

/** What was typed so far. The password is kept only as its hash. */
export interface Setup {
  readonly institution?: NewInstitutionInput;
  readonly administrator?: Omit<FirstAdministratorInput, 'password'> & { readonly passwordHash: string };
  readonly start?: FirstUnitInput;
  readonly emblem: string | null;
}

const words = [
  'faro',
  'brisa',
  'muelle',
  'ancla',
  'remo',
  'marea',
  'puerto',
  'vela',
  'coral',
  'gaviota',
  'orilla',
  'timonel',
  'bahia',
  'canoa',
  'ceiba',
  'palma',
];

const place = 'setup.code:1';

/**
 * The code that proves that this machine is one's own, such as `faro-0492-brisa`: the same for every process on the
 * database until the institution is set up. 2.5 million of them, five tries each quarter of an hour.
 */
export async function installationCode({ database, clock, vault }: Pick<App, 'database' | 'clock' | 'vault'>): Promise<string> {
  const word = () => words[randomInt(words.length)]!;
  const code = `${word()}-${String(randomInt(10_000)).padStart(4, '0')}-${word()}`;
  await insertSetup(database.primary, vault.seal(place, code), clock());
  return vault.open(place, (await selectSetup(database.primary))!.code);
}

/** Before `enterSetup`, in a transaction of its own. */
export function countSetupCode(ctx: Ctx): Promise<{ left: number } | Refusal> {
  return countAttempt(ctx, 'setup', 'code');
}

/** @returns the token for the browser that gave the code; a browser that gave it before is no longer the one. */
export async function enterSetup(ctx: Ctx, input: { code: string }, left: number): Promise<string | Refusal> {
  const setup = await selectSetup(ctx.db);
  const expected = setup && hash(ctx.vault.open(place, setup.code));
  const given = hash(input.code.toLowerCase().replace(/[\s_-]+/g, '-'));
  if (!expected || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return wrong('setup.code_wrong', left, 'code');
  const token = freshToken();
  await updateSetupToken(ctx.db, hash(token));
  await forgetAttempts(ctx, 'setup');
  return token;
}

/** undefined when this browser has not given the code, or the institution exists already. */
export async function readSetup(ctx: Ctx, token: string | undefined): Promise<Setup | undefined> {
  const row = token === undefined ? undefined : await selectSetup(ctx.db);
  if (!row || row.token_hash !== hash(token!)) return undefined;
  return { ...(row.fields as Omit<Setup, 'emblem'>), emblem: row.emblem_file };
}

export async function keepInstitution(ctx: Ctx, setup: Setup, input: NewInstitutionInput, emblem: string | null): Promise<void> {
  await keep(ctx, { ...setup, institution: input, emblem: emblem ?? setup.emblem });
}

export async function keepAdministrator(ctx: Ctx, setup: Setup, { password, ...input }: FirstAdministratorInput): Promise<Refusal | void> {
  const before = setup.administrator?.passwordHash;
  if (!password && !before) return refuse('input.required', {}, 'password');
  const weak = password ? weakness(password, input) : null;
  if (weak) return weak;
  await keep(ctx, { ...setup, administrator: { ...input, passwordHash: password ? await hashPassword(password) : before! } });
}

export async function keepStart(ctx: Ctx, setup: Setup, input: FirstUnitInput): Promise<void> {
  await keep(ctx, { ...setup, start: input });
}

function keep(ctx: Ctx, { emblem, ...fields }: Setup): Promise<void> {
  return updateSetupFields(ctx.db, fields, emblem);
}

/**
 * Writes the institution, its first dependency and its first administrator, who comes in at once. The code is gone.
 * Acts as the system, because nobody is here yet.
 */
export async function completeSetup(
  ctx: Ctx,
  token: string,
  device: string,
): Promise<{ token: string; person: string; unit: string } | Refusal> {
  if (!(await lockFounding(ctx.db))) return refuse('setup.under_way');
  const row = await lockSetup(ctx.db, hash(token));
  if (!row || (await isSetUp(ctx.db))) return refuse('setup.already');
  const { institution, administrator, start } = row.fields as Partial<Setup>;
  if (!institution || !administrator || !start) return refuse('setup.incomplete');
  await insertInstitution(ctx.db, { ...institution, emblem: row.emblem_file, now: ctx.now });
  await ctx.tell({ name: 'institution.set_up', subject: { type: 'institution', id: 1 }, after: institution, topics: ['portal'] });
  const unit = await createUnit(ctx, { name: start.unit, parent: null });
  if (isRefusal(unit)) return { ...unit, field: 'unit' };
  const { passwordHash, ...person } = administrator;
  const id = await addPerson(ctx, { ...person, employment: 'servant', unit, language: institution.language, roles: ['administrator'] });
  if (isRefusal(id)) return id;
  await updatePassword(ctx.db, id, passwordHash);
  await deleteSetup(ctx.db);
  const { token: session } = await comeIn(ctx, id, device, false);
  return { token: session, person: id, unit: String(unit) };
}
