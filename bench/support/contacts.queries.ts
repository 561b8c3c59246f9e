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
