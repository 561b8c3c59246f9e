import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export const many = 100_000;

/**
 * As many pieces as an office makes in decades, over ten years back and two months ahead: each with two versions; nine of ten out on the
 * portal and the intranet, by their dispatches; a word that every text holds, one that a thousandth hold, and one that a single one holds.
 */
export async function insertPieces(db: Db): Promise<void> {
  await sql`
    with offices as (select array_agg(id order by id) as ids from units where closed_at is null),
    hands as (select array_agg(id order by name) as ids from people where left_at is null),
    shown as (select array_agg(id order by id) as ids from campaigns)
    insert into pieces (kind, slug, title, state, class, unit_id, campaign_id, owner_id, line, segments, regions, channels, fields, body, text, words,
      sha256, due_on, created_by, created_at, changed_by, changed_at, published_at)
    select (array['news', 'press_release', 'guide', 'infographic', 'success_story'])[1 + n % 5], 'bench-' || n,
      (array['Vacunas', 'Vías', 'Predial', 'Colegios', 'Deporte', 'Agua'])[1 + n % 6] || ' en el barrio ' || n % 997 || case when n % 1000 = 7 then ' con cumbia' else '' end,
      case when n % 10 = 9 then (array['draft', 'in_review', 'approved'])[1 + n % 3] else 'published' end, 'public',
      offices.ids[1 + n % cardinality(offices.ids)], case when n % 20 = 0 then shown.ids[1 + n % cardinality(shown.ids)] end,
      hands.ids[1 + n % cardinality(hands.ids)], (array['information', 'training', 'participation'])[1 + n % 3], '{}', array[(array['13001', '13430', '05001'])[1 + n % 3]],
      array['pagina-web', 'intranet'], jsonb_build_object('lead', 'Lo que cambia desde el lunes.'),
      jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph', 'attrs', jsonb_build_object('id', 'b1'), 'content',
        jsonb_build_array(jsonb_build_object('type', 'text', 'text', said.text))))),
      said.text, 130, md5(n::text), made.day, hands.ids[1], made.at, hands.ids[1], made.at + interval '2 days',
      case when n % 10 <> 9 then made.at + interval '2 days' end
    from offices, hands, shown, generate_series(1, ${many}) n,
      lateral (select now() - interval '3650 days' * (1 - n / ${many}::float) as at, (current_date - 3590 + 3650 * n / ${many})::date as day) made,
      lateral (select 'La alcaldía cuenta a la ciudadanía cómo se hace este trámite sin filas y con descuento. '
        || case when n = 77 then 'Un ornitorrinco visitó el parque. ' else '' end || repeat('La obra ' || n % 313 || ' avanza según el plan de la administración, y el barrio ' || n % 997 || ' la verá antes de junio. ', 6) as text) said`.execute(
    db,
  );
  await sql`
    insert into piece_versions (piece_id, number, title, fields, body, text, class, sha256, made_at)
    select p.id, v, p.title, p.fields, p.body, p.text, p.class, p.sha256, p.changed_at from pieces p, generate_series(1, 2) v where p.slug like 'bench-%'`.execute(
    db,
  );
  await sql`
    insert into dispatches (channel, public, source_type, source_id, content_sha256, class, title, state, due_at, snapshot, scheduled_at, delivered_at)
    select c.code, c.open, 'piece', p.id::text, p.sha256, p.class, p.title, 'delivered', p.published_at, '{}', p.published_at, p.published_at
    from pieces p, (values ('pagina-web', true), ('intranet', false)) c (code, open) where p.slug like 'bench-%' and p.state = 'published'`.execute(
    db,
  );
  await sql`
    insert into publications (dispatch_id, piece_id, class, in_public, channel, slug, kind, title, lead, html, text, fields, words, unit_id, campaign_id, line, regions, published_at)
    select d.id, p.id, p.class, d.public, d.channel, p.slug, p.kind, p.title, 'Lo que cambia desde el lunes.', '<p>' || p.text || '</p>', p.text, '{}', p.words, p.unit_id,
      p.campaign_id, p.line, p.regions, p.published_at
    from dispatches d join pieces p on p.id = d.source_id::bigint where d.source_type = 'piece' and p.slug like 'bench-%'`.execute(db);
  await sql`
    insert into slots (name, kind, recurrence, starts_on, created_at)
    select 'Franja ' || n, 'news', (array['weekly', 'monthly'])[1 + n % 2], current_date - 365, now() from generate_series(1, 20) n`.execute(
    db,
  );
  await sql`vacuum analyze`.execute(db);
}

/** One that is out, and a draft. */
export async function pickPieces(db: Db): Promise<{ slug: string; draft: number; pieces: number }> {
  const { rows } = await sql<{ slug: string; draft: number; pieces: number }>`
    select (select slug from pieces where slug like 'bench-%' and state = 'published' order by id desc limit 1) as slug,
      (select max(id) from pieces where slug like 'bench-%' and state = 'draft') as draft, (select count(*) from pieces) as pieces`.execute(
    db,
  );
  return rows[0]!;
}
