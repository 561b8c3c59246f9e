import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';

/** People who hold one of these roles in the whole house, or where a dependency lies (null: the whole house only). */
export async function selectHolders(db: Db, roles: readonly string[], unit: number | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from grants g join people p on p.id = g.person_id
    where g.ended_at is null and p.left_at is null and g.role = any (${[...roles]}::text[])
      and (g.unit_id is null or g.unit_id in (select ancestor_id from unit_ancestors where unit_id = ${unit}))`.execute(db);
  return rows.map(({ id }) => id);
}

export interface Maker {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly unit: number | null;
  /** Pieces of his that should be ready by the end of the week, late ones included. */
  readonly pieces: number;
}

/** Who may make a piece for a dependency, the least laden first. */
export async function selectMakers(db: Db, roles: readonly string[], unit: number | null, until: Day): Promise<Maker[]> {
  const { rows } = await sql<Maker>`
    with makers as (
      select distinct p.id, p.name, p.position, p.unit_id as unit from grants g join people p on p.id = g.person_id
      where g.ended_at is null and p.left_at is null and g.role = any (${[...roles]}::text[])
        and (g.unit_id is null or g.unit_id in (select ancestor_id from unit_ancestors where unit_id = ${unit}))
    )
    select m.id, m.name, m.position, m.unit, (
      select count(*) from pieces w where w.owner_id = m.id and w.state in ('draft', 'in_review', 'approved', 'scheduled')
        and w.due_on <= ${until}
    ) as pieces
    from makers m order by pieces, plain(m.name)`.execute(db);
  return rows;
}
