-- In what series memos and circulars are numbered: of one dependency, or of the whole institution.
create table memo_series (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('memo', 'circular')),
  -- null: the whole institution
  unit_id bigint references units (id),
  -- What stands before the number, such as «Circular» or «Memorando SG».
  prefix text not null check (length(prefix) between 1 and 60),
  opened_by uuid references people (id),
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index memo_series_open on memo_series (kind, coalesce(unit_id, 0)) where closed_at is null;
insert into memo_series (kind, prefix, opened_at) values ('memo', 'Memorando', now()), ('circular', 'Circular', now());

-- The last number of a series in a year: taken in the transaction of the signature, so that none is skipped or given twice.
create table memo_counters (
  series_id bigint not null references memo_series (id),
  year integer not null check (year between 2000 and 2200),
  last integer not null check (last >= 0),
  primary key (series_id, year)
);

-- To whom a memo that is being prepared will go, and how often who has not read it is reminded.
create table memo_addressings (
  piece_id bigint primary key references pieces (id),
  -- Of these dependencies; none: of all.
  units bigint[] not null default '{}',
  below boolean not null default true,
  heads_only boolean not null default false,
  -- After so many business days, so many times; 0 times: never.
  remind_after integer not null default 3 check (remind_after between 1 and 60),
  remind_times integer not null default 0 check (remind_times between 0 and 10),
  written_by uuid references people (id),
  written_at timestamptz not null
);

-- A memo that its head signed: the document, with its number, for ever. What goes wrong ends it with a reason; its number stays its own.
create table memos (
  id bigint generated always as identity primary key,
  piece_id bigint not null references pieces (id),
  version_id bigint not null references piece_versions (id),
  -- Of the content that was approved.
  sha256 text not null check (length(sha256) = 64),
  kind text not null check (kind in ('memo', 'circular')),
  class text not null check (class in ('public', 'internal', 'classified', 'reserved')),
  series_id bigint not null references memo_series (id),
  year integer not null,
  number integer not null check (number > 0),
  -- «Circular 014 de 2026»
  label text not null,
  -- By what it is found: its number and, unless it is secret, its title.
  words text not null default '',
  unit_id bigint not null references units (id),
  signed_by uuid not null references people (id),
  signed_name text not null,
  post text not null,
  -- The head for whom a stand-in signs.
  acting_for uuid references people (id),
  -- How he proved again who he is.
  means text not null check (means in ('app', 'paper', 'passkey')),
  signed_at timestamptz not null,
  -- sha256 over all of the above and to whom it goes.
  seal text not null check (length(seal) = 64),
  -- By which anybody verifies a printed copy.
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  units bigint[] not null,
  below boolean not null,
  heads_only boolean not null,
  remind_after integer not null,
  remind_times integer not null,
  state text not null check (state in ('signed', 'sent', 'void', 'replaced', 'withdrawn')),
  sent_at timestamptz,
  sent_by uuid references people (id),
  recipients integer not null default 0,
  -- On which day who has not read it is reminded next, and how often everybody was.
  remind_on date,
  reminded integer not null default 0,
  ended_at timestamptz,
  ended_by uuid references people (id),
  reason text not null default '',
  unique (series_id, year, number),
  check (reminded <= remind_times),
  check (state in ('signed', 'void') or sent_at is not null),
  check (state in ('signed', 'sent') or ended_at is not null)
);
create unique index memos_signed on memos (piece_id) where state = 'signed';
create unique index memos_sent on memos (piece_id) where state = 'sent';
create index memos_piece on memos (piece_id, id);
create index memos_list on memos (signed_at desc, id desc);
create index memos_state on memos (state, signed_at desc, id desc);
create index memos_words on memos using gin (plain(words) gin_trgm_ops);
create index memos_unit on memos (unit_id, signed_at desc);
create index memos_remind on memos (remind_on) where state = 'sent' and remind_on is not null;

-- Nobody signs what nobody approved.
create function memos_approved() returns trigger language plpgsql as $$
begin
  if not exists (select from approvals a where a.piece_id = new.piece_id and a.sha256 = new.sha256 and a.voided_at is null) then
    raise exception 'piece % was not approved as it is signed', new.piece_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger memos_approved before insert on memos for each row execute function memos_approved();

-- What its head did not sign cannot go out, whatever a command says: by no channel, and in no mailing.
create function memos_only_signed() returns trigger language plpgsql as $$
declare
  piece bigint := case when new.source_type = 'piece' and new.source_id ~ '^[0-9]{1,18}$' then new.source_id::bigint end;
begin
  if exists (select from pieces p where p.id = piece and p.kind in ('memo', 'circular'))
    and not exists (select from memos m where m.piece_id = piece and m.sha256 = new.content_sha256 and m.state = 'sent') then
    raise exception 'memo % was not signed and sent', new.source_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger dispatches_only_signed before insert on dispatches for each row execute function memos_only_signed();
create trigger mailings_only_signed before insert or update of content_sha256 on mailings for each row execute function memos_only_signed();

-- A list of those who were reached by paper or by a screen, with its evidence.
create table memo_sheets (
  id bigint generated always as identity primary key,
  memo_id bigint not null references memos (id),
  unit_id bigint not null references units (id),
  means text not null check (means in ('print', 'screen')),
  held_on date not null,
  note text not null default '',
  -- The signed sheet.
  file_id uuid references files (id),
  -- Whom it says: people of the house, and names of who has no account. What was said first stays, whatever corrects it.
  persons uuid[] not null default '{}',
  names text[] not null default '{}',
  people integer not null,
  written_by uuid references people (id),
  written_at timestamptz not null,
  -- The list that this one corrects, and why; of nobody, it takes it back.
  corrects bigint references memo_sheets (id),
  reason text not null default '',
  check (people > 0 or corrects is not null),
  check ((corrects is null) = (reason = ''))
);
create unique index memo_sheets_corrects on memo_sheets (corrects) where corrects is not null;
create index memo_sheets_memo on memo_sheets (memo_id, id);
create index memo_sheets_file on memo_sheets (file_id) where file_id is not null;

-- For whom a memo is, fixed when it is sent: people of the house, and those without an account, by name, once somebody reached them.
create table memo_recipients (
  id bigint generated always as identity primary key,
  memo_id bigint not null references memos (id),
  person_id uuid references people (id),
  name text not null default '',
  -- His dependency when it was sent.
  unit_id bigint references units (id),
  read_at timestamptz,
  means text check (means in ('intranet', 'print', 'screen')),
  sheet_id bigint references memo_sheets (id),
  reminders integer not null default 0,
  check ((person_id is null) = (name <> '')),
  check ((read_at is null) = (means is null)),
  check ((sheet_id is not null) = (means is not null and means <> 'intranet'))
);
create unique index memo_recipients_person on memo_recipients (memo_id, person_id) where person_id is not null;
create unique index memo_recipients_name on memo_recipients (memo_id, unit_id, name) where person_id is null;
create index memo_recipients_unit on memo_recipients (memo_id, unit_id, means);
create index memo_recipients_owed on memo_recipients (person_id) where read_at is null;
