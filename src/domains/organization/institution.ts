import { shared, type Ctx } from '#platform/ctx.ts';
import { dayIn, type Day } from '#platform/clock/day.ts';
import { defaultZone } from '#platform/clock/zone.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Db } from '#platform/db/database.ts';
import { selectInstitution } from './institution.queries.ts';

export async function isSetUp(db: Db): Promise<boolean> {
  return (await selectInstitution(db)) !== undefined;
}

/** Whether all in here is invented, so that nothing may leave the house. */
export async function isDemonstration(db: Db): Promise<boolean> {
  return (await selectInstitution(db))?.demonstration ?? false;
}

/** The institution with its brand. Throws NotFound before the set-up. */
export async function institutionOf(ctx: Ctx) {
  const institution = await found(ctx);
  if (!institution) throw new NotFound('institution');
  return institution;
}

/** The institution's time zone, by which a day begins; Colombia's before the set-up. */
export async function zoneOf(ctx: Ctx): Promise<string> {
  return (await found(ctx))?.zone ?? defaultZone;
}

/** What it is called whole: «Alcaldía de Puerto Claro». */
export const wholeName = ({ kind, name }: { readonly kind: string; readonly name: string }): string => `${kind} ${name}`.trim();

/** The day it is in the institution's zone. */
export async function todayOf(ctx: Ctx): Promise<Day> {
  return dayIn(ctx.now, await zoneOf(ctx));
}

const found = (ctx: Ctx) => shared(ctx, 'institution', () => selectInstitution(ctx.db));
