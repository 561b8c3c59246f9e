import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ContentLine } from './piece.ts';
import { shownCampaign } from './public-campaigns.queries.ts';
import { portalChannel, type Publication, type PublicationPage } from './publication.ts';

const card = sql`o.piece_id as piece, o.dispatch_id as dispatch, o.channel, o.slug, o.kind, o.title, o.lead, o.image, o.fields ->> 'topic' as topic,
  o.unit_id as unit, u.name as "unitName", c.id as campaign, c.code as "campaignCode", c.name as "campaignName", o.line, o.regions,
  o.published_at as "publishedAt", o.updated_at as "updatedAt", o.expires_on as "expiresOn", o.words`;
const beside = sql`left join units u on u.id = o.unit_id left join campaigns c on c.id = o.campaign_id and ${shownCampaign}`;
const page = sql`${card}, o.html, o.text, o.fields -> 'made' as made, string_to_array(o.fields ->> 'media', ' ') as media, o.state, o.withdrawn_at as "withdrawnAt", o.reason`;

// What anybody may read: out, by the portal, and public. Every list and search of the portal says it.
const open = sql`o.channel = ${portalChannel} and o.state = 'out' and o.in_public`;

export interface Narrowing {
  readonly kinds?: readonly string[] | undefined;
  readonly unit?: number | undefined;
  /** campaigns.id */
  readonly campaign?: number | undefined;
  readonly line?: ContentLine | undefined;
  readonly region?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly search?: string | undefined;
}

const narrowed = ({ kinds, unit, campaign, line, region, from, until, search }: Narrowing): RawBuilder<unknown> => sql`${open}
  ${kinds ? (kinds.length === 1 ? sql`and o.kind = ${kinds[0]!}` : sql`and o.kind = any (${[...kinds]}::text[])`) : sql``}
  ${unit ? sql`and o.unit_id = ${unit}` : sql``} ${campaign ? sql`and o.campaign_id = ${campaign}` : sql``}
  ${line ? sql`and o.line = ${line}` : sql``}
  ${region ? (region.length === 2 ? sql`and o.departments && ${[region]}::text[]` : sql`and o.regions && ${[region]}::text[]`) : sql``}
  ${from ? sql`and o.published_at >= ${from}` : sql``} ${until ? sql`and o.published_at < ${until}` : sql``}
  ${search ? sql`and o.search @@ websearch_to_tsquery('es', ${search})` : sql``}`;

/** The newest first. The rows are found before they are dressed: what is skipped costs no names. */
export async function selectNews(db: Db, narrow: Narrowing, limit: number, offset: number): Promise<Publication[]> {
  const { rows } = await sql<Publication>`with found as materialized (
      select o.dispatch_id from publications o where ${narrowed(narrow)}
      order by o.published_at desc, o.dispatch_id desc limit ${limit} offset ${offset}
    ) select ${card} from found f join publications o on o.dispatch_id = f.dispatch_id ${beside} order by o.published_at desc, o.dispatch_id desc`.execute(
    db,
  );
  return rows;
}

