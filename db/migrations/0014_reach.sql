-- What the ledger knows already of openings and clicks.
alter table letter_days add column told bigint not null default 0;
create index letter_days_untold on letter_days (letter_id, number, day, shard) where told <> count;

-- A takeover is found by what it said or why.
create index takeovers_words on takeovers using gin (plain(title || ' ' || reason) gin_trgm_ops);

-- Lists of contacts by what they agreed to, and of those whom nobody writes to.
create index contacts_purposes on contacts using gin (purposes) where erased_at is null;
create index contacts_stopped on contacts (id) where stopped and erased_at is null;
create index mail_returns_status on mail_returns (status, at desc, id desc);
-- In order of name, of one kind, and of those who agreed to nothing.
create index contacts_kind_list on contacts (kind, plain(name), id) where erased_at is null;
create index contacts_silent on contacts (plain(name), id) where purposes = '{}' and kind <> 'staff' and erased_at is null;
