create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists citext;

-- Spanish full text that forgives accents: «medición» finds «medicion».
create text search configuration es (copy = spanish);
alter text search configuration es
  alter mapping for hword, hword_part, word with unaccent, spanish_stem;

-- unaccent() is only stable because its dictionary could change; ours does not, and indexes need an immutable one.
create function plain(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

-- What happened, told in the transaction that made it so.
create table events (
  id bigint generated always as identity primary key,
  name text not null,
  subject_type text not null,
  subject_id text not null,
  payload jsonb not null default '{}',
  actor_id uuid,
  happened_at timestamptz not null
);
create index events_subject on events (subject_type, subject_id, id);

-- One row for each reaction that an event owes; it is done in the same transaction as the reaction's own writes.
create table reactions (
  id bigint generated always as identity primary key,
  event_id bigint not null references events (id),
  reaction text not null,
  attempts integer not null default 0,
  due_at timestamptz not null,
  done_at timestamptz,
  dead_at timestamptz,
  error text,
  unique (event_id, reaction)
);
create index reactions_due on reactions (due_at, id) where done_at is null and dead_at is null;
create index reactions_dead on reactions (dead_at desc) where dead_at is not null;

-- Who did what, before and after. Rows are only added; audit_chain seals each one at commit.
create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  key_id bigint,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  before jsonb,
  after jsonb
);
create index audit_entries_at on audit_entries (at desc, id desc);
create index audit_entries_subject on audit_entries (subject_type, subject_id, id desc);
create index audit_entries_actor on audit_entries (actor_id, id desc);
create index audit_entries_action on audit_entries (action, id desc);

create table audit_chain (
  position bigint primary key,
  entry_id bigint not null unique references audit_entries (id),
  hash bytea not null
);

-- The hash of an entry is sha256(previous hash || canonical text of the row): a change, a removal or an insertion
-- anywhere breaks every hash after it.
create function audit_hash(previous bytea, entry audit_entries) returns bytea
  language sql stable
  return sha256(previous || convert_to(concat_ws(e'\x1f',
    entry.id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.actor_kind,
    coalesce(entry.actor_id::text, ''), entry.actor_name, coalesce(entry.key_id::text, ''), entry.action,
    entry.subject_type, entry.subject_id, coalesce(entry.before::text, ''), coalesce(entry.after::text, '')), 'UTF8'));

-- Runs at commit (deferred), so that two transactions queue for the chain only during their commit.
create function audit_seal() returns trigger language plpgsql as $$
declare
  last audit_chain;
begin
  perform pg_advisory_xact_lock(hashtext('audit_chain'));
  select * into last from audit_chain order by position desc limit 1;
  insert into audit_chain (position, entry_id, hash)
  values (coalesce(last.position, 0) + 1, new.id, audit_hash(coalesce(last.hash, '\x'), new));
  return null;
end $$;
create constraint trigger audit_entries_seal after insert on audit_entries
  deferrable initially deferred for each row execute function audit_seal();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();
create trigger audit_chain_append_only before update or delete or truncate on audit_chain
  for each statement execute function refuse_change();

create table files (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  -- What the content is, sniffed; never what the sender said.
  type text not null,
  size bigint not null,
  sha256 text not null,
  -- Set when the file may be read by anybody, such as the emblem.
  public_since timestamptz,
  width integer,
  height integer,
  created_by uuid,
  created_at timestamptz not null
);
create index files_sha256 on files (sha256);

create table file_renditions (
  file_id uuid not null references files (id),
  name text not null,
  type text not null,
  size bigint not null,
  width integer not null,
  height integer not null,
  primary key (file_id, name)
);

-- What a person was typing in a long form, kept until the form is accepted.
create table drafts (
  person_id uuid not null,
  form text not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (person_id, form)
);

-- Which key the sealed columns are sealed with: `people.totp_secret`, `outbox_mails.text` and `html`, `setup.code`. The key itself
-- is never here.
create table house_key (
  id integer primary key default 1 check (id = 1),
  fingerprint text not null,
  since timestamptz not null
);

create unlogged table rate_limits (
  key text primary key,
  points integer not null,
  expire bigint
);

-- Mail that leaves the house: written in the transaction that decides it, sent once. attempted_at without sent_at and
-- without error means that its outcome is not known; such a mail is shown and never sent again by itself.
create table outbox_mails (
  id bigint generated always as identity primary key,
  to_address text not null,
  subject text not null,
  text text not null,
  html text,
  created_at timestamptz not null,
  attempts integer not null default 0,
  attempted_at timestamptz,
  sent_at timestamptz,
  error text
);
create index outbox_mails_waiting on outbox_mails (id) where attempted_at is null;

-- What came in a form whose session had ended: shown again to whoever signs in next in that browser.
create table kept_forms (
  token_hash text primary key,
  path text not null,
  fields jsonb not null,
  had_files boolean not null,
  expires_at timestamptz not null
);
create index kept_forms_expires on kept_forms (expires_at);
