import type { Ctx } from '#platform/ctx.ts';
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
  const institution = await selectInstitution(ctx.db);
  if (!institution) throw new NotFound('institution');
  return institution;
}
