import type { Db } from '#platform/db/database.ts';
import { selectNextDue } from './due.queries.ts';

/** When the next dispatch should leave; null when none waits. */
export function nextDispatchDue(db: Db): Promise<Date | null> {
  return selectNextDue(db);
}
