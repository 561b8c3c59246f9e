create extension citext;

create extension pg_trgm;

create extension unaccent;

CREATE OR REPLACE FUNCTION public.approvals_four_eyes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from piece_authors where piece_id = new.piece_id and person_id = new.person_id) then
    raise exception 'who wrote piece % does not approve it', new.piece_id using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.audit_hash(previous bytea, entry audit_entries)
 RETURNS bytea
 LANGUAGE sql
 STABLE
RETURN sha256((previous || convert_to(concat_ws(''::text, (entry).id, to_char(((entry).at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US'::text), (entry).actor_kind, COALESCE(((entry).actor_id)::text, ''::text), (entry).actor_name, COALESCE(((entry).key_id)::text, ''::text), (entry).action, (entry).subject_type, (entry).subject_id, COALESCE(((entry).before)::text, ''::text), COALESCE(((entry).after)::text, ''::text)), 'UTF8'::name)))
;

CREATE OR REPLACE FUNCTION public.audit_seal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  last audit_chain;
begin
  perform pg_advisory_xact_lock(hashtext('audit_chain'));
  select * into last from audit_chain order by position desc limit 1;
  insert into audit_chain (position, entry_id, hash)
  values (coalesce(last.position, 0) + 1, new.id, audit_hash(coalesce(last.hash, '\x'), new));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.consents_hold()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update contacts c set purposes = held.purposes, changed_at = greatest(c.changed_at, held.at)
  from (
    select contact_id, coalesce(array_agg(purpose order by purpose) filter (where act = 'given'), '{}') as purposes, max(at) as at
    from (
      select distinct on (contact_id, purpose) contact_id, purpose, act, at from consents
      where contact_id in (select contact_id from told)
      order by contact_id, purpose, at desc, id desc
    ) last group by contact_id
  ) held
  where c.id = held.contact_id and c.erased_at is null and c.purposes is distinct from held.purposes;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.contacts_forget_mailings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update mailing_recipients set address = '', answer = null where contact_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.contacts_forget_visits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from interactions where contact_id = new.id and act = 'visited';
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.contacts_stop()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.stopped := new.email is not null and exists (select from suppressions where email_sha256 = mail_hash(new.email));
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.departments(regions text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array(select distinct left(r, 2) from unnest(regions) r)
$function$
;

CREATE OR REPLACE FUNCTION public.facts_partition(year integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create table if not exists facts_%s partition of facts for values from (%L) to (%L)',
    year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
end $function$
;

CREATE OR REPLACE FUNCTION public.facts_roll_up()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.mail_hash(email citext)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN encode(sha256(convert_to(lower((email)::text), 'UTF8'::name)), 'hex'::text)
;

CREATE OR REPLACE FUNCTION public.mailings_keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'draft' and new.state <> 'draft' and (new.letter, new.sha256) is distinct from (old.letter, old.sha256) then
    raise exception 'the letter of mailing % is approved', old.id;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.memos_approved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from approvals a where a.piece_id = new.piece_id and a.sha256 = new.sha256 and a.voided_at is null) then
    raise exception 'piece % was not approved as it is signed', new.piece_id using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.memos_only_signed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  piece bigint := case when new.source_type = 'piece' and new.source_id ~ '^[0-9]{1,18}$' then new.source_id::bigint end;
begin
  if exists (select from pieces p where p.id = piece and p.kind in ('memo', 'circular'))
    and not exists (select from memos m where m.piece_id = piece and m.sha256 = new.content_sha256 and m.state = 'sent') then
    raise exception 'memo % was not signed and sent', new.source_id using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.plain(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value))
;

CREATE OR REPLACE FUNCTION public.publications_assets()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.assets := array(select asset_id from asset_uses where piece_id = new.piece_id order by asset_id);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.suppressions_stop()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update contacts set stopped = (tg_op <> 'DELETE')
  where erased_at is null and email is not null and mail_hash(email) = coalesce(new.email_sha256, old.email_sha256);
  return null;
end $function$
;

create table agreement_signatures (
  id bigint not null generated always as identity,
  text_id bigint not null,
  person_id uuid not null,
  signed_name text not null,
  sha256 text not null,
  second_factor boolean not null,
  signed_at timestamp with time zone not null,
  expires_on date not null
);

create table agreement_texts (
  id bigint not null generated always as identity,
  number integer not null,
  title text not null,
  body text not null,
  sha256 text not null,
  months integer not null,
  published_by uuid,
  published_at timestamp with time zone not null
);

create table annotations (
  id bigint not null generated always as identity,
  item_id bigint not null,
  starts_on date not null,
  ends_on date,
  kind text not null,
  text text not null,
  owner_id uuid,
  due_on date,
  person_id uuid,
  written_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);

create table api_keys (
  id bigint not null generated always as identity,
  name text not null,
  prefix text not null,
  secret_hash text not null,
  scopes text[] not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null,
  expires_on date,
  last_used_at timestamp with time zone,
  revoked_by uuid,
  revoked_at timestamp with time zone
);

create table approvals (
  id bigint not null generated always as identity,
  piece_id bigint not null,
  version_id bigint not null,
  sha256 text not null,
  person_id uuid,
  at timestamp with time zone not null,
  note text not null default ''::text,
  voided_at timestamp with time zone,
  voided_by uuid
);

create table asset_uses (
  asset_id bigint not null,
  piece_id bigint not null
);

create table assets (
  id bigint not null generated always as identity,
  file_id uuid not null,
  kind text not null,
  title text not null,
  alt text not null default ''::text,
  credit text not null default ''::text,
  licence text not null default ''::text,
  expires_on date,
  tags text[] not null default '{}'::text[],
  focal_x integer not null default 50,
  focal_y integer not null default 50,
  people_shown boolean not null default false,
  minors_shown boolean not null default false,
  release_file uuid,
  guardian_file uuid,
  captions_file uuid,
  transcript text not null default ''::text,
  look bit(64),
  unit_id bigint,
  piece_id bigint,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawal_reason text not null default ''::text,
  licence_told text not null default ''::text,
  revision integer not null default 1,
  search tsvector default to_tsvector('es'::regconfig, ((((title || ' '::text) || alt) || ' '::text) || credit))
);

create table audience_settings (
  id integer not null default 1,
  retention_months integer not null default 24
);

create table audit_chain (
  "position" bigint not null,
  entry_id bigint not null,
  hash bytea not null
);

create table audit_entries (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
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

create table calendar_feeds (
  id bigint not null generated always as identity,
  token_hash text not null,
  person_id uuid not null,
  query text not null default ''::text,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  revoked_at timestamp with time zone
);

create table campaign_actions (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  title text not null,
  class text not null,
  mode text not null,
  channel text not null default ''::text,
  starts_on date not null,
  ends_on date not null,
  state text not null default 'planned'::text,
  note text not null default ''::text,
  done_at timestamp with time zone
);

create table campaign_lines (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  "position" integer not null,
  line text not null,
  detail text not null default ''::text,
  signs text[] not null default '{}'::text[],
  removed_at timestamp with time zone
);

create table campaign_results (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  name text not null,
  value numeric not null,
  unit text not null,
  note text not null default ''::text,
  file_id uuid,
  written_by uuid,
  written_at timestamp with time zone not null
);

create table campaign_spends (
  id bigint not null generated always as identity,
  campaign_id bigint not null,
  action_id bigint,
  concept text not null,
  supplier text not null,
  contract text not null,
  amount numeric not null,
  spent_on date not null,
  file_id uuid,
  written_by uuid,
  written_at timestamp with time zone not null,
  voided_by uuid,
  voided_at timestamp with time zone,
  void_reason text not null default ''::text
);

create table campaigns (
  id bigint not null generated always as identity,
  code text not null,
  name text not null,
  objective text not null default ''::text,
  scope text not null,
  state text not null default 'draft'::text,
  unit_id bigint not null,
  item_id bigint,
  request_id bigint,
  owner_id uuid,
  starts_on date not null,
  ends_on date not null,
  segments text[] not null default '{}'::text[],
  regions text[] not null default '{}'::text[],
  tone text not null default ''::text,
  budget numeric not null default 0,
  report text not null default ''::text,
  public boolean not null default false,
  created_by uuid,
  created_at timestamp with time zone not null,
  designed_at timestamp with time zone,
  closed_at timestamp with time zone,
  revision integer not null default 1
);

create table channels (
  code text not null,
  name text not null,
  means text not null,
  class text not null,
  mode text not null,
  public boolean not null,
  "position" integer not null default 0,
  closed_at timestamp with time zone
);

create table comments (
  id bigint not null generated always as identity,
  piece_id bigint not null,
  version_id bigint,
  parent_id bigint,
  block text not null default ''::text,
  quote text not null default ''::text,
  text text not null,
  mentions uuid[] not null default '{}'::uuid[],
  person_id uuid,
  at timestamp with time zone not null,
  resolved_by uuid,
  resolved_at timestamp with time zone
);

create table consents (
  id bigint not null generated always as identity,
  contact_id bigint not null,
  purpose text not null,
  text_number integer not null,
  act text not null,
  channel text not null,
  at timestamp with time zone not null,
  proof text not null,
  person_id uuid,
  import_id bigint
);

create table contact_import_changes (
  import_id bigint not null,
  contact_id bigint not null,
  version integer not null,
  before jsonb not null
);

create table contact_import_faults (
  import_id bigint not null,
  "row" bigint not null,
  cells text[] not null,
  problems jsonb not null
);

create table contact_imports (
  id bigint not null generated always as identity,
  name text not null,
  file_id uuid not null,
  size bigint not null,
  state text not null,
  columns text[] not null default '{}'::text[],
  heads text[] not null default '{}'::text[],
  estimated bigint not null default 0,
  kind text not null default 'citizen'::text,
  rule text not null default 'fill'::text,
  purposes text[] not null default '{}'::text[],
  consent_proof text not null default ''::text,
  consent_on date,
  at_row bigint not null default 0,
  rows bigint not null default 0,
  added bigint not null default 0,
  merged bigint not null default 0,
  kept bigint not null default 0,
  faulted bigint not null default 0,
  undone bigint not null default 0,
  error text,
  worker uuid,
  claimed_until timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  act text,
  about text,
  happened_on date,
  noted bigint not null default 0
);

create table contacts (
  id bigint not null generated always as identity,
  kind text not null,
  name text not null,
  email citext,
  phone text,
  organization text not null default ''::text,
  language text not null default 'es'::text,
  region text,
  person_id uuid,
  unit_id bigint,
  employment text,
  interests text[] not null default '{}'::text[],
  attributes jsonb not null default '{}'::jsonb,
  purposes text[] not null default '{}'::text[],
  stopped boolean not null default false,
  import_id bigint,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  merged_into bigint,
  version integer not null default 1
);

create table counted_letters (
  id bigint not null generated always as identity,
  mailing_id bigint,
  made_at timestamp with time zone not null
);

create table counted_links (
  letter_id bigint not null,
  number integer not null,
  address text not null
);

create table data_requests (
  id bigint not null generated always as identity,
  kind text not null,
  contact_id bigint,
  name text not null default ''::text,
  email citext,
  said text not null default ''::text,
  channel text not null,
  received_on date not null,
  received_at timestamp with time zone not null,
  due_on date not null,
  extended_on date,
  extension_reason text not null default ''::text,
  state text not null,
  asked_on date,
  asked_what text not null default ''::text,
  answer text not null default ''::text,
  outcome text,
  answered_at timestamp with time zone,
  answered_by uuid,
  version integer not null default 1
);

create table deliveries (
  dispatch_id bigint not null,
  person_id uuid not null,
  mail_id bigint,
  written_at timestamp with time zone not null
);

create table dispatch_moves (
  id bigint not null generated always as identity,
  dispatch_id bigint not null,
  state text not null,
  person_id uuid,
  at timestamp with time zone not null,
  note text not null default ''::text
);

create table dispatches (
  id bigint not null generated always as identity,
  channel text not null,
  public boolean not null,
  source_type text not null,
  source_id text not null,
  content_sha256 text not null,
  class text not null,
  title text not null default ''::text,
  state text not null,
  due_at timestamp with time zone not null,
  snapshot jsonb not null,
  scheduled_by uuid,
  scheduled_at timestamp with time zone not null,
  attempts integer not null default 0,
  attempted_at timestamp with time zone,
  delivered_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  error text
);

create table drafts (
  person_id uuid not null,
  form text not null,
  fields jsonb not null,
  saved_at timestamp with time zone not null
);

create table election_windows (
  id bigint not null generated always as identity,
  name text not null,
  act text not null default ''::text,
  starts_on date not null,
  ends_on date not null,
  kinds text[] not null default '{}'::text[],
  candidates text[] not null default '{}'::text[],
  written_by uuid,
  written_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);

create table events (
  id bigint not null generated always as identity,
  name text not null,
  subject_type text not null,
  subject_id text not null,
  payload jsonb not null default '{}'::jsonb,
  actor_id uuid,
  happened_at timestamp with time zone not null
);

create table evidences (
  id bigint not null generated always as identity,
  report_id bigint,
  reading_id bigint,
  file_id uuid not null
);

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
  entries bigint not null
);

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
  last_on date not null
);

create table facts (
  id bigint not null generated always as identity,
  day date not null,
  measure text not null,
  amount numeric not null,
  base numeric not null default 1,
  activity_id bigint,
  campaign_id bigint,
  piece_id bigint,
  unit_id bigint,
  channels text[] not null default '{}'::text[],
  classes text[] not null default '{}'::text[],
  segments text[] not null default '{}'::text[],
  regions text[] not null default '{}'::text[],
  kind text,
  line text,
  section text,
  tool text,
  record_type text not null,
  record_id text not null,
  event_id bigint,
  written_at timestamp with time zone not null default now()
) partition by RANGE (day);

-- partition facts_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')

-- partition facts_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')

-- partition facts_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')

-- partition facts_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')

-- partition facts_2028 FOR VALUES FROM ('2028-01-01') TO ('2029-01-01')

-- partition facts_2029 FOR VALUES FROM ('2029-01-01') TO ('2030-01-01')

-- partition facts_2030 FOR VALUES FROM ('2030-01-01') TO ('2031-01-01')

-- partition facts_2031 FOR VALUES FROM ('2031-01-01') TO ('2032-01-01')

-- partition facts_default DEFAULT

create table file_renditions (
  file_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  width integer not null,
  height integer not null
);

create table files (
  id uuid not null default gen_random_uuid(),
  name text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  public_since timestamp with time zone,
  width integer,
  height integer,
  created_by uuid,
  created_at timestamp with time zone not null
);

create table grants (
  id bigint not null generated always as identity,
  person_id uuid not null,
  role text not null,
  unit_id bigint,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone
);

create table home_blocks (
  id bigint not null generated always as identity,
  "position" integer not null,
  block text not null,
  title text not null default ''::text,
  options jsonb not null default '{}'::jsonb,
  written_by uuid,
  written_at timestamp with time zone not null
);

create table house_key (
  id integer not null default 1,
  fingerprint text not null,
  since timestamp with time zone not null
);

create table institution (
  id integer not null default 1,
  kind text not null default ''::text,
  name text not null,
  color text not null default '#0943b5'::text,
  emblem_file uuid,
  language text not null default 'es'::text,
  zone text not null default 'America/Bogota'::text,
  govco_bar boolean not null default false,
  address text not null default ''::text,
  phone text not null default ''::text,
  email text not null default ''::text,
  demonstration boolean not null default false,
  works_saturdays boolean not null default false,
  set_up_at timestamp with time zone not null,
  version integer not null default 1
);

create table interaction_subjects (
  act text not null,
  code text not null,
  name text not null,
  created_at timestamp with time zone not null
);

create table interactions (
  id bigint not null generated always as identity,
  contact_id bigint not null,
  act text not null,
  about text not null,
  day date not null,
  source text not null,
  import_id bigint
);

create table invitations (
  id bigint not null generated always as identity,
  person_id uuid not null,
  token_hash text not null,
  purpose text not null,
  invited_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);

create table kept_forms (
  token_hash text not null,
  path text not null,
  fields jsonb not null,
  had_files boolean not null,
  expires_at timestamp with time zone not null
);

create table letter_days (
  letter_id bigint not null,
  number integer not null,
  day date not null,
  shard integer not null,
  count bigint not null default 0,
  told bigint not null default 0
);

create table looked_links (
  address text not null,
  state text not null,
  problem text,
  status integer,
  asked_at timestamp with time zone not null,
  looked_at timestamp with time zone,
  piece_id bigint not null
);

create table mail_grants (
  id bigint not null generated always as identity,
  server integer not null,
  at timestamp with time zone not null,
  count integer not null
);

create table mail_returns (
  id bigint not null generated always as identity,
  fingerprint text not null,
  means text not null,
  kind text not null,
  recipient_id bigint,
  mailing_id bigint,
  contact_id bigint,
  status text not null default ''::text,
  says text not null default ''::text,
  done text not null,
  at timestamp with time zone not null
);

create table mail_servers (
  number integer not null,
  failing_until timestamp with time zone,
  error text,
  checked_at timestamp with time zone
);

create table mailing_approvals (
  id bigint not null generated always as identity,
  mailing_id bigint not null,
  sha256 text not null,
  person_id uuid not null,
  at timestamp with time zone not null
);

create table mailing_authors (
  mailing_id bigint not null,
  person_id uuid not null
);

create table mailing_moves (
  id bigint not null generated always as identity,
  mailing_id bigint not null,
  state text not null,
  person_id uuid,
  at timestamp with time zone not null,
  note text not null default ''::text
);

create table mailing_recipients (
  id bigint not null generated always as identity,
  mailing_id bigint not null,
  contact_id bigint not null,
  address text not null,
  wave integer not null default 0,
  state text not null default 'queued'::text,
  worker uuid,
  tries integer not null default 0,
  next_at timestamp with time zone,
  at timestamp with time zone,
  provider integer,
  reason text,
  answer text,
  mail_id bigint
);

create table mailing_workers (
  id uuid not null,
  alive_until timestamp with time zone not null
);

create table mailings (
  id bigint not null generated always as identity,
  source_type text not null,
  source_id text not null,
  content_sha256 text not null,
  class text not null,
  title text not null,
  letter jsonb not null,
  view_path text,
  not_before timestamp with time zone,
  sending_kind text not null,
  purpose text,
  segments text[] not null,
  excluded_segments text[] not null default '{}'::text[],
  excluded_mailings bigint[] not null default '{}'::bigint[],
  sha256 text not null,
  state text not null,
  held_from text,
  due_at timestamp with time zone,
  wave_size integer,
  wave_percent integer,
  wave_minutes integer not null default 60,
  fail_percent integer not null default 10,
  waves integer not null default 0,
  wave integer not null default 0,
  wave_at timestamp with time zone,
  fixed_at timestamp with time zone,
  recipients bigint not null default 0,
  drafted_by uuid,
  drafted_at timestamp with time zone not null,
  started_by uuid,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  version integer not null default 1
);

create table memo_addressings (
  piece_id bigint not null,
  units bigint[] not null default '{}'::bigint[],
  below boolean not null default true,
  heads_only boolean not null default false,
  remind_after integer not null default 3,
  remind_times integer not null default 0,
  written_by uuid,
  written_at timestamp with time zone not null
);

create table memo_counters (
  series_id bigint not null,
  year integer not null,
  last integer not null
);

create table memo_recipients (
  id bigint not null generated always as identity,
  memo_id bigint not null,
  person_id uuid,
  name text not null default ''::text,
  unit_id bigint,
  read_at timestamp with time zone,
  means text,
  sheet_id bigint,
  reminders integer not null default 0
);

create table memo_series (
  id bigint not null generated always as identity,
  kind text not null,
  unit_id bigint,
  prefix text not null,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone
);

create table memo_sheets (
  id bigint not null generated always as identity,
  memo_id bigint not null,
  unit_id bigint not null,
  means text not null,
  held_on date not null,
  note text not null default ''::text,
  file_id uuid,
  persons uuid[] not null default '{}'::uuid[],
  names text[] not null default '{}'::text[],
  people integer not null,
  written_by uuid,
  written_at timestamp with time zone not null,
  corrects bigint,
  reason text not null default ''::text
);

create table memos (
  id bigint not null generated always as identity,
  piece_id bigint not null,
  version_id bigint not null,
  sha256 text not null,
  kind text not null,
  class text not null,
  series_id bigint not null,
  year integer not null,
  number integer not null,
  label text not null,
  words text not null default ''::text,
  unit_id bigint not null,
  signed_by uuid not null,
  signed_name text not null,
  post text not null,
  acting_for uuid,
  means text not null,
  signed_at timestamp with time zone not null,
  seal text not null,
  code text not null,
  units bigint[] not null,
  below boolean not null,
  heads_only boolean not null,
  remind_after integer not null,
  remind_times integer not null,
  state text not null,
  sent_at timestamp with time zone,
  sent_by uuid,
  recipients integer not null default 0,
  remind_on date,
  reminded integer not null default 0,
  ended_at timestamp with time zone,
  ended_by uuid,
  reason text not null default ''::text
);

create table non_working_days (
  id bigint not null generated always as identity,
  starts_on date not null,
  ends_on date not null,
  name text not null,
  act text not null,
  act_file uuid,
  unit_id bigint,
  created_by uuid,
  created_at timestamp with time zone not null,
  revoked_by uuid,
  revoked_at timestamp with time zone
);

create table notification_choices (
  person_id uuid not null,
  kind text not null,
  mail text not null,
  push boolean not null default true
);

create table notifications (
  id bigint not null generated always as identity,
  person_id uuid not null,
  kind text not null,
  facts jsonb not null default '{}'::jsonb,
  path text not null,
  subject_type text not null,
  subject_id text not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  mailed_at timestamp with time zone,
  pushed_at timestamp with time zone
);

create table outbox_letters (
  id bigint not null generated always as identity,
  key text not null,
  text text not null,
  html text not null,
  created_at timestamp with time zone not null
);

create table outbox_mails (
  id bigint not null generated always as identity,
  to_address text not null,
  subject text not null,
  text text not null,
  html text,
  created_at timestamp with time zone not null,
  attempts integer not null default 0,
  attempted_at timestamp with time zone,
  sent_at timestamp with time zone,
  error text,
  letter_id bigint,
  kept_at timestamp with time zone
);

create table passkeys (
  id text not null,
  person_id uuid not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone
);

create table people (
  id uuid not null default gen_random_uuid(),
  name text not null,
  email citext not null,
  employment text not null default 'servant'::text,
  "position" text not null default ''::text,
  unit_id bigint,
  language text not null default 'es'::text,
  password_hash text,
  oidc_subject text,
  totp_secret text,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  joined_at timestamp with time zone not null,
  left_at timestamp with time zone,
  last_seen_at timestamp with time zone,
  version integer not null default 1
);

create table piece_addresses (
  slug text not null,
  piece_id bigint not null,
  until timestamp with time zone not null
);

create table piece_authors (
  piece_id bigint not null,
  person_id uuid not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null
);

create unlogged table piece_presences (
  piece_id bigint not null,
  person_id uuid not null,
  block text not null default ''::text,
  seen_at timestamp with time zone not null
);

create table piece_readers (
  id bigint not null generated always as identity,
  piece_id bigint not null,
  person_id uuid,
  unit_id bigint,
  named_by uuid,
  named_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table piece_versions (
  id bigint not null generated always as identity,
  piece_id bigint not null,
  number integer not null,
  title text not null,
  fields jsonb not null,
  body jsonb not null,
  text text not null,
  class text not null,
  sha256 text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  note text not null default ''::text
);

create table pieces (
  id bigint not null generated always as identity,
  kind text not null,
  slug text not null,
  title text not null,
  state text not null default 'draft'::text,
  class text not null default 'public'::text,
  class_basis text not null default ''::text,
  class_reason text not null default ''::text,
  class_since date,
  class_until date,
  unit_id bigint not null,
  item_id bigint,
  campaign_id bigint,
  request_id bigint,
  slot_id bigint,
  slot_day date,
  owner_id uuid,
  line text,
  segments text[] not null default '{}'::text[],
  regions text[] not null default '{}'::text[],
  channels text[] not null default '{}'::text[],
  fields jsonb not null default '{}'::jsonb,
  body jsonb not null,
  text text not null default ''::text,
  words integer not null default 0,
  sha256 text not null,
  revision integer not null default 1,
  due_on date,
  publish_at timestamp with time zone,
  embargo_until timestamp with time zone,
  expires_on date,
  review_on date,
  created_by uuid,
  created_at timestamp with time zone not null,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  approved_at timestamp with time zone,
  published_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawal_reason text not null default ''::text,
  returns integer not null default 0,
  search tsvector not null default 
CASE
    WHEN (class = ANY (ARRAY['public'::text, 'internal'::text])) THEN to_tsvector('es'::regconfig, ((title || ' '::text) || text))
    ELSE ''::tsvector
END
);

create table plan_channels (
  version_id bigint not null,
  code text not null,
  "position" integer not null,
  name text not null,
  class text not null,
  mode text not null,
  purpose text not null default ''::text,
  revision integer not null default 1,
  changed_by uuid,
  changed_at timestamp with time zone
);

create table plan_items (
  id bigint not null generated always as identity,
  plan_id bigint not null,
  kind text not null,
  created_at timestamp with time zone not null
);

create table plan_rows (
  version_id bigint not null,
  item_id bigint not null,
  kind text not null,
  parent_id bigint,
  "position" integer not null,
  number text not null default ''::text,
  code text not null,
  title text not null,
  description text not null default ''::text,
  unit_id bigint,
  person_id uuid,
  aligned_item_id bigint,
  starts_on date,
  ends_on date,
  recurrence text,
  segments text[] not null default '{}'::text[],
  channels text[] not null default '{}'::text[],
  also_serves bigint[] not null default '{}'::bigint[],
  measure text,
  filter jsonb not null default '{}'::jsonb,
  figure_unit text,
  direction text,
  adds_up text,
  frequency text,
  baseline numeric,
  baseline_note text not null default ''::text,
  revision integer not null default 1,
  changed_by uuid,
  changed_at timestamp with time zone not null
);

create table plan_sections (
  version_id bigint not null,
  code text not null,
  "position" integer not null,
  kind text not null,
  title text not null,
  body text not null default ''::text,
  items jsonb not null default '[]'::jsonb,
  revision integer not null default 1,
  changed_by uuid,
  changed_at timestamp with time zone
);

create table plan_segments (
  version_id bigint not null,
  code text not null,
  "position" integer not null,
  name text not null,
  focus text not null default ''::text,
  channels text[] not null default '{}'::text[],
  revision integer not null default 1,
  changed_by uuid,
  changed_at timestamp with time zone
);

create table plan_targets (
  version_id bigint not null,
  item_id bigint not null,
  starts_on date not null,
  ends_on date not null,
  value numeric not null
);

create table plan_units (
  version_id bigint not null,
  unit_id bigint not null,
  "position" integer not null
);

create table plan_version_authors (
  version_id bigint not null,
  person_id uuid not null,
  first_at timestamp with time zone not null
);

create table plan_version_moves (
  id bigint not null generated always as identity,
  version_id bigint not null,
  move text not null,
  person_id uuid,
  at timestamp with time zone not null,
  note text not null default ''::text,
  content_sha256 text not null
);

create table plan_versions (
  id bigint not null generated always as identity,
  plan_id bigint not null,
  number integer not null,
  state text not null,
  based_on bigint,
  note text not null default ''::text,
  created_by uuid,
  created_at timestamp with time zone not null,
  in_force_from date,
  in_force_until date
);

create table plans (
  id bigint not null generated always as identity,
  code text not null,
  title text not null,
  summary text not null default ''::text,
  unit_id bigint not null,
  parent_id bigint,
  starts_on date not null,
  ends_on date not null,
  created_by uuid,
  created_at timestamp with time zone not null
);

create table playlist_groups (
  playlist_id bigint not null,
  group_id bigint not null
);

create table playlist_items (
  playlist_id bigint not null,
  "position" integer not null,
  kind text not null,
  ref text not null default ''::text,
  seconds integer
);

create table playlists (
  id bigint not null generated always as identity,
  name text not null,
  days integer[] not null,
  from_time time without time zone,
  until_time time without time zone,
  from_day date,
  until_day date,
  priority integer not null,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  version integer not null default 1
);

create table prints (
  dispatch_id bigint not null,
  sheet text not null,
  file_id uuid not null
);

create table progress_reports (
  id bigint not null generated always as identity,
  item_id bigint not null,
  period_start date not null,
  state text not null,
  percent integer not null,
  note text not null default ''::text,
  person_id uuid,
  reported_at timestamp with time zone not null
);

create table publications (
  dispatch_id bigint not null,
  piece_id bigint not null,
  class text not null,
  in_public boolean not null,
  channel text not null,
  slug text not null,
  kind text not null,
  title text not null,
  lead text not null default ''::text,
  html text not null,
  text text not null,
  image jsonb,
  fields jsonb not null default '{}'::jsonb,
  files uuid[] not null default '{}'::uuid[],
  words integer not null default 0,
  unit_id bigint,
  item_id bigint,
  campaign_id bigint,
  line text,
  segments text[] not null default '{}'::text[],
  regions text[] not null default '{}'::text[],
  departments text[] default departments(regions),
  assets bigint[] not null default '{}'::bigint[],
  published_at timestamp with time zone not null,
  updated_at timestamp with time zone,
  embargo_until timestamp with time zone,
  expires_on date,
  state text not null default 'out'::text,
  withdrawn_at timestamp with time zone,
  reason text not null default ''::text,
  search tsvector default ((setweight(to_tsvector('es'::regconfig, title), 'A'::"char") || setweight(to_tsvector('es'::regconfig, lead), 'B'::"char")) || to_tsvector('es'::regconfig, text))
);

create table purpose_texts (
  purpose text not null,
  number integer not null,
  text text not null,
  published_by uuid,
  published_at timestamp with time zone not null
);

create table purposes (
  code text not null,
  name text not null,
  "position" integer not null default 0,
  closed_at timestamp with time zone,
  means text not null default 'mail'::text
);

create table push_deliveries (
  message_id bigint not null,
  subscription_id bigint not null,
  state text not null,
  tries integer not null default 0,
  next_at timestamp with time zone not null,
  attempted_at timestamp with time zone,
  status integer
);

create table push_keys (
  id integer not null default 1,
  public_key text not null,
  private_key text not null,
  made_at timestamp with time zone not null
);

create table push_messages (
  id bigint not null generated always as identity,
  dispatch_id bigint,
  message jsonb not null,
  dies_at timestamp with time zone not null,
  created_at timestamp with time zone not null
);

create table push_refusals (
  person_id uuid not null,
  at timestamp with time zone not null
);

create table push_subscriptions (
  id bigint not null generated always as identity,
  person_id uuid,
  contact_id bigint,
  endpoint text not null,
  host text not null,
  p256dh text not null,
  auth text not null,
  device text not null,
  language text not null default 'es'::text,
  token_sha256 text not null,
  created_at timestamp with time zone not null,
  accepted_at timestamp with time zone
);

create unlogged table rate_limits (
  key text not null,
  points integer not null,
  expire bigint
);

create table reactions (
  id bigint not null generated always as identity,
  event_id bigint not null,
  reaction text not null,
  attempts integer not null default 0,
  due_at timestamp with time zone not null,
  done_at timestamp with time zone,
  dead_at timestamp with time zone,
  error text
);

create table reading_decisions (
  reading_id bigint not null,
  decision text not null,
  person_id uuid not null,
  note text not null default ''::text,
  decided_at timestamp with time zone not null
);

create table readings (
  id bigint not null generated always as identity,
  item_id bigint not null,
  starts_on date not null,
  ends_on date not null,
  value numeric not null,
  note text not null default ''::text,
  person_id uuid,
  taken_at timestamp with time zone not null,
  corrects bigint,
  reason text not null default ''::text
);

create table receipts (
  dispatch_id bigint not null,
  person_id uuid not null,
  kind text not null,
  at timestamp with time zone not null
);

create table recovery_codes (
  person_id uuid not null,
  code_hash text not null,
  used_at timestamp with time zone
);

create table renditions (
  piece_id bigint not null,
  channel text not null,
  fields jsonb not null default '{}'::jsonb,
  revision integer not null default 1,
  changed_by uuid,
  changed_at timestamp with time zone not null
);

create table request_files (
  request_id bigint not null,
  file_id uuid not null
);

create table request_followings (
  token_hash text not null,
  request_id bigint not null,
  made_at timestamp with time zone not null
);

create table request_links (
  id bigint not null generated always as identity,
  code text not null,
  name text not null,
  unit_id bigint,
  created_by uuid,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone
);

create table request_moves (
  id bigint not null generated always as identity,
  request_id bigint not null,
  move text not null,
  person_id uuid,
  at timestamp with time zone not null,
  note text not null default ''::text
);

create table requests (
  id bigint not null generated always as identity,
  title text not null,
  what text not null,
  why text not null default ''::text,
  for_whom text not null default ''::text,
  wanted_on date,
  class text not null default 'public'::text,
  segments text[] not null default '{}'::text[],
  regions text[] not null default '{}'::text[],
  kind text,
  unit_id bigint,
  asked_by uuid,
  asker_name text not null default ''::text,
  asker_email citext,
  asker_language text not null default 'es'::text,
  asker_origin text not null default ''::text,
  link_id bigint,
  state text not null default 'waiting'::text,
  asked_at timestamp with time zone not null,
  answer_due_on date not null,
  due_on date,
  assignee_id uuid,
  item_id bigint,
  merged_into bigint,
  answered_at timestamp with time zone,
  answer_hours numeric,
  done_at timestamp with time zone,
  days integer,
  revision integer not null default 1,
  search tsvector default 
CASE
    WHEN (class = ANY (ARRAY['public'::text, 'internal'::text])) THEN to_tsvector('es'::regconfig, ((((title || ' '::text) || what) || ' '::text) || why))
    ELSE ''::tsvector
END,
  piece_id bigint,
  campaign_id bigint
);

create table review_steps (
  id bigint not null generated always as identity,
  piece_id bigint not null,
  round integer not null,
  "position" integer not null,
  step text not null,
  unit_id bigint,
  person_id uuid,
  stand_in_id uuid,
  version_id bigint not null,
  sha256 text not null,
  due_at timestamp with time zone,
  state text not null default 'waiting'::text,
  asked_at timestamp with time zone,
  decided_by uuid,
  decided_at timestamp with time zone,
  note text not null default ''::text,
  reminded_at timestamp with time zone
);

create table saved_views (
  id bigint not null generated always as identity,
  person_id uuid not null,
  place text not null,
  name text not null,
  query text not null,
  created_at timestamp with time zone not null
);

create table screen_beats (
  screen_id bigint not null,
  at timestamp with time zone not null,
  slide text not null default ''::text,
  title text not null default ''::text,
  source text not null default ''::text,
  program_sha256 text not null default ''::text,
  width integer not null default 0,
  height integer not null default 0,
  clock_offset_ms bigint not null default 0,
  waiting_plays integer not null default 0,
  cannot_show text[] not null default '{}'::text[],
  picture bytea,
  picture_at timestamp with time zone
);

create table screen_groups (
  id bigint not null generated always as identity,
  name text not null,
  public boolean not null,
  responsible_id uuid,
  on_from time without time zone,
  on_until time without time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  version integer not null default 1
);

create table screen_pairings (
  id bigint not null generated always as identity,
  code text not null,
  secret_sha256 bytea not null,
  width integer not null default 0,
  height integer not null default 0,
  expires_at timestamp with time zone not null,
  screen_id bigint
);

create table screen_piece_groups (
  dispatch_id bigint not null,
  group_id bigint not null
);

create table screen_play_days (
  day date not null,
  screen_id bigint not null,
  item text not null,
  title text not null default ''::text,
  source text not null default ''::text,
  plays integer not null,
  seconds integer not null,
  told integer not null default 0
);

create table screen_plays (
  screen_id bigint not null,
  item text not null,
  started_at timestamp with time zone not null,
  seconds integer not null
);

create table screens (
  id bigint not null generated always as identity,
  name text not null,
  unit_id bigint,
  place text not null default ''::text,
  orientation text not null,
  large boolean not null default false,
  group_id bigint,
  token_sha256 bytea,
  adopted_at timestamp with time zone not null,
  adopted_by uuid,
  changed_at timestamp with time zone not null,
  excluded_at timestamp with time zone,
  reloads integer not null default 0,
  silent_since timestamp with time zone,
  revoked_at timestamp with time zone,
  version integer not null default 1
);

create table segments (
  code text not null,
  name text not null,
  focus text not null default ''::text,
  channels text[] not null default '{}'::text[],
  rule jsonb not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  version integer not null default 1
);

create table sending_kinds (
  code text not null,
  needs_consent boolean not null,
  heeds_suppression boolean not null,
  staff_only boolean not null,
  "position" integer not null
);

create table sessions (
  id bigint not null generated always as identity,
  token_hash text not null,
  person_id uuid not null,
  device text not null default ''::text,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  second_factor_at timestamp with time zone,
  trusted_device_id bigint,
  ended_at timestamp with time zone
);

create table setup (
  id integer not null default 1,
  code text not null,
  token_hash text,
  fields jsonb not null default '{}'::jsonb,
  emblem_file uuid,
  created_at timestamp with time zone not null
);

create table sign_in_attempts (
  key text not null,
  tries integer not null,
  first_at timestamp with time zone not null
);

create table sign_in_steps (
  token_hash text not null,
  kind text not null,
  person_id uuid,
  data jsonb not null default '{}'::jsonb,
  expires_at timestamp with time zone not null
);

create table sites (
  id bigint not null generated always as identity,
  code text not null,
  name text not null,
  hosts text[] not null,
  rules jsonb not null default '[]'::jsonb,
  unit_id bigint,
  created_by uuid,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer not null default 1
);

create table slots (
  id bigint not null generated always as identity,
  name text not null,
  kind text not null,
  channels text[] not null default '{}'::text[],
  recurrence text not null,
  starts_on date not null,
  ends_on date,
  unit_id bigint,
  item_id bigint,
  owner_id uuid,
  line text,
  created_by uuid,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  segments text[] not null default '{}'::text[]
);

create table snippets (
  id bigint not null generated always as identity,
  name text not null,
  text text not null,
  written_by uuid,
  written_at timestamp with time zone not null,
  removed_at timestamp with time zone
);

create table stand_ins (
  id bigint not null generated always as identity,
  person_id uuid not null,
  stand_in_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  named_by uuid,
  named_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table subscriptions (
  id bigint not null generated always as identity,
  token_sha256 text not null,
  email citext not null,
  name text not null default ''::text,
  language text not null default 'es'::text,
  region text,
  purposes text[] not null,
  text_numbers integer[] not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);

create table suggestions (
  id bigint not null generated always as identity,
  piece_id bigint not null,
  block text not null,
  quote text not null,
  replacement text not null,
  reason text not null default ''::text,
  person_id uuid,
  at timestamp with time zone not null,
  decision text,
  decided_by uuid,
  decided_at timestamp with time zone
);

create table suppressions (
  email_sha256 text not null,
  reason text not null,
  at timestamp with time zone not null,
  person_id uuid
);

create table takeover_groups (
  takeover_id bigint not null,
  group_id bigint not null
);

create table takeovers (
  id bigint not null generated always as identity,
  kind text not null,
  title text not null,
  text text not null default ''::text,
  steps text[] not null default '{}'::text[],
  address text not null default ''::text,
  reason text not null,
  started_by uuid,
  started_at timestamp with time zone not null,
  until timestamp with time zone not null,
  given_back_by uuid,
  given_back_at timestamp with time zone
);

create table terms (
  id bigint not null generated always as identity,
  term text not null,
  meaning text not null default ''::text,
  instead_of text[] not null default '{}'::text[],
  sort text not null default 'term'::text,
  written_by uuid,
  written_at timestamp with time zone not null,
  removed_at timestamp with time zone
);

create table trusted_devices (
  id bigint not null generated always as identity,
  token_hash text not null,
  person_id uuid not null,
  device text not null default ''::text,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table unit_ancestors (
  unit_id bigint not null,
  ancestor_id bigint not null,
  depth integer not null
);

create table units (
  id bigint not null generated always as identity,
  code text not null,
  name text not null,
  parent_id bigint,
  head_id uuid,
  liaison_id uuid,
  "position" integer not null default 0,
  closed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null default 1
);

create unlogged table visit_batches (
  id bytea not null,
  day date not null
);

create table visit_days (
  day date not null,
  site_id bigint not null,
  section text not null,
  source text not null,
  origin text not null default 'own'::text,
  views bigint not null default 0,
  sessions bigint not null default 0,
  begun bigint not null default 0,
  told_views bigint not null default 0,
  told_sessions bigint not null default 0
);

create table visit_hosts (
  month date not null,
  site_id bigint not null,
  section text not null,
  source text not null,
  host text not null,
  origin text not null default 'own'::text,
  views bigint not null default 0,
  sessions bigint not null default 0,
  begun bigint not null default 0
);

create table visit_import_faults (
  import_id bigint not null,
  "row" bigint not null,
  cells text[] not null,
  problem text not null,
  value text not null default ''::text
);

create unlogged table visit_import_rows (
  import_id bigint not null,
  day date not null,
  section text not null,
  source text not null,
  views bigint not null,
  sessions bigint not null,
  begun bigint not null,
  visitor text
);

create table visit_imports (
  id bigint not null generated always as identity,
  name text not null,
  file_id uuid not null,
  size bigint not null,
  origin text not null,
  site_id bigint,
  heads text[] not null,
  columns text[] not null,
  state text not null,
  rows bigint not null default 0,
  faulted bigint not null default 0,
  views bigint not null default 0,
  sessions bigint not null default 0,
  left_out integer not null default 0,
  error text,
  worker uuid,
  claimed_until timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create unlogged table visitor_salts (
  day date not null,
  salt bytea not null
);

create unlogged table visitor_sessions (
  day date not null,
  site_id bigint not null,
  visitor bytea not null,
  section text not null
);

create table waivers (
  id bigint not null generated always as identity,
  piece_id bigint not null,
  "check" text not null,
  reason text not null,
  person_id uuid,
  at timestamp with time zone not null,
  ended_at timestamp with time zone
);

alter table agreement_signatures add constraint agreement_signatures_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table agreement_signatures add constraint agreement_signatures_pkey PRIMARY KEY (id);

alter table agreement_signatures add constraint agreement_signatures_text_id_fkey FOREIGN KEY (text_id) REFERENCES agreement_texts(id);

alter table agreement_signatures add constraint agreement_signatures_text_id_person_id_signed_at_key UNIQUE (text_id, person_id, signed_at);

alter table agreement_texts add constraint agreement_texts_months_check CHECK (((months >= 1) AND (months <= 120)));

alter table agreement_texts add constraint agreement_texts_number_key UNIQUE (number);

alter table agreement_texts add constraint agreement_texts_pkey PRIMARY KEY (id);

alter table agreement_texts add constraint agreement_texts_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id);

alter table annotations add constraint annotations_item_id_fkey FOREIGN KEY (item_id) REFERENCES plan_items(id);

alter table annotations add constraint annotations_kind_check CHECK ((kind = ANY (ARRAY['cause'::text, 'action'::text])));

alter table annotations add constraint annotations_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id);

alter table annotations add constraint annotations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table annotations add constraint annotations_pkey PRIMARY KEY (id);

alter table annotations add constraint annotations_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)));

alter table api_keys add constraint api_keys_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES people(id);

alter table api_keys add constraint api_keys_pkey PRIMARY KEY (id);

alter table api_keys add constraint api_keys_prefix_key UNIQUE (prefix);

alter table api_keys add constraint api_keys_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people(id);

alter table approvals add constraint approvals_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table approvals add constraint approvals_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table approvals add constraint approvals_pkey PRIMARY KEY (id);

alter table approvals add constraint approvals_version_id_fkey FOREIGN KEY (version_id) REFERENCES piece_versions(id);

alter table approvals add constraint approvals_voided_by_fkey FOREIGN KEY (voided_by) REFERENCES people(id);

alter table asset_uses add constraint asset_uses_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id);

alter table asset_uses add constraint asset_uses_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table asset_uses add constraint asset_uses_pkey PRIMARY KEY (asset_id, piece_id);

alter table assets add constraint assets_captions_file_fkey FOREIGN KEY (captions_file) REFERENCES files(id);

alter table assets add constraint assets_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table assets add constraint assets_file_id_key UNIQUE (file_id);

alter table assets add constraint assets_focal_x_check CHECK (((focal_x >= 0) AND (focal_x <= 100)));

alter table assets add constraint assets_focal_y_check CHECK (((focal_y >= 0) AND (focal_y <= 100)));

alter table assets add constraint assets_guardian_file_fkey FOREIGN KEY (guardian_file) REFERENCES files(id);

alter table assets add constraint assets_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'document'::text])));

