import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ShownAsset } from './asset-html.ts';

/** Assets as a page shows them, with their files and smaller sizes. What a secret piece holds is its reader's to ask for before. */
export async function selectShownAssets(db: Db, ids: readonly number[]): Promise<Map<number, ShownAsset>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ShownAsset>`select a.id, a.kind, f.id as file, f.name, f.type, f.size, f.width, f.height,
      coalesce((select json_agg(json_build_object('name', r.name, 'width', r.width) order by r.width) from file_renditions r where r.file_id = f.id), '[]') as renditions,
      a.title, a.credit, a.focal_x as "focalX", a.focal_y as "focalY", a.captions_file as captions, a.transcript
    from assets a join files f on f.id = a.file_id where a.id = any (${[...ids]}::bigint[])`.execute(db);
  return new Map(rows.map((asset) => [asset.id, asset]));
}
