import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';

/** An asset that is out somewhere, whose licence ends soon or ended, and whose people were not told so yet. */
export interface EndingLicence {
  readonly id: number;
  readonly title: string;
  readonly expiresOn: Day;
  readonly what: 'ends' | 'ended';
  /** Who answers for the pieces that show it, and who brought it. */
  readonly people: readonly string[];
  readonly pieces: number;
}

export async function selectEndingLicences(db: Db, today: Day, until: Day): Promise<EndingLicence[]> {
  const { rows } = await sql<EndingLicence>`
    select a.id, a.title, a.expires_on as "expiresOn", case when a.expires_on < ${today} then 'ended' else 'ends' end as what,
      array_remove(array_agg(distinct p.owner_id) || a.uploaded_by, null) as people, count(distinct p.id)::int as pieces
    from assets a
      join publications b on b.state = 'out' and b.assets @> array[a.id]
      join pieces p on p.id = b.piece_id
    where a.expires_on <= ${until} and a.withdrawn_at is null
      and a.licence_told <> (case when a.expires_on < ${today} then 'ended ' else 'ends ' end || a.expires_on)
    group by a.id order by a.id limit 500`.execute(db);
  return rows;
}

export async function markLicenceTold(db: Db, { id, what, expiresOn }: EndingLicence): Promise<void> {
  await db
    .updateTable('assets')
    .set({ licence_told: `${what} ${expiresOn}` })
    .where('id', '=', id)
    .execute();
}