alter table assets add constraint assets_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table assets add constraint assets_pkey PRIMARY KEY (id);

alter table assets add constraint assets_release_file_fkey FOREIGN KEY (release_file) REFERENCES files(id);

alter table assets add constraint assets_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));

alter table assets add constraint assets_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table assets add constraint assets_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people(id);

alter table audience_settings add constraint audience_settings_id_check CHECK ((id = 1));

alter table audience_settings add constraint audience_settings_pkey PRIMARY KEY (id);

alter table audience_settings add constraint audience_settings_retention_months_check CHECK (((retention_months >= 1) AND (retention_months <= 120)));

alter table audit_chain add constraint audit_chain_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES audit_entries(id);

alter table audit_chain add constraint audit_chain_entry_id_key UNIQUE (entry_id);

alter table audit_chain add constraint audit_chain_pkey PRIMARY KEY ("position");

alter table audit_entries add constraint audit_entries_pkey PRIMARY KEY (id);

alter table audit_entries add constraint audit_entries_seal TRIGGER DEFERRABLE INITIALLY DEFERRED;

alter table calendar_feeds add constraint calendar_feeds_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table calendar_feeds add constraint calendar_feeds_pkey PRIMARY KEY (id);

alter table calendar_feeds add constraint calendar_feeds_token_hash_key UNIQUE (token_hash);

