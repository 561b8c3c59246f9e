import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { readable } from './pieces.queries.ts';
import type { Reader } from './readers.ts';

export async function selectPieceNames(db: Db, reader: Reader, ids: readonly number[]): Promise<{ id: number; title: string }[]> {
  const { rows } = await sql<{ id: number; title: string }>`
    select p.id, p.title from pieces p where p.id = any (${ids}::bigint[]) and ${readable(reader)}`.execute(db);
  return rows;
}

export function selectCampaignNames(db: Db, ids: readonly number[]): Promise<{ id: number; name: string }[]> {
  return ids.length === 0 ? Promise.resolve([]) : db.selectFrom('campaigns').select(['id', 'name']).where('id', 'in', ids).execute();
}

export function selectRequestNames(db: Db, ids: readonly number[]): Promise<{ id: number; title: string }[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.selectFrom('requests').select(['id', 'title']).where('id', 'in', ids).where('class', 'in', ['public', 'internal']).execute();
}

export interface PublicPiece {
  readonly slug: string;
  readonly piece: number;
  readonly unit: number | null;
  readonly activity: number | null;
  readonly campaign: number | null;
  readonly kind: string;
  readonly line: string | null;
  readonly segments: readonly string[];
  readonly regions: readonly string[];
}

export type PieceBelongings = Omit<PublicPiece, 'slug'>;

export async function selectPieceBelongings(db: Db, ids: readonly number[]): Promise<PieceBelongings[]> {
  const { rows } = await sql<PieceBelongings>`
    select id as piece, unit_id as unit, item_id as activity, campaign_id as campaign, kind, line, segments, regions
    from pieces where id = any (${ids}::bigint[])`.execute(db);
  return rows;
}

export async function selectPublicPieces(db: Db, slugs: readonly string[]): Promise<PublicPiece[]> {
  const { rows } = await sql<PublicPiece>`
    select slug, piece_id as piece, unit_id as unit, item_id as activity, campaign_id as campaign, kind, line, segments, regions
    from publications where state = 'out' and in_public and slug = any (${slugs}::text[])`.execute(db);
  return rows;
}
