import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Addressing } from './addressing.queries.ts';
import type { Sealed } from './seal.ts';

export async function selectApprovedVersion(db: Db, piece: number, sha256: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('approvals')
    .select('version_id')
    .where('piece_id', '=', piece)
    .where('sha256', '=', sha256)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return row?.version_id;
}

export interface NewMemo extends Sealed, Pick<Addressing, 'remindAfter' | 'remindTimes'> {
  readonly piece: number;
  readonly version: number;
  readonly seal: string;
  readonly code: string;
}

export async function insertMemo(db: Db, memo: NewMemo): Promise<number> {
  const { rows } = await sql<{
    id: number;
  }>`insert into memos (piece_id, version_id, sha256, kind, class, series_id, year, number, label, words, unit_id,
      signed_by, signed_name, post, acting_for, means, signed_at, seal, code, units, below, heads_only, remind_after, remind_times, state)
    values (${memo.piece}, ${memo.version}, ${memo.sha256}, ${memo.kind}, ${memo.class}, ${memo.series}, ${memo.year}, ${memo.number}, ${memo.label},
      ${memo.label} || (select case when v.class in ('public', 'internal') then ' ' || v.title else '' end from piece_versions v where v.id = ${memo.version}),
      ${memo.unit}, ${memo.signedBy}, ${memo.signedName}, ${memo.post}, ${memo.actingFor}, ${memo.means}, ${memo.signedAt}, ${memo.seal}, ${memo.code},
      ${[...memo.units]}::bigint[], ${memo.below}, ${memo.headsOnly}, ${memo.remindAfter}, ${memo.remindTimes}, 'signed') returning id`.execute(
    db,
  );
  return rows[0]!.id;
}