alter table campaign_actions add constraint campaign_actions_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id);

alter table campaign_actions add constraint campaign_actions_check CHECK ((ends_on >= starts_on));

alter table campaign_actions add constraint campaign_actions_class_check CHECK ((class = ANY (ARRAY['ATL'::text, 'BTL'::text, 'digital'::text])));

alter table campaign_actions add constraint campaign_actions_mode_check CHECK ((mode = ANY (ARRAY['online'::text, 'offline'::text])));

alter table campaign_actions add constraint campaign_actions_pkey PRIMARY KEY (id);

alter table campaign_actions add constraint campaign_actions_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'cancelled'::text])));

alter table campaign_actions add constraint campaign_actions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));

alter table campaign_lines add constraint campaign_lines_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id);

alter table campaign_lines add constraint campaign_lines_line_check CHECK (((length(line) >= 1) AND (length(line) <= 300)));

alter table campaign_lines add constraint campaign_lines_pkey PRIMARY KEY (id);

alter table campaign_results add constraint campaign_results_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id);

alter table campaign_results add constraint campaign_results_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table campaign_results add constraint campaign_results_pkey PRIMARY KEY (id);

alter table campaign_results add constraint campaign_results_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);

alter table campaign_spends add constraint campaign_spends_action_id_fkey FOREIGN KEY (action_id) REFERENCES campaign_actions(id);

alter table campaign_spends add constraint campaign_spends_amount_check CHECK ((amount > (0)::numeric));

alter table campaign_spends add constraint campaign_spends_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id);

alter table campaign_spends add constraint campaign_spends_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table campaign_spends add constraint campaign_spends_pkey PRIMARY KEY (id);

alter table campaign_spends add constraint campaign_spends_voided_by_fkey FOREIGN KEY (voided_by) REFERENCES people(id);

alter table campaign_spends add constraint campaign_spends_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);

alter table campaigns add constraint campaigns_budget_check CHECK ((budget >= (0)::numeric));

alter table campaigns add constraint campaigns_check CHECK ((ends_on >= starts_on));

alter table campaigns add constraint campaigns_code_check CHECK ((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));

alter table campaigns add constraint campaigns_code_key UNIQUE (code);

alter table campaigns add constraint campaigns_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table campaigns add constraint campaigns_item_id_fkey FOREIGN KEY (item_id) REFERENCES plan_items(id);

alter table campaigns add constraint campaigns_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

alter table campaigns add constraint campaigns_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id);

alter table campaigns add constraint campaigns_pkey PRIMARY KEY (id);

alter table campaigns add constraint campaigns_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id);

alter table campaigns add constraint campaigns_scope_check CHECK ((scope = ANY (ARRAY['external'::text, 'internal'::text])));

alter table campaigns add constraint campaigns_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'designed'::text, 'under_way'::text, 'closed'::text, 'cancelled'::text])));

alter table campaigns add constraint campaigns_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table channels add constraint channels_class_check CHECK ((class = ANY (ARRAY['ATL'::text, 'BTL'::text, 'digital'::text])));

alter table channels add constraint channels_code_check CHECK ((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));

alter table channels add constraint channels_code_public_key UNIQUE (code, public);

