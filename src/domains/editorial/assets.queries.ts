import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Asset, AssetKind, Attachment } from './asset.ts';
import type { AssetFilter, AssetInput } from './assets.input.ts';
import { readable } from './pieces.queries.ts';
import type { Reader } from './readers.ts';

const attached = (column: string, alias: string) =>
  sql`(select json_build_object('id', f.id, 'name', f.name) from files f where f.id = ${sql.ref(column)}) as ${sql.id(alias)}`;

const columns = sql`a.id, a.file_id as file, f.name as "fileName", f.type, f.size, f.width, f.height, a.kind, a.title, a.alt, a.credit,
  a.licence, a.expires_on as "expiresOn", a.tags, a.focal_x as "focalX", a.focal_y as "focalY", a.people_shown as "peopleShown",
  a.minors_shown as "minorsShown", ${attached('a.release_file', 'release')}, ${attached('a.guardian_file', 'guardian')},
  ${attached('a.captions_file', 'captions')}, a.transcript, a.unit_id as unit, u.name as "unitName", a.piece_id as piece,
  a.uploaded_by as "uploadedBy", w.name as "uploadedByName", a.uploaded_at as "uploadedAt", a.withdrawn_at as "withdrawnAt",
  a.withdrawal_reason as "withdrawalReason", a.revision,
  (select count(*) from asset_uses s where s.asset_id = a.id) as uses,
  exists (select from secret_assets s where s.asset_id = a.id) as secret`;

const from = sql`assets a join files f on f.id = a.file_id left join units u on u.id = a.unit_id left join people w on w.id = a.uploaded_by`;

/** What a reader may know of `assets a`: what is secret by a piece, only by that piece. Every list of assets says it. */
export function visible(reader: Reader): RawBuilder<SqlBool> {
  if (reader.everything) return sql<SqlBool>`true`;
  const open = sql<SqlBool>`a.id not in (select asset_id from secret_assets)`;
  if (!reader.agreed || reader.person === null) return open;
  return sql<SqlBool>`(${open} or a.id in (select s.asset_id from secret_assets s join pieces p on p.id = s.piece_id where ${readable(reader)}))`;
}

export async function selectAsset(db: Db, id: number, reader: Reader, lock = false): Promise<Asset | undefined> {
  const { rows } = await sql<Asset>`select ${columns} from ${from} where a.id = ${id} and ${visible(reader)} ${
    lock ? sql`for update of a` : sql``
  }`.execute(db);
  return rows[0];
}

export async function selectAssetsByIds(db: Db, ids: readonly number[], reader: Reader): Promise<Asset[]> {
  // Whoever writes asks at each pause: the view is looked into once, and for these alone.
  const { rows } = await sql<Asset>`
    with secret_assets as materialized (select asset_id, piece_id from secret_assets where asset_id = any (${ids}::bigint[]))
    select ${columns} from ${from} where a.id = any (${ids}::bigint[]) and ${visible(reader)}`.execute(db);
  return rows;
}

/** The newest first; `after` is the last one of the page before. */
export async function selectAssets(db: Db, filter: AssetFilter, reader: Reader, today: Day, limit: number): Promise<Asset[]> {
  const start = filter.after
    ? sql<SqlBool>`(a.uploaded_at, a.id) < (select uploaded_at, id from assets where id = ${filter.after})`
    : sql<SqlBool>`true`;
  const { rows } = await sql<Asset>`
    with page as materialized (
      select a.id, a.uploaded_at from assets a where ${wanted(filter, today)} and ${visible(reader)} and ${start}
      order by a.uploaded_at desc, a.id desc limit ${limit})
    select ${columns} from page join ${from} on true where a.id = page.id order by a.uploaded_at desc, a.id desc`.execute(db);
  return rows;
}

export async function countAssets(db: Db, filter: AssetFilter, reader: Reader, today: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from assets a where ${wanted(filter, today)} and ${visible(reader)}`.execute(db);
  return rows[0]!.count;
}

const lacksRights = sql<SqlBool>`((a.people_shown and a.release_file is null) or (a.minors_shown and a.guardian_file is null))`;
const lacksWords = sql<SqlBool>`((a.kind = 'image' and a.alt = '') or (a.kind = 'video' and (a.captions_file is null or a.transcript = ''))
  or (a.kind = 'audio' and a.transcript = ''))`;

function wanted({ q, kind, tag, unit, state }: AssetFilter, today: Day): RawBuilder<SqlBool> {
  const all = [state === 'withdrawn' ? sql<SqlBool>`a.withdrawn_at is not null` : sql<SqlBool>`a.withdrawn_at is null`];
  if (q)
    all.push(sql`a.id in (select id from assets where search @@ websearch_to_tsquery('es', ${q})
      union select id from assets where plain(title) like '%' || plain(${q}) || '%'
      union select id from assets where tags @> array[lower(${q})])`);
  if (kind) all.push(sql`a.kind = ${kind}`);
  if (tag) all.push(sql`a.tags @> array[${tag}::text]`);
  if (unit) all.push(sql`a.unit_id in (select unit_id from unit_ancestors where ancestor_id = ${unit})`);
  if (state === 'rights') all.push(lacksRights);
  if (state === 'words') all.push(lacksWords);
  if (state === 'expired') all.push(sql`a.expires_on < ${today}`);
  if (state === 'unused') all.push(sql`not exists (select from asset_uses s where s.asset_id = a.id)`);
  return sql.join(all, sql` and `) as RawBuilder<SqlBool>;
}

export interface Standing {
  readonly count: number;
  readonly rights: number;
  readonly expired: number;
  readonly words: number;
}

/** How the library stands: how many there are, and how many lack something. */
export async function selectStanding(db: Db, reader: Reader, today: Day): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select count(*) as count, count(*) filter (where ${lacksRights}) as rights, count(*) filter (where a.expires_on < ${today}) as expired,
      count(*) filter (where ${lacksWords}) as words
    from assets a where a.withdrawn_at is null and ${visible(reader)}`.execute(db);
  return rows[0]!;
}

