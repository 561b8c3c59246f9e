import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { benchLetter } from './mail-letter.ts';

/** An institution with so many contacts that want its bulletin. */
export async function layMailGround(db: Db, many: number): Promise<void> {
  await sql`insert into institution (kind, name, set_up_at) values ('Alcaldía de', 'Puerto Claro', now())`.execute(db);
  await sql`insert into segments (code, name, rule, created_at, changed_at) values ('todos', 'Todos',
    '{"join": "all", "groups": [{"join": "all", "conditions": [{"field": "kind", "not": false, "name": "", "values": ["citizen"]}]}]}', now(), now())`.execute(
    db,
  );
  await sql`insert into contacts (kind, name, email, language, region, purposes, created_at, changed_at)
    select 'citizen', 'Ana ' || n, 'c' || n || '@correo.example', 'es', '23417', array['boletin'], now(), now() from generate_series(1, ${many}::int) n`.execute(
    db,
  );
  await sql`analyze contacts`.execute(db);
}

/** A mailing to all of them, or to the first so many, that begins now. */
export async function beginMailing(db: Db, many: number): Promise<number> {
  await sql`update contacts set purposes = case when id <= ${many} then array['boletin'] else '{}' end where (id <= ${many}) <> (purposes <> '{}')`.execute(
    db,
  );
  const { rows } = await sql<{ id: number }>`
    insert into mailings (source_type, source_id, content_sha256, class, title, letter, sending_kind, purpose, segments, sha256, state, due_at, drafted_at, started_at)
    values ('bench', '1', '', 'public', 'Boletín', ${JSON.stringify(benchLetter)}::jsonb, 'subscription', 'boletin', array['todos'],
      repeat('0', 64), 'sending', now(), now(), now()) returning id`.execute(db);
  return rows[0]!.id;
}

export async function acceptedOf(db: Db, mailing: number): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from mailing_recipients where mailing_id = ${mailing} and state = 'accepted'`.execute(db);
  return rows[0]!.count;
}
