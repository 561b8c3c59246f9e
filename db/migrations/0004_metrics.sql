-- The ledger of everything counted. One row per measure and event, or per measure and day for bulk facts.
create table facts (
  id bigint generated always as identity,
  day date not null,
  measure text not null,
  amount numeric not null,
  item_id bigint,
  unit_id bigint,
  channel text,
  segment text,
  region text,
  section text,
  -- The record it comes from, and the event that told it (once per event).
  record_type text not null,
  record_id text not null,
  event_id bigint,
  written_at timestamptz not null default now(),
  primary key (day, id)
) partition by range (day);
create index facts_measure on facts (measure, day desc, id desc);
create index facts_item on facts (item_id, measure, day) where item_id is not null;
create unique index facts_once on facts (day, measure, record_type, record_id, event_id) where event_id is not null;
create table facts_default partition of facts default;

-- Makes the partition of a year, once; facts of other years lie in the default one.
create function facts_partition(year integer) returns void language plpgsql as $$
begin
  execute format('create table if not exists facts_%s partition of facts for values from (%L) to (%L)',
    year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
end $$;
select facts_partition(year) from generate_series(2024, 2031) year;

-- The facts added up by day and what they belong to: what boards read.
create table fact_days (
  measure text not null,
  day date not null,
  item_id bigint not null default 0,
  unit_id bigint not null default 0,
  channel text not null default '',
  segment text not null default '',
  region text not null default '',
  section text not null default '',
  amount numeric not null,
  entries bigint not null,
  primary key (measure, day, item_id, unit_id, channel, segment, region, section)
);

-- The same by month: what boards of years read. A board as of some day takes that day's month from fact_days.
create table fact_months (
  measure text not null,
  month date not null,
  item_id bigint not null default 0,
  unit_id bigint not null default 0,
  channel text not null default '',
  segment text not null default '',
  region text not null default '',
  section text not null default '',
  amount numeric not null,
  entries bigint not null,
  last_on date not null,
  primary key (measure, month, item_id, unit_id, channel, segment, region, section)
);

create function facts_roll_up() returns trigger language plpgsql as $$
begin
  insert into fact_days (measure, day, item_id, unit_id, channel, segment, region, section, amount, entries)
  select measure, day, coalesce(item_id, 0), coalesce(unit_id, 0), coalesce(channel, ''), coalesce(segment, ''),
         coalesce(region, ''), coalesce(section, ''), sum(amount), count(*)
  from added group by 1, 2, 3, 4, 5, 6, 7, 8
  order by 1, 2, 3, 4, 5, 6, 7, 8
  on conflict (measure, day, item_id, unit_id, channel, segment, region, section)
  do update set amount = fact_days.amount + excluded.amount, entries = fact_days.entries + excluded.entries;
  insert into fact_months (measure, month, item_id, unit_id, channel, segment, region, section, amount, entries, last_on)
  select measure, date_trunc('month', day)::date, coalesce(item_id, 0), coalesce(unit_id, 0), coalesce(channel, ''), coalesce(segment, ''),
         coalesce(region, ''), coalesce(section, ''), sum(amount), count(*), max(day)
  from added group by 1, 2, 3, 4, 5, 6, 7, 8
  order by 1, 2, 3, 4, 5, 6, 7, 8
  on conflict (measure, month, item_id, unit_id, channel, segment, region, section)
  do update set amount = fact_months.amount + excluded.amount, entries = fact_months.entries + excluded.entries,
                last_on = greatest(fact_months.last_on, excluded.last_on);
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

-- The sessions seen today, by a keyed hash; emptied with the salt. Page views themselves go to facts, without it.
create unlogged table visitor_sessions (
  day date not null,
  visitor bytea not null,
  section text not null,
  primary key (day, visitor, section)
);