/** The tags most used, with how often. */
export async function selectTags(db: Db, reader: Reader, limit: number): Promise<{ tag: string; count: number }[]> {
  const { rows } = await sql<{ tag: string; count: number }>`
    select tag, count(*) as count from assets a, unnest(a.tags) tag where a.withdrawn_at is null and ${visible(reader)}
    group by tag order by count desc, tag limit ${limit}`.execute(db);
  return rows;
}

/** Waits until nobody else takes in the same content: two at once would both find it new. */
export async function holdContent(db: Db, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 6))`.execute(db);
}

export async function findSameContent(
  db: Db,
  sha256: string,
  reader: Reader,
): Promise<{ id: number; title: string; withdrawn: boolean } | undefined> {
  const { rows } = await sql<{ id: number; title: string; withdrawn: boolean }>`
    select a.id, a.title, a.withdrawn_at is not null as withdrawn from assets a join files f on f.id = a.file_id
    where f.sha256 = ${sha256} and ${visible(reader)} order by a.withdrawn_at nulls first, a.id limit 1`.execute(db);
  return rows[0];
}

export interface Alike {
  readonly id: number;
  readonly title: string;
  readonly file: string;
  /** In how many of 64 bits they differ. */
  readonly apart: number;
}

export async function selectAlike(db: Db, look: string, not: number, most: number, reader: Reader): Promise<Alike[]> {
  const { rows } = await sql<Alike>`
    select a.id, a.title, a.file_id as file, bit_count(a.look # ${look}::bit(64))::int as apart from assets a
    where a.look is not null and a.withdrawn_at is null and a.id <> ${not} and bit_count(a.look # ${look}::bit(64)) <= ${most}
      and ${visible(reader)} order by apart, a.id limit 5`.execute(db);
  return rows;
}

export async function selectLook(db: Db, id: number): Promise<string | null> {
  const { rows } = await sql<{ look: string | null }>`select look::text from assets where id = ${id}`.execute(db);
  return rows[0]?.look ?? null;
}

export interface NewAsset {
  readonly file: string;
  readonly kind: AssetKind;
  readonly title: string;
  readonly look: string | null;
  readonly unit: number | null;
  readonly piece: number | null;
}

export async function insertAsset(db: Db, asset: NewAsset, by: string | null, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into assets (file_id, kind, title, look, unit_id, piece_id, uploaded_by, uploaded_at)
    values (${asset.file}, ${asset.kind}, ${asset.title}, ${asset.look}::bit(64), ${asset.unit}, ${asset.piece}, ${by}, ${now})
    returning id`.execute(db);
  return rows[0]!.id;
}

export async function updateAsset(db: Db, input: Omit<AssetInput, 'revision'>): Promise<void> {
  const { asset, title, alt, credit, licence, expiresOn, tags, focalX, focalY, peopleShown, minorsShown, transcript, unit } = input;
  await db
    .updateTable('assets')
    .set(({ eb }) => ({
      title,
      alt,
      credit,
      licence,
      expires_on: expiresOn,
      tags: [...tags],
      focal_x: focalX,
      focal_y: focalY,
      people_shown: peopleShown,
      minors_shown: minorsShown,
      transcript,
      unit_id: unit,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', asset)
    .execute();
}

export async function updateAttachment(db: Db, asset: number, as: Attachment, file: string | null): Promise<void> {
  const column = ({ release: 'release_file', guardian: 'guardian_file', captions: 'captions_file' } as const)[as];
  await db
    .updateTable('assets')
    .set({ [column]: file })
    .where('id', '=', asset)
    .execute();
}

export async function updateWithdrawn(db: Db, asset: number, at: Date | null, reason: string): Promise<void> {
  await db
    .updateTable('assets')
    .set(({ eb }) => ({ withdrawn_at: at, withdrawal_reason: reason, revision: eb('revision', '+', 1) }))
    .where('id', '=', asset)
    .execute();
}

export async function clearPiece(db: Db, asset: number): Promise<void> {
  await db.updateTable('assets').set({ piece_id: null }).where('id', '=', asset).execute();
}

export interface AssetUse {
  readonly id: number;
  readonly title: string;
  readonly kind: string;
  readonly state: string;
  readonly owner: string | null;
}

/** The pieces that show an asset now, of those that a reader may read. */
export async function selectUses(db: Db, asset: number, reader: Reader): Promise<AssetUse[]> {
  const { rows } = await sql<AssetUse>`
    select p.id, p.title, p.kind, p.state, p.owner_id as owner from asset_uses u join pieces p on p.id = u.piece_id
    where u.asset_id = ${asset} and p.state <> 'discarded' and ${readable(reader)} order by p.changed_at desc limit 200`.execute(db);
  return rows;
}

/** Of these, what came within a piece other than `piece` that is classified or reserved now. */
export async function selectBornSecret(db: Db, ids: readonly number[], piece: number): Promise<{ id: number; title: string }[]> {
  const { rows } = await sql<{ id: number; title: string }>`
    select a.id, a.title from assets a join pieces p on p.id = a.piece_id
    where a.id = any (${ids}::bigint[]) and p.class in ('classified', 'reserved') and p.id <> ${piece}`.execute(db);
  return rows;
}
