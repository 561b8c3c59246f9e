import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Memo } from './memo.ts';

export const memoColumns = sql`m.id, m.piece_id as piece, m.version_id as version, m.sha256, m.kind, m.class, m.series_id as series, m.year, m.number,
  m.label, v.title, m.unit_id as unit, u.name as "unitName", m.signed_by as "signedBy", m.signed_name as "signedName", m.post,
  m.acting_for as "actingFor", f.name as "actingForName", m.means, m.signed_at as "signedAt", m.seal, m.code, to_jsonb(m.units) as units, m.below,
  m.heads_only as "headsOnly", m.remind_after as "remindAfter", m.remind_times as "remindTimes", m.state, m.sent_at as "sentAt", m.recipients,
  m.remind_on as "remindOn", m.reminded, m.ended_at as "endedAt", m.reason`;

export const memoFrom = sql`memos m join units u on u.id = m.unit_id join piece_versions v on v.id = m.version_id
  left join people f on f.id = m.acting_for`;

async function one(db: Db, where: RawBuilder<unknown>, lock = false): Promise<Memo | undefined> {
  const { rows } = await sql<Memo>`select ${memoColumns} from ${memoFrom} where ${where} order by m.id desc limit 1 ${
    lock ? sql`for update of m` : sql``
  }`.execute(db);
  return rows[0];
}

export const selectMemo = (db: Db, id: number, lock = false) => one(db, sql`m.id = ${id}`, lock);

export const selectMemoByCode = (db: Db, code: string) => one(db, sql`m.code = ${code}`);

/** Of one piece, the one that is signed and has not gone out. */
export const selectSignedMemo = (db: Db, piece: number, lock = false) => one(db, sql`m.piece_id = ${piece} and m.state = 'signed'`, lock);

/** Of one piece, the one that is out. */
export const selectSentMemo = (db: Db, piece: number) => one(db, sql`m.piece_id = ${piece} and m.state = 'sent'`);

/** The one that is out at a publication. */
export const selectMemoOut = (db: Db, dispatch: number) =>
  one(db, sql`m.state = 'sent' and m.piece_id = (select o.piece_id from publications o where o.dispatch_id = ${dispatch})`);

/** All that were signed of one piece, the last first. */
export async function selectMemosOf(db: Db, piece: number): Promise<Memo[]> {
  const { rows } = await sql<Memo>`select ${memoColumns} from ${memoFrom} where m.piece_id = ${piece} order by m.id desc`.execute(db);
  return rows;
}

/** It holds no more, since when, by whom and why. */
export async function endMemo(
  db: Db,
  id: number,
  end: { state: 'void' | 'replaced' | 'withdrawn'; by: string | null; reason: string },
  now: Date,
): Promise<void> {
  await sql`update memos set state = ${end.state}, ended_at = ${now}, ended_by = ${end.by}, reason = ${end.reason}, remind_on = null
    where id = ${id}`.execute(db);
}

export async function selectMemoLabels(db: Db, ids: readonly number[]): Promise<{ id: number; label: string }[]> {
  return ids.length === 0 ? [] : db.selectFrom('memos').select(['id', 'label']).where('id', 'in', ids).execute();
}
