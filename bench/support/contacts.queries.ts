import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** A million invented contacts over 1,100 municipalities, with interests, attributes, and what they agree to. */
export async function insertContacts(db: Db, many: number): Promise<void> {
  await sql`
    insert into contacts (kind, name, email, phone, organization, language, region, interests, attributes, purposes, created_at, changed_at)
    select (array['citizen', 'citizen', 'citizen', 'citizen', 'citizen', 'academia', 'company', 'government', 'community', 'press'])[1 + n % 10],
      (array['Ana', 'Luis', 'María', 'Pedro', 'Yenny', 'Julián', 'Rosa'])[1 + n % 7] || ' ' || (array['Gómez', 'Pájaro', 'Ruiz', 'Arrieta', 'Mosquera'])[1 + n % 5] || ' ' || n,
      'contacto' || n || '@correo.example', case when n % 3 = 0 then '+57300' || lpad(n::text, 7, '0') end,
      case when n % 10 = 6 then 'Empresa ' || n % 5000 else '' end, 'es', lpad((5 + n % 90)::text, 2, '0') || lpad((n % 120)::text, 3, '0'),
      case when n % 4 = 0 then array['salud', 'deporte'] when n % 4 = 1 then array['movilidad'] else '{}' end,
      case when n % 10 = 6 then jsonb_build_object('sector', (array['tic', 'turismo', 'salud'])[1 + n % 3]) else '{}'::jsonb end,
      case when n % 2 = 0 then array['boletin'] else '{}' end, now(), now()
    from generate_series(1, ${many}::int) n`.execute(db);
  await sql`analyze contacts`.execute(db);
}

/**
 * What they did in two years: a quarter of them was at one of forty events, a tenth answered one of twenty surveys, a fiftieth came to a workshop of few, and one
 * in twenty lets the portal remember that he looks at its sections.
 */
export async function insertInteractions(db: Db): Promise<void> {
  await sql`
    insert into interaction_subjects (act, code, name, created_at)
    select 'attended', 'feria-' || n, 'Feria ' || n, now() from generate_series(0, 39) n
    union all select 'attended', 'taller', 'Taller', now()
    union all select 'answered', 'encuesta-' || n, 'Encuesta ' || n, now() from generate_series(0, 19) n
    union all select 'visited', s, s, now() from unnest(array['home', 'news', 'plan', 'press']) s`.execute(db);
  await sql`
    insert into interactions (contact_id, act, about, day, source)
    select id, 'attended', 'feria-' || case when id % 3 = 0 then 0 else id % 40 end, current_date - (id % 700)::int, 'api' from contacts where id % 4 = 0
    union all select id, 'attended', 'taller', current_date - 7, 'api' from contacts where id % 5000 = 1
    union all select id, 'answered', 'encuesta-' || id % 20, current_date - (id % 600)::int, 'api' from contacts where id % 10 = 3
    union all select c.id, 'visited', s, current_date - d, 'portal' from contacts c, unnest(array['home', 'news', 'plan', 'press']) s, generate_series(0, 90, 30) d
      where c.id % 20 = 7 and (c.id / 20 + d) % 3 = 0`.execute(db);
  await sql`analyze interactions`.execute(db);
}