alter table channels add constraint channels_means_check CHECK ((means = ANY (ARRAY['portal'::text, 'intranet'::text, 'mail'::text, 'screen'::text, 'by_hand'::text, 'push'::text])));

alter table channels add constraint channels_mode_check CHECK ((mode = ANY (ARRAY['online'::text, 'offline'::text])));

alter table channels add constraint channels_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

alter table channels add constraint channels_pkey PRIMARY KEY (code);

alter table comments add constraint comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES comments(id);

alter table comments add constraint comments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table comments add constraint comments_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table comments add constraint comments_pkey PRIMARY KEY (id);

alter table comments add constraint comments_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES people(id);

alter table comments add constraint comments_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)));

alter table comments add constraint comments_version_id_fkey FOREIGN KEY (version_id) REFERENCES piece_versions(id);

alter table consents add constraint consents_act_check CHECK ((act = ANY (ARRAY['given'::text, 'withdrawn'::text])));

alter table consents add constraint consents_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'preferences'::text, 'one_click'::text, 'paper'::text, 'phone'::text, 'in_person'::text, 'import'::text, 'api'::text, 'request'::text, 'complaint'::text])));

alter table consents add constraint consents_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id);

alter table consents add constraint consents_import_id_fkey FOREIGN KEY (import_id) REFERENCES contact_imports(id);

alter table consents add constraint consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table consents add constraint consents_pkey PRIMARY KEY (id);

alter table consents add constraint consents_purpose_text_number_fkey FOREIGN KEY (purpose, text_number) REFERENCES purpose_texts(purpose, number);

alter table contact_import_changes add constraint contact_import_changes_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id);

alter table contact_import_changes add constraint contact_import_changes_import_id_fkey FOREIGN KEY (import_id) REFERENCES contact_imports(id);

alter table contact_import_changes add constraint contact_import_changes_pkey PRIMARY KEY (import_id, contact_id);

alter table contact_import_faults add constraint contact_import_faults_import_id_fkey FOREIGN KEY (import_id) REFERENCES contact_imports(id);

alter table contact_import_faults add constraint contact_import_faults_pkey PRIMARY KEY (import_id, "row");

alter table contact_imports add constraint contact_imports_about_fkey FOREIGN KEY (act, about) REFERENCES interaction_subjects(act, code);

alter table contact_imports add constraint contact_imports_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table contact_imports add constraint contact_imports_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table contact_imports add constraint contact_imports_list_check CHECK ((((act IS NULL) = (about IS NULL)) AND ((act IS NULL) = (happened_on IS NULL))));

alter table contact_imports add constraint contact_imports_pkey PRIMARY KEY (id);

alter table contact_imports add constraint contact_imports_rule_check CHECK ((rule = ANY (ARRAY['fill'::text, 'replace'::text, 'keep'::text])));

alter table contact_imports add constraint contact_imports_state_check CHECK ((state = ANY (ARRAY['matching'::text, 'running'::text, 'stopped'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'failed'::text])));

alter table contacts add constraint contacts_check CHECK (((kind = 'staff'::text) = (person_id IS NOT NULL)));

alter table contacts add constraint contacts_employment_check CHECK ((employment = ANY (ARRAY['servant'::text, 'contractor'::text])));

alter table contacts add constraint contacts_import_id_fkey FOREIGN KEY (import_id) REFERENCES contact_imports(id);

alter table contacts add constraint contacts_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'citizen'::text, 'academia'::text, 'government'::text, 'company'::text, 'community'::text, 'press'::text])));

alter table contacts add constraint contacts_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text])));

alter table contacts add constraint contacts_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES contacts(id);

alter table contacts add constraint contacts_name_check CHECK ((length(name) <= 200));

alter table contacts add constraint contacts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table contacts add constraint contacts_person_id_key UNIQUE (person_id);

alter table contacts add constraint contacts_phone_check CHECK ((phone ~ '^\+[0-9]{7,15}$'::text));

alter table contacts add constraint contacts_pkey PRIMARY KEY (id);

alter table contacts add constraint contacts_region_check CHECK ((region ~ '^([0-9]{2}|[0-9]{5})$'::text));

alter table contacts add constraint contacts_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table counted_letters add constraint counted_letters_mailing_id_fkey FOREIGN KEY (mailing_id) REFERENCES mailings(id);

alter table counted_letters add constraint counted_letters_pkey PRIMARY KEY (id);

alter table counted_links add constraint counted_links_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES counted_letters(id);

alter table counted_links add constraint counted_links_number_check CHECK ((number > 0));

alter table counted_links add constraint counted_links_pkey PRIMARY KEY (letter_id, number);

alter table data_requests add constraint data_requests_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id);

alter table data_requests add constraint data_requests_channel_check CHECK ((channel = ANY (ARRAY['preferences'::text, 'portal'::text, 'paper'::text, 'phone'::text, 'in_person'::text, 'email'::text])));

alter table data_requests add constraint data_requests_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id);

alter table data_requests add constraint data_requests_kind_check CHECK ((kind = ANY (ARRAY['query'::text, 'correction'::text, 'deletion'::text])));

alter table data_requests add constraint data_requests_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text])));

alter table data_requests add constraint data_requests_pkey PRIMARY KEY (id);

alter table data_requests add constraint data_requests_state_check CHECK ((state = ANY (ARRAY['open'::text, 'incomplete'::text, 'answered'::text, 'withdrawn'::text])));

alter table deliveries add constraint deliveries_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES dispatches(id);

alter table deliveries add constraint deliveries_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES outbox_mails(id);

alter table deliveries add constraint deliveries_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table deliveries add constraint deliveries_pkey PRIMARY KEY (dispatch_id, person_id);

alter table dispatch_moves add constraint dispatch_moves_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES dispatches(id);

alter table dispatch_moves add constraint dispatch_moves_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table dispatch_moves add constraint dispatch_moves_pkey PRIMARY KEY (id);

alter table dispatches add constraint dispatches_channel_fkey FOREIGN KEY (channel) REFERENCES channels(code);

alter table dispatches add constraint dispatches_channel_public_fkey FOREIGN KEY (channel, public) REFERENCES channels(code, public);

alter table dispatches add constraint dispatches_class_check CHECK ((class = ANY (ARRAY['public'::text, 'internal'::text, 'classified'::text, 'reserved'::text])));

alter table dispatches add constraint dispatches_class_guard CHECK (((class = 'public'::text) OR (NOT public)));

alter table dispatches add constraint dispatches_pkey PRIMARY KEY (id);

alter table dispatches add constraint dispatches_scheduled_by_fkey FOREIGN KEY (scheduled_by) REFERENCES people(id);

alter table dispatches add constraint dispatches_state_check CHECK ((state = ANY (ARRAY['scheduled'::text, 'held'::text, 'waiting'::text, 'sending'::text, 'delivered'::text, 'failed'::text, 'unknown'::text, 'cancelled'::text, 'withdrawn'::text, 'replaced'::text, 'expired'::text])));

alter table drafts add constraint drafts_pkey PRIMARY KEY (person_id, form);

alter table election_windows add constraint election_windows_check CHECK ((ends_on >= starts_on));

alter table election_windows add constraint election_windows_pkey PRIMARY KEY (id);

alter table election_windows add constraint election_windows_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);

alter table events add constraint events_pkey PRIMARY KEY (id);

alter table evidences add constraint evidences_check CHECK (((report_id IS NULL) <> (reading_id IS NULL)));

alter table evidences add constraint evidences_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table evidences add constraint evidences_pkey PRIMARY KEY (id);

alter table evidences add constraint evidences_reading_fk FOREIGN KEY (reading_id) REFERENCES readings(id);

alter table evidences add constraint evidences_report_id_fkey FOREIGN KEY (report_id) REFERENCES progress_reports(id);

alter table fact_days add constraint fact_days_pkey PRIMARY KEY (measure, day, activity_id, campaign_id, unit_id, channels, classes, segments, regions, kind, line, section, tool);

alter table fact_months add constraint fact_months_pkey PRIMARY KEY (measure, month, activity_id, campaign_id, unit_id, channels, classes, segments, regions, kind, line, section, tool);

alter table facts add constraint facts_pkey PRIMARY KEY (day, id);

alter table file_renditions add constraint file_renditions_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table file_renditions add constraint file_renditions_pkey PRIMARY KEY (file_id, name);

alter table files add constraint files_pkey PRIMARY KEY (id);

alter table grants add constraint grants_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id);

alter table grants add constraint grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people(id);

alter table grants add constraint grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table grants add constraint grants_pkey PRIMARY KEY (id);

alter table grants add constraint grants_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'head_of_communications'::text, 'editor'::text, 'author'::text, 'reviewer'::text, 'spokesperson'::text, 'liaison'::text, 'staff'::text, 'auditor'::text])));

alter table grants add constraint grants_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table home_blocks add constraint home_blocks_block_check CHECK ((block = ANY (ARRAY['lead'::text, 'news'::text, 'notice'::text, 'campaign'::text, 'plan'::text, 'press'::text, 'text'::text, 'links'::text])));

alter table home_blocks add constraint home_blocks_pkey PRIMARY KEY (id);

alter table home_blocks add constraint home_blocks_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);

alter table house_key add constraint house_key_id_check CHECK ((id = 1));

alter table house_key add constraint house_key_pkey PRIMARY KEY (id);

alter table institution add constraint institution_color_check CHECK ((color ~ '^#[0-9a-f]{6}$'::text));

alter table institution add constraint institution_emblem_file_fkey FOREIGN KEY (emblem_file) REFERENCES files(id);

alter table institution add constraint institution_id_check CHECK ((id = 1));

alter table institution add constraint institution_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text])));

alter table institution add constraint institution_pkey PRIMARY KEY (id);

alter table interaction_subjects add constraint interaction_subjects_act_check CHECK ((act = ANY (ARRAY['attended'::text, 'answered'::text, 'visited'::text])));

alter table interaction_subjects add constraint interaction_subjects_code_check CHECK ((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));

alter table interaction_subjects add constraint interaction_subjects_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

alter table interaction_subjects add constraint interaction_subjects_pkey PRIMARY KEY (act, code);

alter table interactions add constraint interactions_act_about_fkey FOREIGN KEY (act, about) REFERENCES interaction_subjects(act, code);

alter table interactions add constraint interactions_check CHECK (((source = 'import'::text) = (import_id IS NOT NULL)));

alter table interactions add constraint interactions_check1 CHECK (((source = 'portal'::text) = (act = 'visited'::text)));

alter table interactions add constraint interactions_contact_id_act_about_day_key UNIQUE (contact_id, act, about, day);

alter table interactions add constraint interactions_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id);

alter table interactions add constraint interactions_import_id_fkey FOREIGN KEY (import_id) REFERENCES contact_imports(id);

alter table interactions add constraint interactions_pkey PRIMARY KEY (id);

alter table interactions add constraint interactions_source_check CHECK ((source = ANY (ARRAY['import'::text, 'api'::text, 'portal'::text])));

alter table invitations add constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id);

alter table invitations add constraint invitations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table invitations add constraint invitations_pkey PRIMARY KEY (id);

alter table invitations add constraint invitations_purpose_check CHECK ((purpose = ANY (ARRAY['join'::text, 'reset'::text])));

alter table invitations add constraint invitations_token_hash_key UNIQUE (token_hash);

alter table kept_forms add constraint kept_forms_pkey PRIMARY KEY (token_hash);

alter table letter_days add constraint letter_days_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES counted_letters(id);

alter table letter_days add constraint letter_days_pkey PRIMARY KEY (letter_id, number, day, shard);

alter table letter_days add constraint letter_days_shard_check CHECK (((shard >= 0) AND (shard <= 7)));

alter table looked_links add constraint looked_links_address_check CHECK ((length(address) <= 2000));

alter table looked_links add constraint looked_links_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table looked_links add constraint looked_links_pkey PRIMARY KEY (address);

alter table looked_links add constraint looked_links_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'alive'::text, 'dead'::text, 'unseen'::text])));

alter table mail_grants add constraint mail_grants_pkey PRIMARY KEY (id);

alter table mail_returns add constraint mail_returns_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id);

alter table mail_returns add constraint mail_returns_done_check CHECK ((done = ANY (ARRAY['stopped'::text, 'counted'::text, 'noted'::text])));

alter table mail_returns add constraint mail_returns_fingerprint_key UNIQUE (fingerprint);

alter table mail_returns add constraint mail_returns_kind_check CHECK ((kind = ANY (ARRAY['hard'::text, 'soft'::text, 'delayed'::text, 'complaint'::text, 'auto_reply'::text, 'other'::text])));

alter table mail_returns add constraint mail_returns_mailing_id_fkey FOREIGN KEY (mailing_id) REFERENCES mailings(id);

alter table mail_returns add constraint mail_returns_means_check CHECK ((means = ANY (ARRAY['smtp'::text, 'imap'::text, 'hook'::text])));

alter table mail_returns add constraint mail_returns_pkey PRIMARY KEY (id);

alter table mail_returns add constraint mail_returns_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES mailing_recipients(id);

alter table mail_servers add constraint mail_servers_pkey PRIMARY KEY (number);

alter table mailing_approvals add constraint mailing_approvals_mailing_id_fkey FOREIGN KEY (mailing_id) REFERENCES mailings(id);

alter table mailing_approvals add constraint mailing_approvals_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table mailing_approvals add constraint mailing_approvals_pkey PRIMARY KEY (id);

alter table mailing_authors add constraint mailing_authors_mailing_id_fkey FOREIGN KEY (mailing_id) REFERENCES mailings(id);

alter table mailing_authors add constraint mailing_authors_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table mailing_authors add constraint mailing_authors_pkey PRIMARY KEY (mailing_id, person_id);

alter table mailing_moves add constraint mailing_moves_mailing_id_fkey FOREIGN KEY (mailing_id) REFERENCES mailings(id);

alter table mailing_moves add constraint mailing_moves_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table mailing_moves add constraint mailing_moves_pkey PRIMARY KEY (id);

alter table mailing_recipients add constraint mailing_recipients_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id);

alter table mailing_recipients add constraint mailing_recipients_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES outbox_mails(id);

alter table mailing_recipients add constraint mailing_recipients_mailing_id_contact_id_key UNIQUE (mailing_id, contact_id);

alter table mailing_recipients add constraint mailing_recipients_mailing_id_fkey FOREIGN KEY (mailing_id) REFERENCES mailings(id);

alter table mailing_recipients add constraint mailing_recipients_pkey PRIMARY KEY (id);

alter table mailing_recipients add constraint mailing_recipients_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'attempted'::text, 'accepted'::text, 'unknown'::text, 'bounced'::text, 'complained'::text, 'suppressed'::text])));

alter table mailing_workers add constraint mailing_workers_pkey PRIMARY KEY (id);

alter table mailings add constraint mailings_class_check CHECK ((class = ANY (ARRAY['public'::text, 'internal'::text, 'classified'::text, 'reserved'::text])));

alter table mailings add constraint mailings_class_guard CHECK (((class = 'public'::text) OR ((class = 'internal'::text) AND (sending_kind = 'internal'::text))));

alter table mailings add constraint mailings_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES people(id);

alter table mailings add constraint mailings_fail_percent_check CHECK (((fail_percent >= 1) AND (fail_percent <= 100)));

alter table mailings add constraint mailings_pkey PRIMARY KEY (id);

alter table mailings add constraint mailings_purpose CHECK (((purpose IS NOT NULL) = (sending_kind = 'subscription'::text)));

alter table mailings add constraint mailings_purpose_fkey FOREIGN KEY (purpose) REFERENCES purposes(code);

alter table mailings add constraint mailings_sending_kind_fkey FOREIGN KEY (sending_kind) REFERENCES sending_kinds(code);

alter table mailings add constraint mailings_sha256_check CHECK ((length(sha256) = 64));

alter table mailings add constraint mailings_started_by_fkey FOREIGN KEY (started_by) REFERENCES people(id);

alter table mailings add constraint mailings_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text, 'scheduled'::text, 'sending'::text, 'paused'::text, 'held'::text, 'finished'::text, 'cancelled'::text])));

alter table mailings add constraint mailings_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));

alter table mailings add constraint mailings_wave CHECK (((wave_size IS NULL) OR (wave_percent IS NULL)));

alter table mailings add constraint mailings_wave_minutes_check CHECK (((wave_minutes >= 1) AND (wave_minutes <= 20160)));

alter table mailings add constraint mailings_wave_percent_check CHECK (((wave_percent >= 1) AND (wave_percent <= 99)));

