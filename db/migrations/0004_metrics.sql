-- The ledger of everything counted. One row per measure and event, or per measure and day for bulk facts.
create table facts (
  id bigint generated always as identity,
  day date not null,
  measure text not null,
  amount numeric not null,
  -- What the amount is over: of a ratio or an average, how many it speaks of.
  base numeric not null default 1,
  -- What it belongs to. A thing may have several channels, classes, segments and regions, and still counts once.
  activity_id bigint,
  campaign_id bigint,
  piece_id bigint,
  unit_id bigint,
  channels text[] not null default '{}',
  -- ATL, BTL, digital; online, offline.
  classes text[] not null default '{}',
  segments text[] not null default '{}',
  -- DIVIPOLA codes: of municipalities, and of their departments.
  regions text[] not null default '{}',
  kind text,
  line text,
  section text,
  tool text,
  -- The record it comes from, and the event that told it (once per event).
  record_type text not null,
  record_id text not null,
  event_id bigint,
  written_at timestamptz not null default now(),
  primary key (day, id)
) partition by range (day);
create index facts_measure on facts (measure, day desc, id desc);
create index facts_record on facts (record_type, record_id, measure);
create index facts_piece on facts (piece_id, measure, day) where piece_id is not null;
create unique index facts_once on facts (day, measure, record_type, record_id, event_id) where event_id is not null;
create table facts_default partition of facts default;

-- Makes the partition of a year, once; facts of other years lie in the default one.
create function facts_partition(year integer) returns void language plpgsql as $$
begin
  execute format('create table if not exists facts_%s partition of facts for values from (%L) to (%L)',
    year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
end $$;
select facts_partition(year) from generate_series(2024, 2031) year;

-- The facts added up by day and what they belong to: what boards read. By piece they are not: those are read from facts.
create table fact_days (
  measure text not null,
  day date not null,
  activity_id bigint not null,
  campaign_id bigint not null,
  unit_id bigint not null,
  channels text[] not null,
  classes text[] not null,
  segments text[] not null,
  regions text[] not null,
  kind text not null,
  line text not null,
  section text not null,
  tool text not null,
  amount numeric not null,
  base numeric not null,
  entries bigint not null,
  primary key (measure, day, activity_id, campaign_id, unit_id, channels, classes, segments, regions, kind, line, section, tool)
);

-- The same by month: what boards of years read. A board as of some day takes that day's month from fact_days.
create table fact_months (
  measure text not null,
  month date not null,
  activity_id bigint not null,
  campaign_id bigint not null,
  unit_id bigint not null,
  channels text[] not null,
  classes text[] not null,
  segments text[] not null,
  regions text[] not null,
  kind text not null,
  line text not null,
  section text not null,
  tool text not null,
  amount numeric not null,
  base numeric not null,
  entries bigint not null,
  last_on date not null,
  primary key (measure, month, activity_id, campaign_id, unit_id, channels, classes, segments, regions, kind, line, section, tool)
);

create function facts_roll_up() returns trigger language plpgsql as $$
begin
  -- In order, so that two statements that write the same rows take them in the same one and neither waits for the other.
  insert into fact_days (measure, day, activity_id, campaign_id, unit_id, channels, classes, segments, regions, kind, line, section, tool,
                         amount, base, entries)
  select measure, day, coalesce(activity_id, 0), coalesce(campaign_id, 0), coalesce(unit_id, 0), channels, classes, segments, regions,
         coalesce(kind, ''), coalesce(line, ''), coalesce(section, ''), coalesce(tool, ''), sum(amount), sum(base), count(*)
  from added group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
  order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
  on conflict (measure, day, activity_id, campaign_id, unit_id, channels, classes, segments, regions, kind, line, section, tool)
  do update set amount = fact_days.amount + excluded.amount, base = fact_days.base + excluded.base,
                entries = fact_days.entries + excluded.entries;
  insert into fact_months (measure, month, activity_id, campaign_id, unit_id, channels, classes, segments, regions, kind, line, section, tool,
                           amount, base, entries, last_on)
  select measure, date_trunc('month', day)::date, coalesce(activity_id, 0), coalesce(campaign_id, 0), coalesce(unit_id, 0), channels,
         classes, segments, regions, coalesce(kind, ''), coalesce(line, ''), coalesce(section, ''), coalesce(tool, ''),
         sum(amount), sum(base), count(*), max(day)
  from added group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
  order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
  on conflict (measure, month, activity_id, campaign_id, unit_id, channels, classes, segments, regions, kind, line, section, tool)
  do update set amount = fact_months.amount + excluded.amount, base = fact_months.base + excluded.base,
                entries = fact_months.entries + excluded.entries, last_on = greatest(fact_months.last_on, excluded.last_on);
  return null;
end $$;
create trigger facts_roll_up after insert on facts referencing new table as added
  for each statement execute function facts_roll_up();

-- A day's salt for the collector: with it gone, nobody can tell whether two visits were the same person.
-- Unlogged, and left out of backups with the sessions: a copy of a day must not hold what re-links it.
create unlogged table visitor_salts (
  day date primary key,
  salt bytea not null
);

-- Who was seen today on a site (0 is the portal) and in its sections, by a keyed hash; emptied with the salt. The section without a name
-- is the site as a whole. Page views themselves go to `visit_days`, without it.
create unlogged table visitor_sessions (
  day date not null,
  site_id bigint not null,
  visitor bytea not null,
  section text not null,
  primary key (day, site_id, visitor, section)
);
