import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/**
 * 20 plans in force of 100 activities and 100 indicators each (half read themselves, half by hand for ten months); all align their
 * objectives to those of the first.
 */
export async function insertPlans(db: Db): Promise<void> {
  await sql`
    with office as (select id from units order by id limit 1),
    made as (
      insert into plans (code, title, unit_id, starts_on, ends_on, created_at)
      select 'bench-' || n, 'Plan de la dependencia ' || n, office.id, '2024-01-01', '2027-12-31', now() from office, generate_series(1, 20) n returning id
    )
    insert into plan_versions (plan_id, number, state, created_at, in_force_from) select id, 1, 'in_force', now(), '2024-01-01' from made`.execute(
    db,
  );
  await sql`
    do $$
    declare
      version record; objective bigint; component bigint; responsibility bigint; activity bigint; indicator bigint;
      office bigint := (select id from units order by id limit 1);
    begin
      for version in select v.id, v.plan_id from plan_versions v join plans p on p.id = v.plan_id where p.code like 'bench-%' loop
        for o in 1..4 loop
          insert into plan_items (plan_id, kind, created_at) values (version.plan_id, 'objective', now()) returning id into objective;
          insert into plan_rows (version_id, item_id, kind, position, number, code, title, changed_at) values (version.id, objective, 'objective', o, o::text, 'O' || o, 'Objetivo ' || o, now());
          insert into plan_items (plan_id, kind, created_at) values (version.plan_id, 'component', now()) returning id into component;
          insert into plan_rows (version_id, item_id, kind, parent_id, position, code, title, changed_at) values (version.id, component, 'component', objective, 1, 'C' || o, 'Componente ' || o, now());
          for r in 1..5 loop
            insert into plan_items (plan_id, kind, created_at) values (version.plan_id, 'responsibility', now()) returning id into responsibility;
            insert into plan_rows (version_id, item_id, kind, parent_id, position, number, code, title, changed_at)
            values (version.id, responsibility, 'responsibility', component, r, o || '.' || r, 'R' || o || '-' || r, 'Responsabilidad ' || r, now());
            for a in 1..5 loop
              insert into plan_items (plan_id, kind, created_at) values (version.plan_id, 'activity', now()) returning id into activity;
              insert into plan_rows (version_id, item_id, kind, parent_id, position, number, code, title, unit_id, starts_on, ends_on, recurrence, changed_at)
              values (version.id, activity, 'activity', responsibility, a, o || '.' || r || '.' || a, 'A' || activity, 'Actividad ' || activity, office, '2026-01-01', '2026-12-31', 'monthly', now());
              insert into plan_items (plan_id, kind, created_at) values (version.plan_id, 'indicator', now()) returning id into indicator;
              insert into plan_rows (version_id, item_id, kind, parent_id, position, code, title, measure, figure_unit, direction, adds_up, frequency, changed_at)
              values (version.id, indicator, 'indicator', activity, 1, 'I' || indicator, 'Indicador ' || indicator,
                case when a % 2 = 0 then 'metrics.page_views' else 'editorial.releases_written' end, 'visitas', 'up', 'sum', 'month', now());
              insert into plan_targets (version_id, item_id, starts_on, ends_on, value) values (version.id, indicator, '2026-01-01', '2026-12-31', 1200);
              if a % 2 = 1 then
                insert into readings (item_id, starts_on, ends_on, value, taken_at)
                select indicator, month, (month + interval '1 month - 1 day')::date, 90 + month_number, now()
                from (select make_date(2026, month_number, 1) as month, month_number from generate_series(1, 10) month_number) months;
              end if;
            end loop;
          end loop;
        end loop;
      end loop;
    end $$`.execute(db);
  await sql`update plans p set parent_id = one.id from plans one where one.code = 'bench-1' and p.code like 'bench-%' and p.id <> one.id`.execute(
    db,
  );
  await sql`
    update plan_rows r set aligned_item_id = served.item_id
    from plan_versions v join plans p on p.id = v.plan_id, plans one join plan_versions w on w.plan_id = one.id
      join plan_rows served on served.version_id = w.id and served.kind = 'objective'
    where v.id = r.version_id and p.parent_id = one.id and one.code = 'bench-1' and r.kind = 'objective' and r.position = served.position`.execute(
    db,
  );
}

/** Five years of page views and activity facts, a million a call. */
export async function insertFacts(db: Db, million: number): Promise<void> {
  await sql`
    insert into facts (day, measure, amount, unit_id, section, record_type, record_id)
    select date '2022-01-01' + (n % 1790), (array['metrics.page_views', 'metrics.inner_page_sessions', 'plan.reports_on_time', 'plan.activities_on_time'])[1 + n % 4],
           1 + n % 7, 1 + n % 9, '/seccion-' || n % 12, 'bench', ${million} || ':' || n
    from generate_series(1, 1000000) n`.execute(db);
}

export async function analyse(db: Db): Promise<{ plan: number; ministry: number; plans: number; facts: number }> {
  await sql`analyze`.execute(db);
  const { rows } = await sql<{ plan: number; ministry: number; plans: number; facts: number }>`
    select (select id from plans where code = 'bench-2') as plan, (select id from plans where code = 'bench-1') as ministry, (select count(*) from plans) as plans, (select count(*) from facts) as facts`.execute(
    db,
  );
  return rows[0]!;
}