alter table mailings add constraint mailings_wave_size_check CHECK ((wave_size > 0));

alter table memo_addressings add constraint memo_addressings_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table memo_addressings add constraint memo_addressings_pkey PRIMARY KEY (piece_id);

alter table memo_addressings add constraint memo_addressings_remind_after_check CHECK (((remind_after >= 1) AND (remind_after <= 60)));

alter table memo_addressings add constraint memo_addressings_remind_times_check CHECK (((remind_times >= 0) AND (remind_times <= 10)));

alter table memo_addressings add constraint memo_addressings_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);

alter table memo_counters add constraint memo_counters_last_check CHECK ((last >= 0));

alter table memo_counters add constraint memo_counters_pkey PRIMARY KEY (series_id, year);

alter table memo_counters add constraint memo_counters_series_id_fkey FOREIGN KEY (series_id) REFERENCES memo_series(id);

alter table memo_counters add constraint memo_counters_year_check CHECK (((year >= 2000) AND (year <= 2200)));

alter table memo_recipients add constraint memo_recipients_check CHECK (((person_id IS NULL) = (name <> ''::text)));

alter table memo_recipients add constraint memo_recipients_check1 CHECK (((read_at IS NULL) = (means IS NULL)));

alter table memo_recipients add constraint memo_recipients_check2 CHECK (((sheet_id IS NOT NULL) = ((means IS NOT NULL) AND (means <> 'intranet'::text))));

alter table memo_recipients add constraint memo_recipients_means_check CHECK ((means = ANY (ARRAY['intranet'::text, 'print'::text, 'screen'::text])));

alter table memo_recipients add constraint memo_recipients_memo_id_fkey FOREIGN KEY (memo_id) REFERENCES memos(id);

alter table memo_recipients add constraint memo_recipients_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table memo_recipients add constraint memo_recipients_pkey PRIMARY KEY (id);

alter table memo_recipients add constraint memo_recipients_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES memo_sheets(id);

alter table memo_recipients add constraint memo_recipients_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table memo_series add constraint memo_series_kind_check CHECK ((kind = ANY (ARRAY['memo'::text, 'circular'::text])));

alter table memo_series add constraint memo_series_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id);

alter table memo_series add constraint memo_series_pkey PRIMARY KEY (id);

alter table memo_series add constraint memo_series_prefix_check CHECK (((length(prefix) >= 1) AND (length(prefix) <= 60)));

alter table memo_series add constraint memo_series_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table memo_sheets add constraint memo_sheets_check CHECK (((people > 0) OR (corrects IS NOT NULL)));

alter table memo_sheets add constraint memo_sheets_check1 CHECK (((corrects IS NULL) = (reason = ''::text)));

alter table memo_sheets add constraint memo_sheets_corrects_fkey FOREIGN KEY (corrects) REFERENCES memo_sheets(id);

alter table memo_sheets add constraint memo_sheets_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table memo_sheets add constraint memo_sheets_means_check CHECK ((means = ANY (ARRAY['print'::text, 'screen'::text])));

alter table memo_sheets add constraint memo_sheets_memo_id_fkey FOREIGN KEY (memo_id) REFERENCES memos(id);

alter table memo_sheets add constraint memo_sheets_pkey PRIMARY KEY (id);

alter table memo_sheets add constraint memo_sheets_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table memo_sheets add constraint memo_sheets_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);

alter table memos add constraint memos_acting_for_fkey FOREIGN KEY (acting_for) REFERENCES people(id);

alter table memos add constraint memos_check CHECK ((reminded <= remind_times));

alter table memos add constraint memos_check1 CHECK (((state = ANY (ARRAY['signed'::text, 'void'::text])) OR (sent_at IS NOT NULL)));

alter table memos add constraint memos_check2 CHECK (((state = ANY (ARRAY['signed'::text, 'sent'::text])) OR (ended_at IS NOT NULL)));

alter table memos add constraint memos_class_check CHECK ((class = ANY (ARRAY['public'::text, 'internal'::text, 'classified'::text, 'reserved'::text])));

alter table memos add constraint memos_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'::text));

alter table memos add constraint memos_code_key UNIQUE (code);

alter table memos add constraint memos_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id);

alter table memos add constraint memos_kind_check CHECK ((kind = ANY (ARRAY['memo'::text, 'circular'::text])));

alter table memos add constraint memos_means_check CHECK ((means = ANY (ARRAY['app'::text, 'paper'::text, 'passkey'::text])));

alter table memos add constraint memos_number_check CHECK ((number > 0));

alter table memos add constraint memos_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table memos add constraint memos_pkey PRIMARY KEY (id);

alter table memos add constraint memos_seal_check CHECK ((length(seal) = 64));

alter table memos add constraint memos_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people(id);

alter table memos add constraint memos_series_id_fkey FOREIGN KEY (series_id) REFERENCES memo_series(id);

alter table memos add constraint memos_series_id_year_number_key UNIQUE (series_id, year, number);

alter table memos add constraint memos_sha256_check CHECK ((length(sha256) = 64));

alter table memos add constraint memos_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES people(id);

alter table memos add constraint memos_state_check CHECK ((state = ANY (ARRAY['signed'::text, 'sent'::text, 'void'::text, 'replaced'::text, 'withdrawn'::text])));

alter table memos add constraint memos_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table memos add constraint memos_version_id_fkey FOREIGN KEY (version_id) REFERENCES piece_versions(id);

alter table non_working_days add constraint non_working_days_act_file_fkey FOREIGN KEY (act_file) REFERENCES files(id);

alter table non_working_days add constraint non_working_days_check CHECK ((ends_on >= starts_on));

alter table non_working_days add constraint non_working_days_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table non_working_days add constraint non_working_days_pkey PRIMARY KEY (id);

alter table non_working_days add constraint non_working_days_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people(id);

alter table non_working_days add constraint non_working_days_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table notification_choices add constraint notification_choices_mail_check CHECK ((mail = ANY (ARRAY['at_once'::text, 'digest'::text, 'never'::text])));

alter table notification_choices add constraint notification_choices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table notification_choices add constraint notification_choices_pkey PRIMARY KEY (person_id, kind);

alter table notifications add constraint notifications_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table notifications add constraint notifications_pkey PRIMARY KEY (id);

alter table outbox_letters add constraint outbox_letters_key_key UNIQUE (key);

alter table outbox_letters add constraint outbox_letters_pkey PRIMARY KEY (id);

alter table outbox_mails add constraint outbox_mails_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES outbox_letters(id);

alter table outbox_mails add constraint outbox_mails_pkey PRIMARY KEY (id);

alter table passkeys add constraint passkeys_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table passkeys add constraint passkeys_pkey PRIMARY KEY (id);

alter table people add constraint people_email_key UNIQUE (email);

alter table people add constraint people_employment_check CHECK ((employment = ANY (ARRAY['servant'::text, 'contractor'::text])));

alter table people add constraint people_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text])));

alter table people add constraint people_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

alter table people add constraint people_oidc_subject_key UNIQUE (oidc_subject);

alter table people add constraint people_pkey PRIMARY KEY (id);

alter table people add constraint people_unit_fk FOREIGN KEY (unit_id) REFERENCES units(id);

alter table piece_addresses add constraint piece_addresses_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table piece_addresses add constraint piece_addresses_pkey PRIMARY KEY (slug);

alter table piece_authors add constraint piece_authors_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table piece_authors add constraint piece_authors_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table piece_authors add constraint piece_authors_pkey PRIMARY KEY (piece_id, person_id);

alter table piece_presences add constraint piece_presences_pkey PRIMARY KEY (piece_id, person_id);

alter table piece_readers add constraint piece_readers_check CHECK (((person_id IS NULL) <> (unit_id IS NULL)));

alter table piece_readers add constraint piece_readers_named_by_fkey FOREIGN KEY (named_by) REFERENCES people(id);

alter table piece_readers add constraint piece_readers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table piece_readers add constraint piece_readers_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table piece_readers add constraint piece_readers_pkey PRIMARY KEY (id);

alter table piece_readers add constraint piece_readers_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table piece_versions add constraint piece_versions_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id);

alter table piece_versions add constraint piece_versions_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table piece_versions add constraint piece_versions_piece_id_number_key UNIQUE (piece_id, number);

alter table piece_versions add constraint piece_versions_pkey PRIMARY KEY (id);

alter table pieces add constraint pieces_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id);

alter table pieces add constraint pieces_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);

alter table pieces add constraint pieces_check CHECK (((class = ANY (ARRAY['public'::text, 'internal'::text])) OR ((class_basis <> ''::text) AND (class_since IS NOT NULL))));

alter table pieces add constraint pieces_check1 CHECK (((class <> 'reserved'::text) OR ((class_until IS NOT NULL) AND (class_until <= (class_since + '15 years'::interval)))));

alter table pieces add constraint pieces_class_check CHECK ((class = ANY (ARRAY['public'::text, 'internal'::text, 'classified'::text, 'reserved'::text])));

alter table pieces add constraint pieces_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table pieces add constraint pieces_id_class_key UNIQUE (id, class);

alter table pieces add constraint pieces_item_id_fkey FOREIGN KEY (item_id) REFERENCES plan_items(id);

alter table pieces add constraint pieces_line_check CHECK ((line = ANY (ARRAY['information'::text, 'training'::text, 'participation'::text])));

alter table pieces add constraint pieces_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id);

alter table pieces add constraint pieces_pkey PRIMARY KEY (id);

alter table pieces add constraint pieces_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id);

alter table pieces add constraint pieces_slot_fk FOREIGN KEY (slot_id) REFERENCES slots(id);

alter table pieces add constraint pieces_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'scheduled'::text, 'published'::text, 'expired'::text, 'withdrawn'::text, 'discarded'::text])));

alter table pieces add constraint pieces_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)));

alter table pieces add constraint pieces_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table plan_channels add constraint plan_channels_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);

alter table plan_channels add constraint plan_channels_class_check CHECK ((class = ANY (ARRAY['ATL'::text, 'BTL'::text, 'digital'::text])));

alter table plan_channels add constraint plan_channels_mode_check CHECK ((mode = ANY (ARRAY['online'::text, 'offline'::text])));

alter table plan_channels add constraint plan_channels_pkey PRIMARY KEY (version_id, code);

alter table plan_channels add constraint plan_channels_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_versions(id);

alter table plan_items add constraint plan_items_kind_check CHECK ((kind = ANY (ARRAY['objective'::text, 'component'::text, 'responsibility'::text, 'activity'::text, 'indicator'::text])));

alter table plan_items add constraint plan_items_pkey PRIMARY KEY (id);

alter table plan_items add constraint plan_items_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id);

alter table plan_rows add constraint plan_rows_adds_up_check CHECK ((adds_up = ANY (ARRAY['sum'::text, 'last'::text, 'average'::text, 'ratio'::text, 'percentile'::text])));

alter table plan_rows add constraint plan_rows_aligned_item_id_fkey FOREIGN KEY (aligned_item_id) REFERENCES plan_items(id);

alter table plan_rows add constraint plan_rows_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);

alter table plan_rows add constraint plan_rows_check CHECK (((kind <> 'activity'::text) OR ((starts_on IS NOT NULL) AND (ends_on IS NOT NULL) AND (ends_on >= starts_on) AND (recurrence IS NOT NULL))));

alter table plan_rows add constraint plan_rows_check1 CHECK (((kind <> 'indicator'::text) OR ((measure IS NOT NULL) AND (figure_unit IS NOT NULL) AND (direction IS NOT NULL) AND (adds_up IS NOT NULL) AND (frequency IS NOT NULL))));

alter table plan_rows add constraint plan_rows_check2 CHECK (((kind = 'objective'::text) = (parent_id IS NULL)));

alter table plan_rows add constraint plan_rows_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text])));

alter table plan_rows add constraint plan_rows_frequency_check CHECK ((frequency = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text])));

alter table plan_rows add constraint plan_rows_item_id_fkey FOREIGN KEY (item_id) REFERENCES plan_items(id);

alter table plan_rows add constraint plan_rows_kind_check CHECK ((kind = ANY (ARRAY['objective'::text, 'component'::text, 'responsibility'::text, 'activity'::text, 'indicator'::text])));

alter table plan_rows add constraint plan_rows_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES plan_items(id);

alter table plan_rows add constraint plan_rows_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table plan_rows add constraint plan_rows_pkey PRIMARY KEY (version_id, item_id);

alter table plan_rows add constraint plan_rows_recurrence_check CHECK ((recurrence = ANY (ARRAY['none'::text, 'weekly'::text, 'biweekly'::text, 'monthly'::text, 'quarterly'::text, 'yearly'::text])));

alter table plan_rows add constraint plan_rows_title_check CHECK (((length(title) >= 1) AND (length(title) <= 500)));

alter table plan_rows add constraint plan_rows_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table plan_rows add constraint plan_rows_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_versions(id);

alter table plan_rows add constraint plan_rows_version_id_kind_code_key UNIQUE (version_id, kind, code);

alter table plan_sections add constraint plan_sections_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);

alter table plan_sections add constraint plan_sections_pkey PRIMARY KEY (version_id, code);

alter table plan_sections add constraint plan_sections_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_versions(id);

alter table plan_segments add constraint plan_segments_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);

alter table plan_segments add constraint plan_segments_pkey PRIMARY KEY (version_id, code);

alter table plan_segments add constraint plan_segments_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_versions(id);

alter table plan_targets add constraint plan_targets_check CHECK ((ends_on >= starts_on));

alter table plan_targets add constraint plan_targets_pkey PRIMARY KEY (version_id, item_id, starts_on, ends_on);

alter table plan_targets add constraint plan_targets_version_id_item_id_fkey FOREIGN KEY (version_id, item_id) REFERENCES plan_rows(version_id, item_id) ON DELETE CASCADE;

alter table plan_units add constraint plan_units_pkey PRIMARY KEY (version_id, unit_id);

alter table plan_units add constraint plan_units_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table plan_units add constraint plan_units_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_versions(id);

alter table plan_version_authors add constraint plan_version_authors_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table plan_version_authors add constraint plan_version_authors_pkey PRIMARY KEY (version_id, person_id);

alter table plan_version_authors add constraint plan_version_authors_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_versions(id);

alter table plan_version_moves add constraint plan_version_moves_move_check CHECK ((move = ANY (ARRAY['submit'::text, 'return'::text, 'approve'::text, 'put_in_force'::text, 'close'::text])));

alter table plan_version_moves add constraint plan_version_moves_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table plan_version_moves add constraint plan_version_moves_pkey PRIMARY KEY (id);

alter table plan_version_moves add constraint plan_version_moves_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_versions(id);

alter table plan_versions add constraint plan_versions_based_on_fkey FOREIGN KEY (based_on) REFERENCES plan_versions(id);

alter table plan_versions add constraint plan_versions_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table plan_versions add constraint plan_versions_pkey PRIMARY KEY (id);

alter table plan_versions add constraint plan_versions_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id);

alter table plan_versions add constraint plan_versions_plan_id_number_key UNIQUE (plan_id, number);

alter table plan_versions add constraint plan_versions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'in_force'::text, 'closed'::text])));

alter table plans add constraint plans_check CHECK ((ends_on > starts_on));

alter table plans add constraint plans_check1 CHECK ((parent_id <> id));

alter table plans add constraint plans_code_check CHECK ((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));

alter table plans add constraint plans_code_key UNIQUE (code);

alter table plans add constraint plans_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table plans add constraint plans_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES plans(id);

alter table plans add constraint plans_pkey PRIMARY KEY (id);

alter table plans add constraint plans_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)));

alter table plans add constraint plans_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table playlist_groups add constraint playlist_groups_group_id_fkey FOREIGN KEY (group_id) REFERENCES screen_groups(id);

alter table playlist_groups add constraint playlist_groups_pkey PRIMARY KEY (playlist_id, group_id);

alter table playlist_groups add constraint playlist_groups_playlist_id_fkey FOREIGN KEY (playlist_id) REFERENCES playlists(id);

alter table playlist_items add constraint playlist_items_kind_check CHECK ((kind = ANY (ARRAY['pieces'::text, 'piece'::text, 'asset'::text, 'clock'::text, 'agenda'::text, 'figure'::text])));

alter table playlist_items add constraint playlist_items_pkey PRIMARY KEY (playlist_id, "position");

alter table playlist_items add constraint playlist_items_playlist_id_fkey FOREIGN KEY (playlist_id) REFERENCES playlists(id);

alter table playlist_items add constraint playlist_items_seconds_check CHECK (((seconds >= 4) AND (seconds <= 600)));

alter table playlists add constraint playlists_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);

