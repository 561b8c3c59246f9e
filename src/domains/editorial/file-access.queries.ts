import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { readable } from './pieces.queries.ts';
import type { Reader } from './readers.ts';
import type { RequestReader } from './request-readers.ts';
import { readableRequest } from './requests.queries.ts';

/** One thing that a file belongs to. */
export interface Belonging {
  readonly asset: number | null;
  readonly request: number | null;
  /** The memo whose readers signed it. */
  readonly memo: number | null;
  /** Names of people, or what a minor's representative signed: only for who works with the library. */
  readonly personal: boolean;
  readonly secret: boolean;
  /** Whether what it belongs to may be read, when it may not be read by all who signed in. */
  readonly readable: boolean;
}

/** Who sees the readers of memos: of all; else of those that he signed, and of the dependencies that he leads or speaks for. */
interface ReadingsSeen {
  readonly all: boolean;
  readonly person: string | null;
}

export async function selectBelongings(
  db: Db,
  file: string,
  reader: Reader,
  requests: RequestReader,
  seen: ReadingsSeen,
): Promise<Belonging[]> {
  const { rows } = await sql<Belonging>`
    with own as (
      select id, false as personal from assets where file_id = ${file} or captions_file = ${file}
      union all select id, true from assets where release_file = ${file} or guardian_file = ${file}),
    known as (select own.*, exists (select from secret_assets s where s.asset_id = own.id) as secret from own)
    select known.id as asset, null::bigint as request, null::bigint as memo, known.personal, known.secret, not known.secret or exists (
      select from secret_assets s join pieces p on p.id = s.piece_id where s.asset_id = known.id and ${readable(reader)}) as readable
    from known
    union all
    select null, r.id, null, false, r.class in ('classified', 'reserved'), ${readableRequest(requests)}
    from request_files q join requests r on r.id = q.request_id where q.file_id = ${file}
    union all
    select null, null, m.id, false, true, ${seen.all} or m.signed_by = ${seen.person}::uuid or exists (
      select from unit_ancestors a join units u on u.id = a.ancestor_id
      where a.unit_id = s.unit_id and u.closed_at is null and ${seen.person}::uuid in (u.head_id, u.liaison_id))
    from memo_sheets s join memos m on m.id = s.memo_id where s.file_id = ${file}`.execute(db);
  return rows;
}
