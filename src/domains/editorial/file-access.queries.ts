import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { readable } from './pieces.queries.ts';
import type { Reader } from './readers.ts';

/** One thing that a file belongs to. */
export interface Belonging {
  readonly asset: number | null;
  readonly request: number | null;
  /** Names of people, or what a minor's representative signed: only for who works with the library. */
  readonly personal: boolean;
  readonly secret: boolean;
  readonly readable: boolean;
}

export async function selectBelongings(db: Db, file: string, reader: Reader): Promise<Belonging[]> {
  const { rows } = await sql<Belonging>`
    with own as (
      select id, false as personal from assets where file_id = ${file} or captions_file = ${file}
      union all select id, true from assets where release_file = ${file} or guardian_file = ${file})
    select own.id as asset, null::bigint as request, own.personal,
      exists (select from secret_assets s where s.asset_id = own.id) as secret,
      exists (select from secret_assets s join pieces p on p.id = s.piece_id where s.asset_id = own.id and ${readable(reader)}) as readable
    from own
    union all
    select null, r.id, false, r.class in ('classified', 'reserved'),
      ${reader.everything} or (${reader.person}::uuid is not null and (r.asked_by = ${reader.person}::uuid
        or (${reader.agreed} and (r.assignee_id = ${reader.person}::uuid or exists (select from pieces p where p.request_id = r.id and ${readable(reader)})))))
    from request_files q join requests r on r.id = q.request_id where q.file_id = ${file}`.execute(db);
  return rows;
}