alter table playlists add constraint playlists_check CHECK ((until_day >= from_day));

alter table playlists add constraint playlists_check1 CHECK (((from_time IS NULL) = (until_time IS NULL)));

alter table playlists add constraint playlists_days_check CHECK (((days <@ '{1,2,3,4,5,6,7}'::integer[]) AND (cardinality(days) > 0)));

alter table playlists add constraint playlists_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));

alter table playlists add constraint playlists_pkey PRIMARY KEY (id);

alter table playlists add constraint playlists_priority_check CHECK (((priority >= 1) AND (priority <= 5)));

alter table prints add constraint prints_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES dispatches(id);

alter table prints add constraint prints_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table prints add constraint prints_pkey PRIMARY KEY (dispatch_id, sheet);

alter table prints add constraint prints_sheet_check CHECK ((sheet = ANY (ARRAY['card'::text, 'leaflet'::text, 'poster'::text])));

alter table progress_reports add constraint progress_reports_item_id_fkey FOREIGN KEY (item_id) REFERENCES plan_items(id);

alter table progress_reports add constraint progress_reports_percent_check CHECK (((percent >= 0) AND (percent <= 100)));

alter table progress_reports add constraint progress_reports_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table progress_reports add constraint progress_reports_pkey PRIMARY KEY (id);

alter table progress_reports add constraint progress_reports_state_check CHECK ((state = ANY (ARRAY['not_started'::text, 'under_way'::text, 'done'::text, 'cancelled'::text])));

alter table publications add constraint publications_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id);

alter table publications add constraint publications_class_guard CHECK (((class = 'public'::text) OR (NOT in_public)));

alter table publications add constraint publications_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES dispatches(id);

alter table publications add constraint publications_piece_id_class_fkey FOREIGN KEY (piece_id, class) REFERENCES pieces(id, class) ON UPDATE CASCADE;

alter table publications add constraint publications_pkey PRIMARY KEY (dispatch_id);

alter table publications add constraint publications_state_check CHECK ((state = ANY (ARRAY['out'::text, 'expired'::text, 'withdrawn'::text, 'replaced'::text])));

alter table publications add constraint publications_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table purpose_texts add constraint purpose_texts_pkey PRIMARY KEY (purpose, number);

alter table purpose_texts add constraint purpose_texts_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id);

alter table purpose_texts add constraint purpose_texts_purpose_fkey FOREIGN KEY (purpose) REFERENCES purposes(code);

alter table purpose_texts add constraint purpose_texts_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)));

alter table purposes add constraint purposes_code_check CHECK ((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));

alter table purposes add constraint purposes_means_check CHECK ((means = ANY (ARRAY['mail'::text, 'push'::text, 'visits'::text])));

alter table purposes add constraint purposes_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));

alter table purposes add constraint purposes_pkey PRIMARY KEY (code);

alter table push_deliveries add constraint push_deliveries_message_id_fkey FOREIGN KEY (message_id) REFERENCES push_messages(id);

alter table push_deliveries add constraint push_deliveries_pkey PRIMARY KEY (message_id, subscription_id);

alter table push_deliveries add constraint push_deliveries_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'attempted'::text, 'accepted'::text, 'unknown'::text, 'expired'::text, 'refused'::text, 'late'::text, 'cancelled'::text])));

alter table push_keys add constraint push_keys_id_check CHECK ((id = 1));

alter table push_keys add constraint push_keys_pkey PRIMARY KEY (id);

alter table push_messages add constraint push_messages_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES dispatches(id);

alter table push_messages add constraint push_messages_pkey PRIMARY KEY (id);

alter table push_refusals add constraint push_refusals_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table push_refusals add constraint push_refusals_pkey PRIMARY KEY (person_id);

alter table push_subscriptions add constraint push_subscriptions_check CHECK (((person_id IS NULL) <> (contact_id IS NULL)));

alter table push_subscriptions add constraint push_subscriptions_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id);

alter table push_subscriptions add constraint push_subscriptions_endpoint_check CHECK ((length(endpoint) <= 2000));

alter table push_subscriptions add constraint push_subscriptions_endpoint_key UNIQUE (endpoint);

alter table push_subscriptions add constraint push_subscriptions_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text])));

alter table push_subscriptions add constraint push_subscriptions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table push_subscriptions add constraint push_subscriptions_pkey PRIMARY KEY (id);

alter table push_subscriptions add constraint push_subscriptions_token_sha256_check CHECK ((length(token_sha256) = 64));

alter table push_subscriptions add constraint push_subscriptions_token_sha256_key UNIQUE (token_sha256);

alter table rate_limits add constraint rate_limits_pkey PRIMARY KEY (key);

alter table reactions add constraint reactions_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id);

alter table reactions add constraint reactions_event_id_reaction_key UNIQUE (event_id, reaction);

alter table reactions add constraint reactions_pkey PRIMARY KEY (id);

alter table reading_decisions add constraint reading_decisions_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'returned'::text])));

alter table reading_decisions add constraint reading_decisions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table reading_decisions add constraint reading_decisions_pkey PRIMARY KEY (reading_id);

alter table reading_decisions add constraint reading_decisions_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES readings(id);

alter table readings add constraint readings_check CHECK ((ends_on >= starts_on));

alter table readings add constraint readings_check1 CHECK (((corrects IS NULL) OR (reason <> ''::text)));

alter table readings add constraint readings_corrects_fkey FOREIGN KEY (corrects) REFERENCES readings(id);

alter table readings add constraint readings_corrects_key UNIQUE (corrects);

alter table readings add constraint readings_item_id_fkey FOREIGN KEY (item_id) REFERENCES plan_items(id);

alter table readings add constraint readings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table readings add constraint readings_pkey PRIMARY KEY (id);

alter table receipts add constraint receipts_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES dispatches(id);

alter table receipts add constraint receipts_kind_check CHECK ((kind = ANY (ARRAY['seen'::text, 'confirmed'::text])));

alter table receipts add constraint receipts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table receipts add constraint receipts_pkey PRIMARY KEY (dispatch_id, person_id, kind);

alter table recovery_codes add constraint recovery_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table recovery_codes add constraint recovery_codes_pkey PRIMARY KEY (person_id, code_hash);

alter table renditions add constraint renditions_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);

alter table renditions add constraint renditions_channel_fkey FOREIGN KEY (channel) REFERENCES channels(code);

alter table renditions add constraint renditions_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table renditions add constraint renditions_pkey PRIMARY KEY (piece_id, channel);

alter table request_files add constraint request_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table request_files add constraint request_files_pkey PRIMARY KEY (request_id, file_id);

alter table request_files add constraint request_files_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id);

alter table request_followings add constraint request_followings_pkey PRIMARY KEY (token_hash);

alter table request_followings add constraint request_followings_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id);

alter table request_links add constraint request_links_code_key UNIQUE (code);

alter table request_links add constraint request_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table request_links add constraint request_links_pkey PRIMARY KEY (id);

alter table request_links add constraint request_links_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table request_moves add constraint request_moves_move_check CHECK ((move = ANY (ARRAY['ask'::text, 'say'::text, 'accept'::text, 'return'::text, 'answer'::text, 'assign'::text, 'merge'::text, 'finish'::text, 'withdraw'::text])));

alter table request_moves add constraint request_moves_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table request_moves add constraint request_moves_pkey PRIMARY KEY (id);

alter table request_moves add constraint request_moves_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id);

alter table requests add constraint requests_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id);

alter table requests add constraint requests_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES people(id);

alter table requests add constraint requests_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id);

alter table requests add constraint requests_check CHECK (((asked_by IS NOT NULL) OR (asker_email IS NOT NULL)));

alter table requests add constraint requests_check1 CHECK (((merged_into IS NULL) OR (merged_into <> id)));

alter table requests add constraint requests_class_check CHECK ((class = ANY (ARRAY['public'::text, 'internal'::text, 'classified'::text, 'reserved'::text])));

alter table requests add constraint requests_item_id_fkey FOREIGN KEY (item_id) REFERENCES plan_items(id);

alter table requests add constraint requests_link_id_fkey FOREIGN KEY (link_id) REFERENCES request_links(id);

alter table requests add constraint requests_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES requests(id);

alter table requests add constraint requests_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table requests add constraint requests_pkey PRIMARY KEY (id);

alter table requests add constraint requests_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'returned'::text, 'accepted'::text, 'done'::text, 'merged'::text, 'withdrawn'::text])));

alter table requests add constraint requests_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));

alter table requests add constraint requests_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table review_steps add constraint review_steps_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id);

alter table review_steps add constraint review_steps_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table review_steps add constraint review_steps_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table review_steps add constraint review_steps_pkey PRIMARY KEY (id);

alter table review_steps add constraint review_steps_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES people(id);

alter table review_steps add constraint review_steps_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'asked'::text, 'passed'::text, 'returned'::text, 'void'::text])));

alter table review_steps add constraint review_steps_step_check CHECK ((step = ANY (ARRAY['editor'::text, 'unit'::text, 'legal'::text, 'planning'::text, 'spokesperson'::text, 'approval'::text])));

alter table review_steps add constraint review_steps_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table review_steps add constraint review_steps_version_id_fkey FOREIGN KEY (version_id) REFERENCES piece_versions(id);

alter table saved_views add constraint saved_views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)));

alter table saved_views add constraint saved_views_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table saved_views add constraint saved_views_person_id_place_name_key UNIQUE (person_id, place, name);

alter table saved_views add constraint saved_views_pkey PRIMARY KEY (id);

alter table saved_views add constraint saved_views_query_check CHECK ((length(query) <= 2000));

alter table screen_beats add constraint screen_beats_pkey PRIMARY KEY (screen_id);

alter table screen_beats add constraint screen_beats_screen_id_fkey FOREIGN KEY (screen_id) REFERENCES screens(id);

alter table screen_groups add constraint screen_groups_check CHECK (((on_from IS NULL) = (on_until IS NULL)));

alter table screen_groups add constraint screen_groups_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));

alter table screen_groups add constraint screen_groups_pkey PRIMARY KEY (id);

alter table screen_groups add constraint screen_groups_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES people(id);

alter table screen_pairings add constraint screen_pairings_code_key UNIQUE (code);

alter table screen_pairings add constraint screen_pairings_pkey PRIMARY KEY (id);

alter table screen_pairings add constraint screen_pairings_screen_id_fkey FOREIGN KEY (screen_id) REFERENCES screens(id);

alter table screen_pairings add constraint screen_pairings_secret_sha256_key UNIQUE (secret_sha256);

alter table screen_piece_groups add constraint screen_piece_groups_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES dispatches(id);

alter table screen_piece_groups add constraint screen_piece_groups_group_id_fkey FOREIGN KEY (group_id) REFERENCES screen_groups(id);

alter table screen_piece_groups add constraint screen_piece_groups_pkey PRIMARY KEY (dispatch_id, group_id);

alter table screen_play_days add constraint screen_play_days_pkey PRIMARY KEY (day, screen_id, item);

alter table screen_play_days add constraint screen_play_days_screen_id_fkey FOREIGN KEY (screen_id) REFERENCES screens(id);

alter table screen_plays add constraint screen_plays_pkey PRIMARY KEY (screen_id, item, started_at);

alter table screen_plays add constraint screen_plays_screen_id_fkey FOREIGN KEY (screen_id) REFERENCES screens(id);

alter table screen_plays add constraint screen_plays_seconds_check CHECK (((seconds >= 0) AND (seconds <= 3600)));

alter table screens add constraint screens_adopted_by_fkey FOREIGN KEY (adopted_by) REFERENCES people(id);

alter table screens add constraint screens_group_id_fkey FOREIGN KEY (group_id) REFERENCES screen_groups(id);

alter table screens add constraint screens_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));

alter table screens add constraint screens_orientation_check CHECK ((orientation = ANY (ARRAY['lying'::text, 'standing'::text])));

alter table screens add constraint screens_pkey PRIMARY KEY (id);

alter table screens add constraint screens_place_check CHECK ((length(place) <= 200));

alter table screens add constraint screens_token_sha256_key UNIQUE (token_sha256);

alter table screens add constraint screens_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table segments add constraint segments_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id);

alter table segments add constraint segments_code_check CHECK ((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));

alter table segments add constraint segments_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table segments add constraint segments_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

alter table segments add constraint segments_pkey PRIMARY KEY (code);

alter table sending_kinds add constraint sending_kinds_pkey PRIMARY KEY (code);

alter table sessions add constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table sessions add constraint sessions_pkey PRIMARY KEY (id);

alter table sessions add constraint sessions_token_hash_key UNIQUE (token_hash);

alter table sessions add constraint sessions_trusted_device_id_fkey FOREIGN KEY (trusted_device_id) REFERENCES trusted_devices(id);

alter table setup add constraint setup_emblem_file_fkey FOREIGN KEY (emblem_file) REFERENCES files(id);

alter table setup add constraint setup_id_check CHECK ((id = 1));

alter table setup add constraint setup_pkey PRIMARY KEY (id);

alter table sign_in_attempts add constraint sign_in_attempts_pkey PRIMARY KEY (key);

alter table sign_in_steps add constraint sign_in_steps_kind_check CHECK ((kind = ANY (ARRAY['second_factor'::text, 'passkey'::text, 'passkey_registration'::text, 'oidc'::text])));

alter table sign_in_steps add constraint sign_in_steps_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table sign_in_steps add constraint sign_in_steps_pkey PRIMARY KEY (token_hash);

alter table sites add constraint sites_code_check CHECK ((code ~ '^[a-z0-9-]{1,60}$'::text));

alter table sites add constraint sites_code_key UNIQUE (code);

alter table sites add constraint sites_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table sites add constraint sites_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));

alter table sites add constraint sites_pkey PRIMARY KEY (id);

alter table sites add constraint sites_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table slots add constraint slots_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table slots add constraint slots_item_id_fkey FOREIGN KEY (item_id) REFERENCES plan_items(id);

alter table slots add constraint slots_line_check CHECK ((line = ANY (ARRAY['information'::text, 'training'::text, 'participation'::text])));

alter table slots add constraint slots_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

alter table slots add constraint slots_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id);

alter table slots add constraint slots_pkey PRIMARY KEY (id);

alter table slots add constraint slots_recurrence_check CHECK ((recurrence = ANY (ARRAY['weekly'::text, 'biweekly'::text, 'monthly'::text, 'quarterly'::text, 'yearly'::text])));

alter table slots add constraint slots_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table snippets add constraint snippets_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));

alter table snippets add constraint snippets_name_key UNIQUE (name);

alter table snippets add constraint snippets_pkey PRIMARY KEY (id);

alter table snippets add constraint snippets_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);

alter table stand_ins add constraint stand_ins_check CHECK ((ends_on >= starts_on));

alter table stand_ins add constraint stand_ins_check1 CHECK ((stand_in_id <> person_id));

alter table stand_ins add constraint stand_ins_named_by_fkey FOREIGN KEY (named_by) REFERENCES people(id);

alter table stand_ins add constraint stand_ins_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table stand_ins add constraint stand_ins_pkey PRIMARY KEY (id);

alter table stand_ins add constraint stand_ins_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES people(id);

alter table subscriptions add constraint subscriptions_pkey PRIMARY KEY (id);

alter table subscriptions add constraint subscriptions_token_sha256_key UNIQUE (token_sha256);

alter table suggestions add constraint suggestions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id);

alter table suggestions add constraint suggestions_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'declined'::text])));

alter table suggestions add constraint suggestions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table suggestions add constraint suggestions_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table suggestions add constraint suggestions_pkey PRIMARY KEY (id);

alter table suppressions add constraint suppressions_email_sha256_check CHECK ((length(email_sha256) = 64));

alter table suppressions add constraint suppressions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table suppressions add constraint suppressions_pkey PRIMARY KEY (email_sha256);

alter table suppressions add constraint suppressions_reason_check CHECK ((reason = ANY (ARRAY['asked'::text, 'erased'::text, 'bounced'::text, 'complained'::text])));

alter table takeover_groups add constraint takeover_groups_group_id_fkey FOREIGN KEY (group_id) REFERENCES screen_groups(id);

alter table takeover_groups add constraint takeover_groups_pkey PRIMARY KEY (takeover_id, group_id);

alter table takeover_groups add constraint takeover_groups_takeover_id_fkey FOREIGN KEY (takeover_id) REFERENCES takeovers(id);

alter table takeovers add constraint takeovers_address_check CHECK ((length(address) <= 120));

alter table takeovers add constraint takeovers_check CHECK ((until > started_at));

