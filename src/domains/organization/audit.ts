import type { Db } from '#platform/db/database.ts';
import { selectLastEntry } from './audit.queries.ts';

/** Who changed something last, and when. */
export function lastChange(db: Db, type: string, id: string | number) {
  return selectLastEntry(db, type, String(id));
}
