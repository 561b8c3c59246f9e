import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { PieceState } from './piece.ts';
import type { PieceSnapshot } from './rendering.ts';

/** Locks a piece unless somebody holds it: `undefined` when it is held. */
export async function lockPiece(db: Db, piece: number): Promise<{ sha256: string; approved: string | null } | 'busy' | undefined> {
  const { rows } = await sql<{ sha256: string; approved: string | null }>`
    select p.sha256, (select a.sha256 from approvals a where a.piece_id = p.id and a.voided_at is null) as approved
    from pieces p where p.id = ${piece} for update of p skip locked`.execute(db);
  if (rows[0]) return rows[0];
  const { rows: there } = await sql`select from pieces where id = ${piece}`.execute(db);
  return there.length > 0 ? 'busy' : undefined;
}

/** The content hash that the approval in force names. */
export async function selectApprovedHash(db: Db, piece: number): Promise<string | null> {
  const row = await db
    .selectFrom('approvals')
    .select('sha256')
    .where('piece_id', '=', piece)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return row?.sha256 ?? null;
}

/** What was out of a piece by a channel has had its day; since when it had been out. */
export async function replaceOut(db: Db, piece: number, channel: string): Promise<{ publishedAt: Date; files: string[] } | undefined> {
  const { rows } = await sql<{ publishedAt: Date; files: string[] }>`update publications set state = 'replaced', in_public = false
    where piece_id = ${piece} and channel = ${channel} and state = 'out' returning published_at as "publishedAt", files`.execute(db);
  return rows[0];
}

export interface NewPublication {
  readonly dispatch: number;
  readonly piece: number;
  readonly channel: string;
  readonly inPublic: boolean;
  readonly snapshot: PieceSnapshot;
  readonly publishedAt: Date;
  readonly updatedAt: Date | null;
}

/** What surrounds the piece (whose it is, its address, until when) is taken as it stands now; what it says, from the snapshot. */
export async function insertPublication(db: Db, given: NewPublication): Promise<void> {
  const { snapshot: said } = given;
  await sql`insert into publications (dispatch_id, piece_id, class, in_public, channel, slug, kind, title, lead, html, text, image, fields, files, words,
      unit_id, item_id, campaign_id, line, segments, regions, published_at, updated_at, embargo_until, expires_on)
    select ${given.dispatch}, p.id, p.class, ${given.inPublic}, ${given.channel}, p.slug, p.kind, ${said.title}, ${said.lead}, ${said.html}, ${said.text},
      ${said.image === null ? null : JSON.stringify({ ...said.image, plate: said.plate })}::jsonb,
      ${JSON.stringify({ ...said.fields, media: said.media.join(' '), made: said.made })}::jsonb, ${[...said.files]}::uuid[], ${said.words},
      p.unit_id, p.item_id, p.campaign_id, p.line, p.segments, p.regions, ${given.publishedAt}, ${given.updatedAt}, p.embargo_until, p.expires_on
    from pieces p where p.id = ${given.piece}`.execute(db);
}

/** What surrounds a piece follows it to where it is out; none of it is content. */
export async function placePublications(db: Db, piece: number): Promise<void> {
  await sql`update publications o set slug = p.slug, unit_id = p.unit_id, item_id = p.item_id, campaign_id = p.campaign_id, line = p.line,
      segments = p.segments, regions = p.regions, expires_on = p.expires_on
    from pieces p where p.id = ${piece} and o.piece_id = p.id and o.state = 'out'`.execute(db);
}

/** Takes a piece from sight everywhere, or what of it had its time; the files that it showed. */
export async function endPublications(
  db: Db,
  piece: number,
  { state, reason, now }: { state: 'withdrawn' | 'expired'; reason: string; now: Date },
): Promise<string[]> {
  const { rows } = await sql<{
    files: string[];
  }>`update publications set state = ${state}, in_public = false, withdrawn_at = ${now}, reason = ${reason}
    where piece_id = ${piece} and (state = 'out' or (state = 'expired' and ${state} = 'withdrawn')) returning files`.execute(db);
  return [...new Set(rows.flatMap(({ files }) => files))];
}

/** Of these files, those that something out in public shows. */
export async function selectStillShown(db: Db, files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const { rows } = await sql<{ file: string }>`select distinct f as file from publications, unnest(files) f
    where state = 'out' and in_public and files && ${[...files]}::uuid[] and f = any (${[...files]}::uuid[])`.execute(db);
  return rows.map(({ file }) => file);
}

export interface Standing {
  readonly state: PieceState;
  readonly sha256: string;
  readonly class: string;
  readonly publishedAt: Date | null;
  /** Whether something of it is on its way, and whether what it says now is out. */
  readonly waits: boolean;
  readonly out: boolean;
}