alter table takeovers add constraint takeovers_given_back_by_fkey FOREIGN KEY (given_back_by) REFERENCES people(id);

alter table takeovers add constraint takeovers_kind_check CHECK ((kind = ANY (ARRAY['alert'::text, 'notice'::text, 'drill'::text])));

alter table takeovers add constraint takeovers_pkey PRIMARY KEY (id);

alter table takeovers add constraint takeovers_started_by_fkey FOREIGN KEY (started_by) REFERENCES people(id);

alter table takeovers add constraint takeovers_steps_check CHECK ((cardinality(steps) <= 3));

alter table takeovers add constraint takeovers_text_check CHECK ((length(text) <= 400));

alter table takeovers add constraint takeovers_title_check CHECK (((length(title) >= 1) AND (length(title) <= 90)));

alter table terms add constraint terms_pkey PRIMARY KEY (id);

alter table terms add constraint terms_sort_check CHECK ((sort = ANY (ARRAY['term'::text, 'jargon'::text, 'forbidden'::text, 'official'::text])));

alter table terms add constraint terms_term_check CHECK (((length(term) >= 1) AND (length(term) <= 120)));

alter table terms add constraint terms_term_key UNIQUE (term);

alter table terms add constraint terms_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id);

alter table trusted_devices add constraint trusted_devices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table trusted_devices add constraint trusted_devices_pkey PRIMARY KEY (id);

alter table trusted_devices add constraint trusted_devices_token_hash_key UNIQUE (token_hash);

alter table unit_ancestors add constraint unit_ancestors_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES units(id);

alter table unit_ancestors add constraint unit_ancestors_pkey PRIMARY KEY (unit_id, ancestor_id);

alter table unit_ancestors add constraint unit_ancestors_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

alter table units add constraint units_check CHECK ((parent_id <> id));

alter table units add constraint units_code_check CHECK ((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));

alter table units add constraint units_code_key UNIQUE (code);

alter table units add constraint units_head_id_fkey FOREIGN KEY (head_id) REFERENCES people(id);

alter table units add constraint units_liaison_id_fkey FOREIGN KEY (liaison_id) REFERENCES people(id);

alter table units add constraint units_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

alter table units add constraint units_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES units(id);

alter table units add constraint units_pkey PRIMARY KEY (id);

alter table visit_batches add constraint visit_batches_pkey PRIMARY KEY (id);

alter table visit_days add constraint visit_days_origin_check CHECK ((origin = ANY (ARRAY['own'::text, 'matomo'::text, 'umami'::text, 'csv'::text])));

alter table visit_days add constraint visit_days_pkey PRIMARY KEY (day, site_id, section, source, origin);

alter table visit_days add constraint visit_days_source_check CHECK ((source = ANY (ARRAY['search'::text, 'social'::text, 'mail'::text, 'direct'::text, 'inside'::text, 'other'::text])));

alter table visit_hosts add constraint visit_hosts_pkey PRIMARY KEY (month, site_id, section, source, host, origin);

alter table visit_import_faults add constraint visit_import_faults_import_id_fkey FOREIGN KEY (import_id) REFERENCES visit_imports(id);

alter table visit_import_faults add constraint visit_import_faults_pkey PRIMARY KEY (import_id, "row");

alter table visit_imports add constraint visit_imports_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table visit_imports add constraint visit_imports_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table visit_imports add constraint visit_imports_origin_check CHECK ((origin = ANY (ARRAY['matomo'::text, 'umami'::text, 'csv'::text])));

alter table visit_imports add constraint visit_imports_pkey PRIMARY KEY (id);

alter table visit_imports add constraint visit_imports_state_check CHECK ((state = ANY (ARRAY['matching'::text, 'running'::text, 'done'::text, 'stopped'::text, 'failed'::text])));

alter table visitor_salts add constraint visitor_salts_pkey PRIMARY KEY (day);

alter table visitor_sessions add constraint visitor_sessions_pkey PRIMARY KEY (day, site_id, visitor, section);

alter table waivers add constraint waivers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table waivers add constraint waivers_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id);

alter table waivers add constraint waivers_pkey PRIMARY KEY (id);

alter table waivers add constraint waivers_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 2000)));

CREATE INDEX agreement_signatures_person ON public.agreement_signatures USING btree (person_id, expires_on DESC);

CREATE INDEX annotations_item ON public.annotations USING btree (item_id, starts_on);

CREATE UNIQUE INDEX approvals_current ON public.approvals USING btree (piece_id) WHERE (voided_at IS NULL);

CREATE INDEX asset_uses_piece ON public.asset_uses USING btree (piece_id);

CREATE INDEX assets_captions ON public.assets USING btree (captions_file) WHERE (captions_file IS NOT NULL);

CREATE INDEX assets_expires ON public.assets USING btree (expires_on) WHERE ((expires_on IS NOT NULL) AND (withdrawn_at IS NULL));

CREATE INDEX assets_guardian ON public.assets USING btree (guardian_file) WHERE (guardian_file IS NOT NULL);

CREATE INDEX assets_list ON public.assets USING btree (uploaded_at DESC, id DESC) WHERE (withdrawn_at IS NULL);

CREATE INDEX assets_piece ON public.assets USING btree (piece_id) WHERE (piece_id IS NOT NULL);

CREATE INDEX assets_release ON public.assets USING btree (release_file) WHERE (release_file IS NOT NULL);

CREATE INDEX assets_search ON public.assets USING gin (search);

CREATE INDEX assets_tags ON public.assets USING gin (tags);

CREATE INDEX assets_title ON public.assets USING gin (plain(title) gin_trgm_ops);

CREATE INDEX audit_entries_action ON public.audit_entries USING btree (action, id DESC);

CREATE INDEX audit_entries_actor ON public.audit_entries USING btree (actor_id, id DESC);

CREATE INDEX audit_entries_at ON public.audit_entries USING btree (at DESC, id DESC);

CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (subject_type, subject_id, id DESC);

CREATE INDEX campaign_actions_campaign ON public.campaign_actions USING btree (campaign_id, starts_on);

CREATE INDEX campaign_lines_campaign ON public.campaign_lines USING btree (campaign_id, "position");

CREATE INDEX campaign_results_campaign ON public.campaign_results USING btree (campaign_id, id);

CREATE INDEX campaign_spends_campaign ON public.campaign_spends USING btree (campaign_id, spent_on);

CREATE INDEX campaigns_dates ON public.campaigns USING btree (starts_on, ends_on);

CREATE INDEX campaigns_item ON public.campaigns USING btree (item_id) WHERE (item_id IS NOT NULL);

CREATE INDEX campaigns_name ON public.campaigns USING gin (plain(name) gin_trgm_ops);

CREATE INDEX campaigns_unit ON public.campaigns USING btree (unit_id);

CREATE INDEX comments_piece ON public.comments USING btree (piece_id, id);

CREATE INDEX consents_contact ON public.consents USING btree (contact_id, purpose, at DESC, id DESC);

CREATE INDEX consents_import ON public.consents USING btree (import_id) WHERE (import_id IS NOT NULL);

CREATE INDEX consents_purpose ON public.consents USING btree (purpose, at DESC, id DESC);

CREATE INDEX contact_import_changes_contact ON public.contact_import_changes USING btree (contact_id);

CREATE INDEX contact_imports_due ON public.contact_imports USING btree (id) WHERE (state = ANY (ARRAY['running'::text, 'undoing'::text]));

CREATE INDEX contact_imports_list ON public.contact_imports USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX contacts_email ON public.contacts USING btree (email) WHERE ((erased_at IS NULL) AND (email IS NOT NULL));

CREATE INDEX contacts_import ON public.contacts USING btree (import_id, id) WHERE (import_id IS NOT NULL);

CREATE INDEX contacts_kind ON public.contacts USING btree (kind) WHERE (erased_at IS NULL);

CREATE INDEX contacts_kind_list ON public.contacts USING btree (kind, plain(name), id) WHERE (erased_at IS NULL);

CREATE INDEX contacts_mail_hash ON public.contacts USING btree (mail_hash(email)) WHERE ((erased_at IS NULL) AND (email IS NOT NULL));

CREATE INDEX contacts_merged ON public.contacts USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX contacts_old ON public.contacts USING btree (changed_at) WHERE ((purposes = '{}'::text[]) AND (kind <> 'staff'::text) AND (erased_at IS NULL));

CREATE INDEX contacts_order ON public.contacts USING btree (plain(name), id) WHERE (erased_at IS NULL);

CREATE INDEX contacts_phone ON public.contacts USING btree (phone) WHERE ((phone IS NOT NULL) AND (erased_at IS NULL));

CREATE INDEX contacts_purposes ON public.contacts USING gin (purposes) WHERE (erased_at IS NULL);

CREATE INDEX contacts_region ON public.contacts USING btree (region) WHERE (erased_at IS NULL);

CREATE INDEX contacts_search ON public.contacts USING gin (plain(((((name || ' '::text) || COALESCE((email)::text, ''::text)) || ' '::text) || organization)) gin_trgm_ops) WHERE (erased_at IS NULL);

CREATE INDEX contacts_silent ON public.contacts USING btree (plain(name), id) WHERE ((purposes = '{}'::text[]) AND (kind <> 'staff'::text) AND (erased_at IS NULL));

CREATE INDEX contacts_stopped ON public.contacts USING btree (id) WHERE (stopped AND (erased_at IS NULL));

CREATE INDEX contacts_unit ON public.contacts USING btree (unit_id) WHERE (unit_id IS NOT NULL);

CREATE INDEX counted_letters_mailing ON public.counted_letters USING btree (mailing_id) WHERE (mailing_id IS NOT NULL);

CREATE INDEX data_requests_contact ON public.data_requests USING btree (contact_id) WHERE (contact_id IS NOT NULL);

CREATE INDEX data_requests_due ON public.data_requests USING btree (due_on, id) WHERE (state = ANY (ARRAY['open'::text, 'incomplete'::text]));

CREATE INDEX data_requests_list ON public.data_requests USING btree (received_at DESC, id DESC);

CREATE INDEX dispatch_moves_dispatch ON public.dispatch_moves USING btree (dispatch_id, id);

CREATE INDEX dispatches_by_channel_out ON public.dispatches USING btree (channel, delivered_at DESC, id DESC) WHERE (state = 'delivered'::text);

CREATE INDEX dispatches_due ON public.dispatches USING btree (due_at, id) WHERE (state = 'scheduled'::text);

CREATE INDEX dispatches_list ON public.dispatches USING btree (scheduled_at DESC, id DESC);

CREATE UNIQUE INDEX dispatches_open ON public.dispatches USING btree (source_type, source_id, channel) WHERE (state = ANY (ARRAY['scheduled'::text, 'held'::text, 'waiting'::text, 'sending'::text]));

CREATE UNIQUE INDEX dispatches_out ON public.dispatches USING btree (source_type, source_id, channel) WHERE (state = 'delivered'::text);

CREATE INDEX dispatches_source ON public.dispatches USING btree (source_type, source_id, id);

CREATE INDEX dispatches_state ON public.dispatches USING btree (state, scheduled_at DESC, id DESC);

CREATE INDEX dispatches_title ON public.dispatches USING gin (plain(title) gin_trgm_ops);

CREATE INDEX events_subject ON public.events USING btree (subject_type, subject_id, id);

CREATE INDEX evidences_reading ON public.evidences USING btree (reading_id);

CREATE INDEX evidences_report ON public.evidences USING btree (report_id);

CREATE INDEX facts_measure ON ONLY public.facts USING btree (measure, day DESC, id DESC);

CREATE UNIQUE INDEX facts_once ON ONLY public.facts USING btree (day, measure, record_type, record_id, event_id) WHERE (event_id IS NOT NULL);

CREATE INDEX facts_piece ON ONLY public.facts USING btree (piece_id, measure, day) WHERE (piece_id IS NOT NULL);

CREATE INDEX facts_record ON ONLY public.facts USING btree (record_type, record_id, measure);

CREATE INDEX files_sha256 ON public.files USING btree (sha256);

CREATE UNIQUE INDEX grants_current ON public.grants USING btree (person_id, role, COALESCE(unit_id, (0)::bigint)) WHERE (ended_at IS NULL);

CREATE INDEX interactions_about ON public.interactions USING btree (act, about, day, contact_id);

CREATE INDEX interactions_import ON public.interactions USING btree (import_id, id) WHERE (import_id IS NOT NULL);

CREATE INDEX invitations_person ON public.invitations USING btree (person_id, created_at DESC);

CREATE INDEX kept_forms_expires ON public.kept_forms USING btree (expires_at);

CREATE INDEX letter_days_untold ON public.letter_days USING btree (letter_id, number, day, shard) WHERE (told <> count);

CREATE INDEX looked_links_asked ON public.looked_links USING btree (asked_at) WHERE (state = 'asked'::text);

CREATE INDEX looked_links_piece ON public.looked_links USING btree (piece_id);

CREATE INDEX mail_grants_server ON public.mail_grants USING btree (server, at);

CREATE INDEX mail_returns_contact ON public.mail_returns USING btree (contact_id, at) WHERE (contact_id IS NOT NULL);

CREATE INDEX mail_returns_kind ON public.mail_returns USING btree (kind, at DESC, id DESC);

CREATE INDEX mail_returns_list ON public.mail_returns USING btree (at DESC, id DESC);

CREATE INDEX mail_returns_mailing ON public.mail_returns USING btree (mailing_id) WHERE (mailing_id IS NOT NULL);

CREATE INDEX mail_returns_recipient ON public.mail_returns USING btree (recipient_id) WHERE (recipient_id IS NOT NULL);

CREATE INDEX mail_returns_status ON public.mail_returns USING btree (status, at DESC, id DESC);

CREATE INDEX mailing_approvals_mailing ON public.mailing_approvals USING btree (mailing_id, id);

CREATE INDEX mailing_moves_mailing ON public.mailing_moves USING btree (mailing_id, id);

CREATE INDEX mailing_recipients_attempted ON public.mailing_recipients USING btree (worker) WHERE (state = 'attempted'::text);

CREATE INDEX mailing_recipients_contact ON public.mailing_recipients USING btree (contact_id);

CREATE INDEX mailing_recipients_queue ON public.mailing_recipients USING btree (mailing_id, wave, id) WHERE (state = 'queued'::text);

CREATE INDEX mailing_recipients_state ON public.mailing_recipients USING btree (mailing_id, state, id);

CREATE INDEX mailings_due ON public.mailings USING btree (due_at, id) WHERE (state = ANY (ARRAY['scheduled'::text, 'sending'::text]));

CREATE INDEX mailings_list ON public.mailings USING btree (drafted_at DESC, id DESC);

CREATE INDEX mailings_source ON public.mailings USING btree (source_type, source_id, id);

CREATE INDEX mailings_state ON public.mailings USING btree (state, drafted_at DESC, id DESC);

CREATE INDEX mailings_title ON public.mailings USING gin (plain(title) gin_trgm_ops);

CREATE UNIQUE INDEX memo_recipients_name ON public.memo_recipients USING btree (memo_id, unit_id, name) WHERE (person_id IS NULL);

CREATE INDEX memo_recipients_owed ON public.memo_recipients USING btree (person_id) WHERE (read_at IS NULL);

