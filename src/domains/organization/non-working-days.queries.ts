import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface OwnDays {
  readonly id: number;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly name: string;
  readonly act: string;
  readonly act_file: string | null;
  readonly unit: string | null;
  readonly unit_id: number | null;
  readonly revoked_at: Date | null;
}

/** Own days that touch a range, first ones first; with `unit`, only those of the whole institution and of what it hangs from. */
export async function selectOwnDays(db: Db, range: { from: string; to: string }, unit?: number | null): Promise<OwnDays[]> {
  const { rows } = await sql<OwnDays>`
    select d.id, d.starts_on, d.ends_on, d.name, d.act, d.act_file, u.name as unit, d.unit_id, d.revoked_at
    from non_working_days d left join units u on u.id = d.unit_id
    where d.starts_on <= ${range.to}::date and d.ends_on >= ${range.from}::date and d.revoked_at is null
      and (${unit === undefined} or d.unit_id is null or d.unit_id in (select ancestor_id from unit_ancestors where unit_id = ${unit ?? null}::bigint))
    order by d.starts_on, d.id`.execute(db);
  return rows;
}

export function selectDays(db: Db, id: number) {
  return db.selectFrom('non_working_days').selectAll().where('id', '=', id).executeTakeFirst();
}

interface NewDays {
  starts_on: string;
  ends_on: string;
  name: string;
  act: string;
  act_file: string | null;
  unit_id: number | null;
  created_by: string | null;
  created_at: Date;
}

export async function insertDays(db: Db, days: NewDays): Promise<number> {
  const { id } = await db.insertInto('non_working_days').values(days).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function revokeDays(db: Db, id: number, by: string | null, now: Date): Promise<void> {
  await db.updateTable('non_working_days').set({ revoked_at: now, revoked_by: by }).where('id', '=', id).execute();
}
