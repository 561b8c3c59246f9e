import type { Db } from '#platform/db/database.ts';
import { selectInstitution } from './institution.queries.ts';

export async function isSetUp(db: Db): Promise<boolean> {
  return (await selectInstitution(db)) !== undefined;
}