CREATE UNIQUE INDEX memo_recipients_person ON public.memo_recipients USING btree (memo_id, person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX memo_recipients_unit ON public.memo_recipients USING btree (memo_id, unit_id, means);

CREATE UNIQUE INDEX memo_series_open ON public.memo_series USING btree (kind, COALESCE(unit_id, (0)::bigint)) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX memo_sheets_corrects ON public.memo_sheets USING btree (corrects) WHERE (corrects IS NOT NULL);

CREATE INDEX memo_sheets_file ON public.memo_sheets USING btree (file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX memo_sheets_memo ON public.memo_sheets USING btree (memo_id, id);

CREATE INDEX memos_list ON public.memos USING btree (signed_at DESC, id DESC);

CREATE INDEX memos_piece ON public.memos USING btree (piece_id, id);

CREATE INDEX memos_remind ON public.memos USING btree (remind_on) WHERE ((state = 'sent'::text) AND (remind_on IS NOT NULL));

CREATE UNIQUE INDEX memos_sent ON public.memos USING btree (piece_id) WHERE (state = 'sent'::text);

CREATE UNIQUE INDEX memos_signed ON public.memos USING btree (piece_id) WHERE (state = 'signed'::text);

CREATE INDEX memos_state ON public.memos USING btree (state, signed_at DESC, id DESC);

CREATE INDEX memos_unit ON public.memos USING btree (unit_id, signed_at DESC);

CREATE INDEX memos_words ON public.memos USING gin (plain(words) gin_trgm_ops);

CREATE INDEX non_working_days_range ON public.non_working_days USING btree (starts_on, ends_on) WHERE (revoked_at IS NULL);

CREATE INDEX notifications_person ON public.notifications USING btree (person_id, id DESC);

CREATE INDEX notifications_subject ON public.notifications USING btree (subject_type, subject_id) WHERE (read_at IS NULL);

CREATE INDEX notifications_unmailed ON public.notifications USING btree (person_id, id) WHERE ((mailed_at IS NULL) AND (read_at IS NULL));

CREATE INDEX notifications_unread ON public.notifications USING btree (person_id) WHERE (read_at IS NULL);

CREATE INDEX outbox_mails_waiting ON public.outbox_mails USING btree (id) WHERE (attempted_at IS NULL);

CREATE INDEX passkeys_person ON public.passkeys USING btree (person_id);

CREATE INDEX people_mail ON public.people USING gin (plain((email)::text) gin_trgm_ops);

CREATE INDEX people_name ON public.people USING gin (plain(name) gin_trgm_ops);

CREATE INDEX people_order ON public.people USING btree (plain(name), id);

CREATE INDEX people_unit ON public.people USING btree (unit_id) WHERE (left_at IS NULL);

CREATE INDEX piece_authors_person ON public.piece_authors USING btree (person_id);

CREATE INDEX piece_readers_person ON public.piece_readers USING btree (person_id) WHERE (ended_at IS NULL);

CREATE INDEX piece_readers_piece ON public.piece_readers USING btree (piece_id) WHERE (ended_at IS NULL);

CREATE INDEX pieces_campaign ON public.pieces USING btree (campaign_id) WHERE (campaign_id IS NOT NULL);

CREATE INDEX pieces_changed ON public.pieces USING btree (changed_at DESC, id DESC);

CREATE INDEX pieces_due ON public.pieces USING btree (due_on) WHERE (due_on IS NOT NULL);

CREATE INDEX pieces_expires ON public.pieces USING btree (expires_on) WHERE ((state = 'published'::text) AND (expires_on IS NOT NULL));

CREATE INDEX pieces_item ON public.pieces USING btree (item_id) WHERE (item_id IS NOT NULL);

CREATE INDEX pieces_kind ON public.pieces USING btree (kind, changed_at DESC);

CREATE INDEX pieces_owner ON public.pieces USING btree (owner_id, state);

CREATE INDEX pieces_publish ON public.pieces USING btree (publish_at) WHERE (publish_at IS NOT NULL);

CREATE INDEX pieces_published ON public.pieces USING btree (published_at) WHERE (published_at IS NOT NULL);

CREATE INDEX pieces_request ON public.pieces USING btree (request_id) WHERE (request_id IS NOT NULL);

CREATE INDEX pieces_review ON public.pieces USING btree (review_on) WHERE ((state = 'published'::text) AND (review_on IS NOT NULL));

CREATE INDEX pieces_search ON public.pieces USING gin (search) WHERE (class = ANY (ARRAY['public'::text, 'internal'::text]));

CREATE INDEX pieces_secret ON public.pieces USING btree (id) WHERE (class = ANY (ARRAY['classified'::text, 'reserved'::text]));

CREATE UNIQUE INDEX pieces_slot ON public.pieces USING btree (slot_id, slot_day) WHERE ((slot_id IS NOT NULL) AND (state <> 'discarded'::text));

CREATE UNIQUE INDEX pieces_slug ON public.pieces USING btree (slug);

CREATE INDEX pieces_state ON public.pieces USING btree (state, changed_at DESC, id DESC);

CREATE INDEX pieces_title ON public.pieces USING gin (plain(title) gin_trgm_ops) WHERE (class = ANY (ARRAY['public'::text, 'internal'::text]));

CREATE INDEX pieces_unit ON public.pieces USING btree (unit_id, changed_at DESC);

CREATE INDEX plan_items_plan ON public.plan_items USING btree (plan_id, kind);

CREATE INDEX plan_rows_item ON public.plan_rows USING btree (item_id);

CREATE INDEX plan_rows_parent ON public.plan_rows USING btree (version_id, parent_id, "position");

CREATE INDEX plan_rows_person ON public.plan_rows USING btree (person_id) WHERE (kind = 'activity'::text);

CREATE INDEX plan_rows_search ON public.plan_rows USING gin (to_tsvector('es'::regconfig, ((title || ' '::text) || description)));

CREATE INDEX plan_rows_title ON public.plan_rows USING gin (plain(title) gin_trgm_ops);

CREATE INDEX plan_rows_unit ON public.plan_rows USING btree (unit_id) WHERE (kind = 'activity'::text);

CREATE INDEX plan_units_unit ON public.plan_units USING btree (unit_id);

CREATE INDEX plan_version_moves_version ON public.plan_version_moves USING btree (version_id, id);

CREATE UNIQUE INDEX plan_versions_one_in_force ON public.plan_versions USING btree (plan_id) WHERE (state = 'in_force'::text);

CREATE UNIQUE INDEX plan_versions_one_open ON public.plan_versions USING btree (plan_id) WHERE (state = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text]));

CREATE INDEX plans_parent ON public.plans USING btree (parent_id);

CREATE INDEX plans_unit ON public.plans USING btree (unit_id);

CREATE INDEX playlist_groups_group ON public.playlist_groups USING btree (group_id);

CREATE INDEX playlists_list ON public.playlists USING btree (plain(name), id) WHERE (removed_at IS NULL);

CREATE INDEX progress_reports_item ON public.progress_reports USING btree (item_id, reported_at DESC);

CREATE INDEX publications_assets ON public.publications USING gin (assets) WHERE (state = 'out'::text);

CREATE INDEX publications_campaign ON public.publications USING btree (campaign_id, published_at DESC) WHERE (state = 'out'::text);

CREATE INDEX publications_covered ON public.publications USING btree (published_at) INCLUDE (piece_id, departments, regions, kind, channel) WHERE ((state <> 'withdrawn'::text) AND (class = ANY (ARRAY['public'::text, 'internal'::text])));

CREATE INDEX publications_departments ON public.publications USING gin (departments) WHERE (state = 'out'::text);

CREATE INDEX publications_expires ON public.publications USING btree (expires_on) WHERE ((state = 'out'::text) AND (expires_on IS NOT NULL));

CREATE INDEX publications_files ON public.publications USING gin (files) WHERE ((state = 'out'::text) AND in_public);

CREATE INDEX publications_kind ON public.publications USING btree (channel, kind, published_at DESC) INCLUDE (in_public) WHERE (state = 'out'::text);

CREATE INDEX publications_list ON public.publications USING btree (channel, published_at DESC, dispatch_id DESC) INCLUDE (in_public) WHERE (state = 'out'::text);

CREATE UNIQUE INDEX publications_out ON public.publications USING btree (piece_id, channel) WHERE (state = 'out'::text);

CREATE INDEX publications_piece ON public.publications USING btree (piece_id, channel, dispatch_id);

CREATE INDEX publications_regions ON public.publications USING gin (regions) WHERE (state = 'out'::text);

CREATE INDEX publications_search ON public.publications USING gin (search) WHERE (state = 'out'::text);

CREATE INDEX publications_slug ON public.publications USING btree (slug, channel);

CREATE INDEX publications_unit ON public.publications USING btree (channel, unit_id, published_at DESC) WHERE (state = 'out'::text);

CREATE INDEX push_deliveries_due ON public.push_deliveries USING btree (next_at, message_id) WHERE (state = 'queued'::text);

CREATE INDEX push_deliveries_open ON public.push_deliveries USING btree (attempted_at) WHERE (state = 'attempted'::text);

CREATE INDEX push_deliveries_subscription ON public.push_deliveries USING btree (subscription_id);

CREATE INDEX push_messages_dispatch ON public.push_messages USING btree (dispatch_id) WHERE (dispatch_id IS NOT NULL);

CREATE INDEX push_subscriptions_contact ON public.push_subscriptions USING btree (contact_id) WHERE (contact_id IS NOT NULL);

CREATE INDEX push_subscriptions_person ON public.push_subscriptions USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX reactions_dead ON public.reactions USING btree (dead_at DESC) WHERE (dead_at IS NOT NULL);

CREATE INDEX reactions_due ON public.reactions USING btree (due_at, id) WHERE ((done_at IS NULL) AND (dead_at IS NULL));

CREATE INDEX readings_item ON public.readings USING btree (item_id, starts_on, id);

CREATE INDEX receipts_person ON public.receipts USING btree (person_id, at DESC);

CREATE INDEX request_files_file ON public.request_files USING btree (file_id);

CREATE INDEX request_followings_request ON public.request_followings USING btree (request_id);

CREATE INDEX request_moves_request ON public.request_moves USING btree (request_id, id);

CREATE INDEX requests_asked ON public.requests USING btree (asked_at DESC, id DESC);

CREATE INDEX requests_asker ON public.requests USING btree (asked_by, id DESC);

CREATE INDEX requests_assignee ON public.requests USING btree (assignee_id, asked_at DESC) WHERE (assignee_id IS NOT NULL);

CREATE INDEX requests_campaign ON public.requests USING btree (campaign_id) WHERE (campaign_id IS NOT NULL);

CREATE INDEX requests_item ON public.requests USING btree (item_id) WHERE (item_id IS NOT NULL);

CREATE INDEX requests_kind ON public.requests USING btree (kind, done_at DESC) WHERE (state = 'done'::text);

CREATE INDEX requests_link ON public.requests USING btree (link_id) WHERE (link_id IS NOT NULL);

CREATE INDEX requests_merged ON public.requests USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX requests_piece ON public.requests USING btree (piece_id) WHERE (piece_id IS NOT NULL);

CREATE INDEX requests_regions ON public.requests USING gin (regions);

CREATE INDEX requests_search ON public.requests USING gin (search);

CREATE INDEX requests_state ON public.requests USING btree (state, asked_at DESC, id DESC);

CREATE INDEX requests_title ON public.requests USING gin (plain(title) gin_trgm_ops) WHERE (class = ANY (ARRAY['public'::text, 'internal'::text]));

CREATE INDEX requests_unit ON public.requests USING btree (unit_id, id DESC);

CREATE INDEX review_steps_asked ON public.review_steps USING btree (due_at) WHERE (state = 'asked'::text);

CREATE INDEX review_steps_person ON public.review_steps USING btree (person_id, due_at) WHERE (state = 'asked'::text);

CREATE INDEX review_steps_piece ON public.review_steps USING btree (piece_id, round, "position", id);

CREATE INDEX review_steps_stand_in ON public.review_steps USING btree (stand_in_id) WHERE (state = 'asked'::text);

CREATE INDEX screen_beats_at ON public.screen_beats USING btree (at);

CREATE UNIQUE INDEX screen_groups_name ON public.screen_groups USING btree (plain(name)) WHERE (removed_at IS NULL);

CREATE INDEX screen_pairings_expires ON public.screen_pairings USING btree (expires_at);

CREATE INDEX screen_piece_groups_group ON public.screen_piece_groups USING btree (group_id);

CREATE INDEX screen_play_days_screen ON public.screen_play_days USING btree (screen_id, day DESC);

CREATE INDEX screen_play_days_source ON public.screen_play_days USING btree (source, day) WHERE (source <> ''::text);

CREATE INDEX screen_play_days_untold ON public.screen_play_days USING btree (day, screen_id, item) WHERE (told <> plays);

CREATE INDEX screen_plays_started ON public.screen_plays USING btree (started_at);

CREATE INDEX screens_group ON public.screens USING btree (group_id) WHERE (revoked_at IS NULL);

CREATE INDEX screens_list ON public.screens USING btree (plain(name), id) WHERE (revoked_at IS NULL);

CREATE INDEX screens_name ON public.screens USING gin (plain(((name || ' '::text) || place)) gin_trgm_ops) WHERE (revoked_at IS NULL);

CREATE INDEX segments_order ON public.segments USING btree (plain(name), code) WHERE (removed_at IS NULL);

CREATE INDEX sessions_person ON public.sessions USING btree (person_id) WHERE (ended_at IS NULL);

CREATE INDEX sign_in_attempts_first ON public.sign_in_attempts USING btree (first_at);

CREATE UNIQUE INDEX sites_name ON public.sites USING btree (plain(name));

CREATE INDEX stand_ins_person ON public.stand_ins USING btree (person_id, ends_on) WHERE (ended_at IS NULL);

CREATE INDEX subscriptions_email ON public.subscriptions USING btree (email);

CREATE INDEX subscriptions_expires ON public.subscriptions USING btree (expires_at);

CREATE INDEX suggestions_piece ON public.suggestions USING btree (piece_id, id);

CREATE INDEX takeover_groups_group ON public.takeover_groups USING btree (group_id);

CREATE INDEX takeovers_list ON public.takeovers USING btree (started_at DESC, id DESC);

CREATE INDEX takeovers_open ON public.takeovers USING btree (until) WHERE (given_back_at IS NULL);

CREATE INDEX takeovers_words ON public.takeovers USING gin (plain(((title || ' '::text) || reason)) gin_trgm_ops);

CREATE INDEX trusted_devices_person ON public.trusted_devices USING btree (person_id) WHERE (ended_at IS NULL);

CREATE INDEX unit_ancestors_ancestor ON public.unit_ancestors USING btree (ancestor_id, unit_id);

CREATE INDEX units_name ON public.units USING gin (plain(name) gin_trgm_ops);

CREATE INDEX units_parent ON public.units USING btree (parent_id, "position");

CREATE INDEX visit_batches_day ON public.visit_batches USING btree (day);

CREATE INDEX visit_import_rows_import ON public.visit_import_rows USING btree (import_id);

CREATE INDEX visit_imports_due ON public.visit_imports USING btree (id) WHERE (state = 'running'::text);

CREATE INDEX visit_imports_list ON public.visit_imports USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX waivers_current ON public.waivers USING btree (piece_id, "check") WHERE (ended_at IS NULL);

CREATE TRIGGER approvals_four_eyes BEFORE INSERT ON public.approvals FOR EACH ROW EXECUTE FUNCTION approvals_four_eyes();

CREATE TRIGGER audit_chain_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_chain FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE CONSTRAINT TRIGGER audit_entries_seal AFTER INSERT ON public.audit_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_seal();

CREATE TRIGGER consents_hold AFTER INSERT ON public.consents REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION consents_hold();

CREATE TRIGGER contacts_forget_mailings AFTER UPDATE OF erased_at ON public.contacts FOR EACH ROW WHEN (((old.erased_at IS NULL) AND (new.erased_at IS NOT NULL) AND (new.merged_into IS NULL))) EXECUTE FUNCTION contacts_forget_mailings();

CREATE TRIGGER contacts_forget_visits AFTER UPDATE OF purposes ON public.contacts FOR EACH ROW WHEN ((('visitas'::text = ANY (old.purposes)) AND (NOT ('visitas'::text = ANY (new.purposes))))) EXECUTE FUNCTION contacts_forget_visits();

CREATE TRIGGER contacts_stop_mail BEFORE UPDATE OF email ON public.contacts FOR EACH ROW WHEN ((new.email IS DISTINCT FROM old.email)) EXECUTE FUNCTION contacts_stop();

CREATE TRIGGER contacts_stop_new BEFORE INSERT ON public.contacts FOR EACH ROW EXECUTE FUNCTION contacts_stop();

CREATE TRIGGER dispatches_only_signed BEFORE INSERT ON public.dispatches FOR EACH ROW EXECUTE FUNCTION memos_only_signed();

CREATE TRIGGER facts_roll_up AFTER INSERT ON public.facts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION facts_roll_up();

CREATE TRIGGER mailings_keep BEFORE UPDATE OF letter, sha256 ON public.mailings FOR EACH ROW EXECUTE FUNCTION mailings_keep();

CREATE TRIGGER mailings_only_signed BEFORE INSERT OR UPDATE OF content_sha256 ON public.mailings FOR EACH ROW EXECUTE FUNCTION memos_only_signed();

CREATE TRIGGER memos_approved BEFORE INSERT ON public.memos FOR EACH ROW EXECUTE FUNCTION memos_approved();

CREATE TRIGGER publications_assets BEFORE INSERT ON public.publications FOR EACH ROW EXECUTE FUNCTION publications_assets();

CREATE TRIGGER purpose_texts_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.purpose_texts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER suppressions_stop AFTER INSERT OR DELETE ON public.suppressions FOR EACH ROW EXECUTE FUNCTION suppressions_stop();
