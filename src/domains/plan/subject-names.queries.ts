import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Kind } from './plan.ts';

export interface NamedItem {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly plan: number;
}

export async function selectPlanNames(db: Db, ids: readonly number[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text, title as name from plans where id = any(${ids}::bigint[])`.execute(db);
  return rows;
}

export async function selectVersionNames(db: Db, ids: readonly number[]): Promise<{ id: string; name: string; plan: number }[]> {
  const { rows } = await sql<{ id: string; name: string; plan: number }>`
    select v.id::text, p.title as name, p.id as plan from plan_versions v join plans p on p.id = v.plan_id
    where v.id = any(${ids}::bigint[])`.execute(db);
  return rows;
}

/** By the title that each had in the newest version where it is. */
export async function selectItemNames(db: Db, ids: readonly number[]): Promise<NamedItem[]> {
  const { rows } = await sql<NamedItem>`
    select distinct on (i.id) i.id::text, r.title as name, i.kind, i.plan_id as plan
    from plan_items i join plan_rows r on r.item_id = i.id join plan_versions v on v.id = r.version_id
    where i.id = any(${ids}::bigint[]) order by i.id, v.number desc`.execute(db);
  return rows;
}

/** Sections are called `version/code`; one that was removed has no name any more. */
export async function selectSectionNames(db: Db, ids: readonly string[]): Promise<{ id: string; name: string | null; plan: number }[]> {
  const { rows } = await sql<{ id: string; name: string | null; plan: number }>`
    select asked.id, s.title as name, v.plan_id as plan
    from unnest(${ids}::text[]) asked(id) join plan_versions v on v.id = split_part(asked.id, '/', 1)::bigint
    left join plan_sections s on s.version_id = v.id and s.code = split_part(asked.id, '/', 2)`.execute(db);
  return rows;
}
