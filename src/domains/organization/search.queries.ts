import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface FoundInOrganization {
  readonly kind: 'unit' | 'person';
  readonly id: string;
  readonly name: string;
  readonly more: string;
}

/** Dependencies and people whose name holds the text or nearly so; accents and small typos forgiven (pg_trgm). */
export async function findUnitsAndPeople(db: Db, text: string, limit: number): Promise<FoundInOrganization[]> {
  const { rows } = await sql<FoundInOrganization & { near: number }>`
    (select 'unit' as kind, u.id::text, u.name, coalesce(parent.name, '') as more, word_similarity(plain(${text}), plain(u.name)) as near
     from units u left join units parent on parent.id = u.parent_id
     where u.closed_at is null and plain(${text}) <% plain(u.name)
     order by near desc, u.name limit ${limit})
    union all
    (select 'person', p.id::text, p.name, concat_ws(', ', nullif(p.position, ''), u.name), word_similarity(plain(${text}), plain(p.name)) as near
     from people p left join units u on u.id = p.unit_id
     where p.left_at is null and plain(${text}) <% plain(p.name)
     order by near desc, p.name limit ${limit})
    order by near desc limit ${limit}`.execute(db);
  return rows.map(({ near: _, ...found }) => found);
}
