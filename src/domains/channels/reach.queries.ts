import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Source } from './dispatch.ts';

/** How many people a source reached by name: by mailings, by internal mail, or because they saw it in the intranet. Each once. */
export async function countReached(db: Db, { type, id }: Source): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with people as (
      -- Who works here is the same person by each means; who does not is a contact.
      select coalesce(c.person_id::text, r.contact_id::text) as who
      from mailings m join mailing_recipients r on r.mailing_id = m.id and r.state in ('accepted', 'complained')
        join contacts c on c.id = r.contact_id
      where m.source_type = ${type} and m.source_id = ${id}
      union
      select v.person_id::text from dispatches d join deliveries v on v.dispatch_id = d.id where d.source_type = ${type} and d.source_id = ${id}
      union
      select t.person_id::text from dispatches d join receipts t on t.dispatch_id = d.id where d.source_type = ${type} and d.source_id = ${id}
    ) select count(*)::int as count from people`.execute(db);
  return rows[0]!.count;
}

/** Of what a dispatch is, and by which channel. */
export async function selectOrigin(db: Db, dispatch: number): Promise<{ source: Source; channel: string } | undefined> {
  const row = await db
    .selectFrom('dispatches')
    .select(['source_type', 'source_id', 'channel'])
    .where('id', '=', dispatch)
    .executeTakeFirst();
  return row && { source: { type: row.source_type, id: row.source_id }, channel: row.channel };
}