/** How a piece stands with what goes out of it, locked. */
export async function lockStanding(db: Db, piece: number): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`select p.state, p.sha256, p.class, p.published_at as "publishedAt",
      exists (select from dispatches d where d.source_type = 'piece' and d.source_id = p.id::text and d.state in ('scheduled', 'held', 'waiting', 'sending')) as waits,
      exists (select from dispatches d where d.source_type = 'piece' and d.source_id = p.id::text and d.state = 'delivered' and d.content_sha256 = p.sha256) as out
    from pieces p where p.id = ${piece} for update of p`.execute(db);
  return rows[0];
}

export interface GoneOut {
  readonly state: PieceState;
  readonly publishAt?: Date | null;
  readonly publishedAt?: Date;
  readonly withdrawnAt?: Date;
  readonly reason?: string;
}

export async function updateGoneOut(db: Db, piece: number, { state, publishAt, publishedAt, withdrawnAt, reason }: GoneOut): Promise<void> {
  await db
    .updateTable('pieces')
    .set({
      state,
      ...(publishAt === undefined ? {} : { publish_at: publishAt }),
      ...(publishedAt === undefined ? {} : { published_at: publishedAt }),
      ...(withdrawnAt === undefined ? {} : { withdrawn_at: withdrawnAt, withdrawal_reason: reason ?? '' }),
    })
    .where('id', '=', piece)
    .execute();
}

export async function updateTerms(
  db: Db,
  piece: number,
  terms: { embargoUntil: Date | null; expiresOn: string | null; reviewOn: string | null },
): Promise<void> {
  await db
    .updateTable('pieces')
    .set({ embargo_until: terms.embargoUntil, expires_on: terms.expiresOn, review_on: terms.reviewOn })
    .where('id', '=', piece)
    .execute();
}

/** The pieces that are out and whose last day is past. */
export async function selectOverdue(db: Db, today: string): Promise<number[]> {
  const { rows } = await sql<{ piece: number }>`select distinct piece_id as piece from publications
    where state = 'out' and expires_on < ${today}::date order by 1`.execute(db);
  return rows.map(({ piece }) => piece);
}

/** The pieces that are out, whose day of being looked at again has come, and whose owner was not asked yet. */
export async function selectDueReviews(
  db: Db,
  today: string,
): Promise<{ id: number; owner: string | null; title: string; class: string }[]> {
  const { rows } = await sql<{ id: number; owner: string | null; title: string; class: string }>`
    select p.id, p.owner_id as owner, p.title, p.class from pieces p where p.state = 'published' and p.review_on <= ${today}::date and p.owner_id is not null
      and not exists (select from notifications n where n.kind = 'piece.review_due' and n.subject_type = 'piece' and n.subject_id = p.id::text
        and n.created_at >= p.review_on)
    order by p.id limit 500`.execute(db);
  return rows;
}

/** The pieces that are out, end between two days, and whose owner was not asked yet whether they go on. */
export async function selectDueExpiries(
  db: Db,
  from: string,
  until: string,
): Promise<{ id: number; owner: string | null; title: string; class: string }[]> {
  const { rows } = await sql<{ id: number; owner: string | null; title: string; class: string }>`
    select p.id, p.owner_id as owner, p.title, p.class from pieces p
    where p.state = 'published' and p.expires_on between ${from}::date and ${until}::date and p.owner_id is not null
      and not exists (select from notifications n where n.kind = 'piece.expiring' and n.subject_type = 'piece' and n.subject_id = p.id::text
        and n.created_at >= p.expires_on - 30)
    order by p.id limit 500`.execute(db);
  return rows;
}

/** Who may say another class of a piece of this dependency, the reviewers first. */
export async function selectClassifiers(db: Db, unit: number, roles: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select p.name from grants g join people p on p.id = g.person_id
    where g.ended_at is null and p.left_at is null and g.role = any (${[...roles]}::text[])
      and (g.unit_id is null or exists (select from unit_ancestors a where a.unit_id = ${unit} and a.ancestor_id = g.unit_id))
    order by g.role = 'reviewer' desc, g.role = 'head_of_communications' desc, plain(p.name) limit 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Who wrote a piece and who approved it as it stands, with what they are. */
export async function selectMakers(db: Db, piece: number): Promise<{ wrote: string[]; approved: string | null; position: string }> {
  const { rows } = await sql<{ wrote: string[]; approved: string | null; position: string }>`select
    array(select p.name from piece_authors a join people p on p.id = a.person_id where a.piece_id = ${piece} order by a.first_at) as wrote,
    (select p.name from approvals a join people p on p.id = a.person_id where a.piece_id = ${piece} and a.voided_at is null) as approved,
    coalesce((select p.position from approvals a join people p on p.id = a.person_id where a.piece_id = ${piece} and a.voided_at is null), '') as position`.execute(
    db,
  );
  return rows[0]!;
}
