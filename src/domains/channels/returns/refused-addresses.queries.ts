import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Whose address a server refused while a mailing left, and in which words; who is stopped already is left out. */
export async function selectRefused(db: Db, mailing: number): Promise<{ contact: number; answer: string }[]> {
  const { rows } = await sql<{ contact: number; answer: string }>`select r.contact_id as contact, coalesce(r.answer, '') as answer
    from mailing_recipients r join contacts c on c.id = r.contact_id
    where r.mailing_id = ${mailing} and r.state = 'bounced' and r.reason = 'address' and not c.stopped and c.erased_at is null
    order by r.id`.execute(db);
  return rows;
}
