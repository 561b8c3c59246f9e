import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { HouseFilter } from './house.input.ts';
import { intranetChannel, type PublicationImage } from './publication.ts';

export interface HouseItem {
  readonly dispatch: number;
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly lead: string;
  readonly image: PublicationImage | null;
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly publishedAt: Date;
  readonly words: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** When this reader confirmed that he read it. */
  readonly confirmedAt: Date | null;
}

const columns = sql`o.dispatch_id as dispatch, o.slug, o.kind, o.title, o.lead, o.image, o.unit_id as unit, u.name as "unitName",
  o.published_at as "publishedAt", o.words, o.fields`;

const out = sql`o.channel = ${intranetChannel} and o.state = 'out'`;

/** Of a memo, that it was sent to him or that he signed it. */
const sentTo = (
  person: string | null,
) => sql<boolean>`exists (select from memos m where m.piece_id = o.piece_id and m.state in ('sent', 'withdrawn')
  and (m.signed_by = ${person} or exists (select from memo_recipients r where r.memo_id = m.id and r.person_id = ${person})))`;

/** To whom it speaks: everybody unless it says servants, contractors, or the dependency and what is below it; a memo, to whom it was sent. */
const spokenTo = (person: string | null) => sql<boolean>`case when o.kind in ('memo', 'circular') then ${sentTo(person)}
  else (coalesce(o.fields->>'audience', '') in ('', 'everyone')
  or exists (select from people p where p.id = ${person} and (
    (o.fields->>'audience' = 'servants' and p.employment = 'servant') or (o.fields->>'audience' = 'contractors' and p.employment = 'contractor')
    or (o.fields->>'audience' = 'unit' and exists (select from unit_ancestors a where a.unit_id = p.unit_id and a.ancestor_id = o.unit_id))))) end`;

const confirmed = (person: string | null) =>
  sql`(select r.read_at from memos m join memo_recipients r on r.memo_id = m.id and r.person_id = ${person}
    where m.piece_id = o.piece_id and m.state = 'sent')`;

export async function selectHouse(db: Db, person: string | null, filter: HouseFilter, limit: number, offset: number): Promise<HouseItem[]> {
  const { rows } = await sql<HouseItem>`
    select ${columns}, ${confirmed(person)} as "confirmedAt" from publications o left join units u on u.id = o.unit_id
    where ${wanted(person, filter)} order by o.published_at desc, o.dispatch_id desc limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** How many are wanted, counted no further than `most`. */
export async function countHouse(db: Db, person: string | null, filter: HouseFilter, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select from publications o where ${wanted(person, filter)} limit ${most}) counted`.execute(db);
  return rows[0]!.count;
}

function wanted(person: string | null, filter: HouseFilter): RawBuilder<boolean> {
  const clauses: RawBuilder<unknown>[] = [out, sql`o.kind <> 'splash_notice'`, spokenTo(person)];
  if (filter.kind) clauses.push(sql`o.kind = ${filter.kind}`);
  if (filter.unit) clauses.push(sql`o.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${filter.unit})`);
  if (filter.q !== '') clauses.push(sql`o.search @@ websearch_to_tsquery('es', ${filter.q})`);
  return sql<boolean>`${sql.join(clauses, sql` and `)}`;
}

/** Those of some kinds, the last ones first. */
export async function selectOfKinds(db: Db, person: string | null, kinds: readonly string[], limit: number): Promise<HouseItem[]> {
  const { rows } = await sql<HouseItem>`
    select ${columns}, ${confirmed(person)} as "confirmedAt" from publications o left join units u on u.id = o.unit_id
    where ${out} and o.kind = any (${kinds}::text[]) and ${spokenTo(person)} order by o.published_at desc, o.dispatch_id desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** The memos that this person was sent and has not read, the oldest first. */
export async function selectUnread(db: Db, person: string, limit: number): Promise<HouseItem[]> {
  const { rows } = await sql<HouseItem>`
    select ${columns}, null as "confirmedAt" from memo_recipients r join memos m on m.id = r.memo_id and m.state = 'sent'
    join publications o on o.piece_id = m.piece_id and ${out} left join units u on u.id = o.unit_id
    where r.person_id = ${person} and r.read_at is null order by o.published_at, o.dispatch_id limit ${limit}`.execute(db);
  return rows;
}

/** The notice at log-in that holds today and that this person has not seen. */
export async function selectSplash(db: Db, person: string, today: string): Promise<number | undefined> {
  const { rows } = await sql<{ dispatch: number }>`
    select o.dispatch_id as dispatch from publications o
    where ${out} and o.kind = 'splash_notice' and ${today} between o.fields->>'starts_on' and o.fields->>'ends_on' and ${spokenTo(person)}
      and not exists (select from receipts r where r.dispatch_id = o.dispatch_id and r.person_id = ${person} and r.kind = 'seen')
    order by o.published_at limit 1`.execute(db);
  return rows[0]?.dispatch;
}

export async function selectHousePage(
  db: Db,
  person: string | null,
  by: { slug: string } | { dispatch: number },
): Promise<(HouseItem & { html: string }) | undefined> {
  const { rows } = await sql<HouseItem & { html: string }>`
    select ${columns}, o.html, ${confirmed(person)} as "confirmedAt" from publications o left join units u on u.id = o.unit_id
    where ${out} and ${'slug' in by ? sql`o.slug = ${by.slug}` : sql`o.dispatch_id = ${by.dispatch}`} and ${spokenTo(person)} limit 1`.execute(
    db,
  );
  return rows[0];
}

export interface HouseGone {
  readonly state: 'expired' | 'withdrawn';
  readonly at: Date | null;
  readonly reason: string;
}

/** What was out inside the house at an address, to whom it spoke, and no longer is. */
export async function selectHouseGone(db: Db, person: string | null, slug: string): Promise<HouseGone | undefined> {
  const { rows } = await sql<HouseGone>`
    select o.state, o.withdrawn_at as at, o.reason from publications o
    where o.channel = ${intranetChannel} and o.state in ('expired', 'withdrawn') and o.slug = ${slug} and ${spokenTo(person)}
    order by o.dispatch_id desc limit 1`.execute(db);
  return rows[0];
}
