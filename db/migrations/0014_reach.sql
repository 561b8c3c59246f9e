-- What the ledger knows already of openings and clicks.
alter table letter_days add column told bigint not null default 0;
create index letter_days_untold on letter_days (letter_id, number, day, shard) where told <> count;

-- A takeover is found by what it said or why.
create index takeovers_words on takeovers using gin (plain(title || ' ' || reason) gin_trgm_ops);
