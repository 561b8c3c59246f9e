import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Body } from '../body.ts';
import type { ContentLine } from '../piece.ts';

/** Something that came out and that a newsletter may tell. */
export interface Material {
  readonly piece: number;
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly lead: string;
  readonly line: ContentLine | null;
  readonly unitName: string | null;
  readonly publishedAt: Date;
  readonly expiresOn: Day | null;
  /** assets.id of its picture. */
  readonly asset: number | null;
  readonly alt: string;
}

const most = 60;

/** What came out by a channel since then for any of these segments, or for everybody; the newest first. */
export async function selectMaterial(
  db: Db,
  {
    channel,
    kinds,
    segments,
    since,
    until,
  }: { channel: string; kinds: readonly string[]; segments: readonly string[]; since: Date; until: Date },
): Promise<Material[]> {
  const { rows } = await sql<Material>`select o.piece_id as piece, o.slug, o.kind, o.title, o.lead, o.line, u.name as "unitName",
      o.published_at as "publishedAt", o.expires_on as "expiresOn", a.id as asset, coalesce(o.image ->> 'alt', '') as alt
    from publications o left join units u on u.id = o.unit_id
      left join assets a on a.file_id = (o.image ->> 'file')::uuid and a.withdrawn_at is null
    where o.channel = ${channel} and o.state = 'out' and o.class in ('public', 'internal') and o.kind = any (${[...kinds]}::text[])
      and o.published_at > ${since} and o.published_at <= ${until}
      ${segments.length === 0 ? sql`` : sql`and (o.segments = '{}' or o.segments && ${[...segments]}::text[])`}
    order by o.published_at desc, o.dispatch_id desc limit ${most}`.execute(db);
  return rows;
}

/** The newsletter before this turn of a slot: until when it told, what, for whom, and its number. */
export async function selectLast(
  db: Db,
  slot: number,
  before: Day,
): Promise<{ piece: number; until: Date; body: Body; segments: string[]; number: number } | undefined> {
  const { rows } = await sql<{ piece: number; until: Date; body: Body; segments: string[]; number: number }>`select p.id as piece,
      coalesce(p.submitted_at, p.published_at, p.created_at) as until, p.body, p.segments,
      case when p.fields ->> 'number' ~ '^[0-9]{1,6}$' then (p.fields ->> 'number')::int else 0 end as number
    from pieces p where p.slot_id = ${slot} and p.slot_day < ${before} and p.state <> 'discarded' order by p.slot_day desc limit 1`.execute(
    db,
  );
  return rows[0];
}

/** Whom a slot writes to. */
export async function selectSlotSegments(db: Db, slot: number): Promise<string[]> {
  const row = await db.selectFrom('slots').select('segments').where('id', '=', slot).executeTakeFirst();
  return row?.segments ?? [];
}

/** Where a newsletter of a slot is made: its dependency, its owner's, or the one at the top. */
export async function selectSlotUnit(db: Db, slot: number): Promise<number | null> {
  const { rows } = await sql<{ unit: number | null }>`select coalesce(s.unit_id, o.unit_id,
      (select u.id from units u where u.closed_at is null order by (u.parent_id is not null)::int, u.id limit 1)) as unit
    from slots s left join people o on o.id = s.owner_id where s.id = ${slot}`.execute(db);
  return rows[0]?.unit ?? null;
}

/** Whoever leads communications now. */
export async function selectHeads(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct p.id from grants g join people p on p.id = g.person_id
    where g.role = 'head_of_communications' and g.ended_at is null and p.left_at is null`.execute(db);
  return rows.map(({ id }) => id);
}
