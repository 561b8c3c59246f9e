import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Who signs for a dependency today. */
export interface Signatory {
  readonly unit: number;
  readonly unitName: string;
  readonly head: string | null;
  readonly headName: string | null;
  readonly headPost: string;
  /** Who stands in for the head today. */
  readonly standIn: string | null;
  readonly standInName: string | null;
}

export async function selectSignatory(db: Db, unit: number, today: string): Promise<Signatory | undefined> {
  const { rows } = await sql<Signatory>`
    select u.id as unit, u.name as "unitName", h.id as head, h.name as "headName", coalesce(h.position, '') as "headPost",
      i.id as "standIn", i.name as "standInName"
    from units u left join people h on h.id = u.head_id and h.left_at is null
    left join lateral (
      select x.id, x.name from stand_ins s join people x on x.id = s.stand_in_id and x.left_at is null
      where s.person_id = h.id and s.ended_at is null and ${today}::date between s.starts_on and s.ends_on
      order by s.named_at desc limit 1) i on true
    where u.id = ${unit}`.execute(db);
  return rows[0];
}

/** The dependencies that somebody leads or speaks for, with all below them. */
export async function selectLedUnits(db: Db, person: string): Promise<number[]> {
  const { rows } = await sql<{ unit: number }>`
    select distinct a.unit_id as unit from units u join unit_ancestors a on a.ancestor_id = u.id
    where u.closed_at is null and ${person} in (u.head_id, u.liaison_id)`.execute(db);
  return rows.map(({ unit }) => unit);
}

/** Whether somebody leads some dependency. */
export async function isHead(db: Db, person: string): Promise<boolean> {
  return (
    (await db.selectFrom('units').select('id').where('head_id', '=', person).where('closed_at', 'is', null).executeTakeFirst()) !==
    undefined
  );
}

/** Pieces that were approved as they stand and wait for the signature of a person, the oldest first. */
export async function selectToSign(
  db: Db,
  person: string,
  today: string,
): Promise<{ piece: number; title: string; kind: string; unitName: string; approvedAt: Date }[]> {
  const { rows } = await sql<{ piece: number; title: string; kind: string; unitName: string; approvedAt: Date }>`
    select p.id as piece, case when p.class in ('public', 'internal') then p.title else '№ ' || p.id end as title, p.kind, u.name as "unitName", a.at as "approvedAt"
    from pieces p join units u on u.id = p.unit_id join approvals a on a.piece_id = p.id and a.voided_at is null and a.sha256 = p.sha256
    where p.kind in ('memo', 'circular') and p.state = 'approved'
      and (u.head_id = ${person} or exists (select from stand_ins s where s.person_id = u.head_id and s.stand_in_id = ${person}
        and s.ended_at is null and ${today}::date between s.starts_on and s.ends_on))
      and not exists (select from memos m where m.piece_id = p.id and m.sha256 = p.sha256 and m.state in ('signed', 'sent'))
    order by a.at limit 50`.execute(db);
  return rows;
}