/** How many there are, counted no further than `most`. */
export async function countNews(db: Db, narrow: Narrowing, most: number | null = null): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from publications o where ${narrowed(narrow)} limit ${most}) counted`.execute(db);
  return rows[0]!.count;
}

/** The newest first, whole: for feeds. */
export async function selectWhole(db: Db, narrow: Narrowing, limit: number): Promise<PublicationPage[]> {
  const { rows } = await sql<PublicationPage>`select ${page} from publications o ${beside} where ${narrowed(narrow)}
    order by o.published_at desc, o.dispatch_id desc limit ${limit}`.execute(db);
  return rows;
}

/** What matches best of the newest that is out. The words stand in the condition itself, so that how rare they are is known when it is planned. */
export async function searchOut(db: Db, text: string, limit: number): Promise<(Publication & { excerpt: string })[]> {
  const { rows } = await sql<
    Publication & { excerpt: string }
  >`with asked as (select websearch_to_tsquery('es', ${text}) as words), found as materialized (
      select o.dispatch_id, ts_rank(o.search, a.words) as rank from publications o, asked a where ${open} and o.search @@ websearch_to_tsquery('es', ${text})
      order by o.published_at desc limit 200
    ), best as (select * from found order by rank desc, dispatch_id desc limit ${limit})
    select ${card}, ts_headline('es', left(o.lead || ' ' || o.text, 2000), a.words, 'MaxFragments=1, MaxWords=30, MinWords=12, StartSel="", StopSel=""') as excerpt
    from best b join publications o on o.dispatch_id = b.dispatch_id ${beside}, asked a order by b.rank desc, o.dispatch_id desc`.execute(
    db,
  );
  return rows;
}

/**
 * What a channel has at an address, that it has now or had before: what is out of that piece, or what was last. Never a piece that was
 * not out.
 */
export async function selectAt(db: Db, channel: string, slug: string): Promise<PublicationPage | undefined> {
  const { rows } = await sql<PublicationPage>`with asked as (
      select piece_id from publications where slug = ${slug} and channel = ${channel}
      union select piece_id from piece_addresses where slug = ${slug}
    )
    select ${page} from publications o ${beside} where o.channel = ${channel} and o.piece_id in (select piece_id from asked)
    order by o.state = 'out' desc, o.dispatch_id desc limit 1`.execute(db);
  return rows[0];
}

/** What is about the same: of its campaign first, then of its dependency. */
export async function selectRelated(db: Db, { piece, campaign, unit }: Publication, limit: number): Promise<Publication[]> {
  const near = (
    column: RawBuilder<unknown>,
    value: number | null,
    rank: number,
  ) => sql`(select o.dispatch_id, ${rank}::int as rank from publications o
    where ${open} and ${column} = ${value} and o.piece_id <> ${piece} order by o.published_at desc limit ${limit})`;
  const { rows } =
    await sql<Publication>`with near as (${near(sql`o.campaign_id`, campaign, 1)} union all ${near(sql`o.unit_id`, unit, 2)}),
      best as (select dispatch_id, min(rank) as rank from near group by 1)
    select ${card} from best b join publications o on o.dispatch_id = b.dispatch_id ${beside}
    order by b.rank, o.published_at desc limit ${limit}`.execute(db);
  return rows;
}

/** The months in which something that is out was published, the last first: found by leaps, whatever the number of news. */
export async function selectMonths(db: Db, zone: string): Promise<string[]> {
  const last = (before: RawBuilder<unknown>) => sql`(select o.published_at as at from publications o where ${open} ${before}
    order by o.published_at desc, o.dispatch_id desc limit 1)`;
  const { rows } = await sql<{ month: string }>`with recursive leap as (
      ${last(sql``)}
      union all
      select n.at from leap, lateral ${last(sql`and o.published_at < date_trunc('month', leap.at at time zone ${zone}) at time zone ${zone}`)} n
    ) select to_char(at at time zone ${zone}, 'YYYY-MM') as month from leap limit 240`.execute(db);
  return rows.map(({ month }) => month);
}

export interface NewsOptions {
  readonly kinds: readonly string[];
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly campaigns: readonly { readonly code: string; readonly name: string }[];
  /** DIVIPOLA codes of what was published lately. */
  readonly regions: readonly string[];
}

/** What there is to choose among: each asked of an index, once. */
export async function selectOptions(db: Db, kinds: readonly string[]): Promise<NewsOptions> {
  const some = (which: RawBuilder<unknown>) => sql`exists (select from publications o where ${open} and ${which})`;
  const { rows } = await sql<NewsOptions>`select
    array(select k from unnest(${[...kinds]}::text[]) with ordinality as given(k, at) where ${some(sql`o.kind = k`)} order by at) as kinds,
    coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name) order by plain(u.name)) from units u where ${some(sql`o.unit_id = u.id`)}), '[]') as units,
    coalesce((select json_agg(json_build_object('code', c.code, 'name', c.name) order by c.starts_on desc) from campaigns c
      where ${shownCampaign} and ${some(sql`o.campaign_id = c.id`)}), '[]') as campaigns,
    array(select distinct r from (select o.regions from publications o where ${open} order by o.published_at desc, o.dispatch_id desc limit 2000) late,
      unnest(late.regions) r order by r) as regions`.execute(db);
  return rows[0]!;
}

/** Addresses with the day of their last change, in portions, for the sitemap. */
export async function selectAddresses(db: Db, limit: number, offset: number): Promise<{ slug: string; changedAt: Date }[]> {
  const { rows } = await sql<{ slug: string; changedAt: Date }>`select o.slug, coalesce(o.updated_at, o.published_at) as "changedAt"
    from publications o where ${open} order by o.dispatch_id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** A piece that is out on the portal. */
export async function publicationOf(db: Db, piece: number): Promise<Publication | undefined> {
  const { rows } = await sql<Publication>`select ${card} from publications o ${beside} where ${open} and o.piece_id = ${piece}`.execute(db);
  return rows[0];
}
