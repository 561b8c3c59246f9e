create extension citext;

create extension pg_trgm;

create extension unaccent;

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
end $function$
;

CREATE OR REPLACE FUNCTION public.plain(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value))
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
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

create table drafts (
  person_id uuid not null,
  form text not null,
  fields jsonb not null,
  saved_at timestamp with time zone not null
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
  item_id bigint not null default 0,
  unit_id bigint not null default 0,
  channel text not null default ''::text,
  segment text not null default ''::text,
  region text not null default ''::text,
  section text not null default ''::text,
  amount numeric not null,
  entries bigint not null
);

create table fact_months (
  measure text not null,
  month date not null,
  item_id bigint not null default 0,
  unit_id bigint not null default 0,
  channel text not null default ''::text,
  segment text not null default ''::text,
  region text not null default ''::text,
  section text not null default ''::text,
  amount numeric not null,
  entries bigint not null,
  last_on date not null
);

create table facts (
  id bigint not null generated always as identity,
  day date not null,
  measure text not null,
  amount numeric not null,
  item_id bigint,
  unit_id bigint,
  channel text,
  segment text,
  region text,
  section text,
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
  error text
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

create table plan_channels (
  version_id bigint not null,
  code text not null,
  "position" integer not null,
  name text not null,
  class text not null,
  mode text not null,
  purpose text not null default ''::text
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
  channels text[] not null default '{}'::text[]
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

create table recovery_codes (
  person_id uuid not null,
  code_hash text not null,
  used_at timestamp with time zone
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

create unlogged table visitor_salts (
  day date not null,
  salt bytea not null
);

create unlogged table visitor_sessions (
  day date not null,
  visitor bytea not null,
  section text not null
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

alter table audit_chain add constraint audit_chain_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES audit_entries(id);

alter table audit_chain add constraint audit_chain_entry_id_key UNIQUE (entry_id);

alter table audit_chain add constraint audit_chain_pkey PRIMARY KEY ("position");

alter table audit_entries add constraint audit_entries_pkey PRIMARY KEY (id);

alter table audit_entries add constraint audit_entries_seal TRIGGER DEFERRABLE INITIALLY DEFERRED;

alter table drafts add constraint drafts_pkey PRIMARY KEY (person_id, form);

alter table events add constraint events_pkey PRIMARY KEY (id);

alter table evidences add constraint evidences_check CHECK (((report_id IS NULL) <> (reading_id IS NULL)));

alter table evidences add constraint evidences_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);

alter table evidences add constraint evidences_pkey PRIMARY KEY (id);

alter table evidences add constraint evidences_reading_fk FOREIGN KEY (reading_id) REFERENCES readings(id);

alter table evidences add constraint evidences_report_id_fkey FOREIGN KEY (report_id) REFERENCES progress_reports(id);

alter table fact_days add constraint fact_days_pkey PRIMARY KEY (measure, day, item_id, unit_id, channel, segment, region, section);

alter table fact_months add constraint fact_months_pkey PRIMARY KEY (measure, month, item_id, unit_id, channel, segment, region, section);

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

alter table institution add constraint institution_color_check CHECK ((color ~ '^#[0-9a-f]{6}$'::text));

alter table institution add constraint institution_emblem_file_fkey FOREIGN KEY (emblem_file) REFERENCES files(id);

alter table institution add constraint institution_id_check CHECK ((id = 1));

alter table institution add constraint institution_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text])));

alter table institution add constraint institution_pkey PRIMARY KEY (id);

alter table invitations add constraint invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id);

alter table invitations add constraint invitations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table invitations add constraint invitations_pkey PRIMARY KEY (id);

alter table invitations add constraint invitations_purpose_check CHECK ((purpose = ANY (ARRAY['join'::text, 'reset'::text])));

alter table invitations add constraint invitations_token_hash_key UNIQUE (token_hash);

alter table kept_forms add constraint kept_forms_pkey PRIMARY KEY (token_hash);

alter table non_working_days add constraint non_working_days_act_file_fkey FOREIGN KEY (act_file) REFERENCES files(id);

alter table non_working_days add constraint non_working_days_check CHECK ((ends_on >= starts_on));

alter table non_working_days add constraint non_working_days_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id);

alter table non_working_days add constraint non_working_days_pkey PRIMARY KEY (id);

alter table non_working_days add constraint non_working_days_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people(id);

alter table non_working_days add constraint non_working_days_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id);

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

alter table progress_reports add constraint progress_reports_item_id_fkey FOREIGN KEY (item_id) REFERENCES plan_items(id);

alter table progress_reports add constraint progress_reports_percent_check CHECK (((percent >= 0) AND (percent <= 100)));

alter table progress_reports add constraint progress_reports_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table progress_reports add constraint progress_reports_pkey PRIMARY KEY (id);

alter table progress_reports add constraint progress_reports_state_check CHECK ((state = ANY (ARRAY['not_started'::text, 'under_way'::text, 'done'::text, 'cancelled'::text])));

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

alter table recovery_codes add constraint recovery_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table recovery_codes add constraint recovery_codes_pkey PRIMARY KEY (person_id, code_hash);

alter table sessions add constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table sessions add constraint sessions_pkey PRIMARY KEY (id);

alter table sessions add constraint sessions_token_hash_key UNIQUE (token_hash);

alter table setup add constraint setup_emblem_file_fkey FOREIGN KEY (emblem_file) REFERENCES files(id);

alter table setup add constraint setup_id_check CHECK ((id = 1));

alter table setup add constraint setup_pkey PRIMARY KEY (id);

alter table sign_in_attempts add constraint sign_in_attempts_pkey PRIMARY KEY (key);

alter table sign_in_steps add constraint sign_in_steps_kind_check CHECK ((kind = ANY (ARRAY['second_factor'::text, 'passkey'::text, 'passkey_registration'::text, 'oidc'::text])));

alter table sign_in_steps add constraint sign_in_steps_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);

alter table sign_in_steps add constraint sign_in_steps_pkey PRIMARY KEY (token_hash);

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

alter table visitor_salts add constraint visitor_salts_pkey PRIMARY KEY (day);

alter table visitor_sessions add constraint visitor_sessions_pkey PRIMARY KEY (day, visitor, section);

CREATE INDEX agreement_signatures_person ON public.agreement_signatures USING btree (person_id, expires_on DESC);

CREATE INDEX annotations_item ON public.annotations USING btree (item_id, starts_on);

CREATE INDEX audit_entries_action ON public.audit_entries USING btree (action, id DESC);

CREATE INDEX audit_entries_actor ON public.audit_entries USING btree (actor_id, id DESC);

CREATE INDEX audit_entries_at ON public.audit_entries USING btree (at DESC, id DESC);

CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (subject_type, subject_id, id DESC);

CREATE INDEX events_subject ON public.events USING btree (subject_type, subject_id, id);

CREATE INDEX evidences_reading ON public.evidences USING btree (reading_id);

CREATE INDEX evidences_report ON public.evidences USING btree (report_id);

CREATE INDEX facts_item ON ONLY public.facts USING btree (item_id, measure, day) WHERE (item_id IS NOT NULL);

CREATE INDEX facts_measure ON ONLY public.facts USING btree (measure, day DESC, id DESC);

CREATE UNIQUE INDEX facts_once ON ONLY public.facts USING btree (day, measure, record_type, record_id, event_id) WHERE (event_id IS NOT NULL);

CREATE INDEX files_sha256 ON public.files USING btree (sha256);

CREATE UNIQUE INDEX grants_current ON public.grants USING btree (person_id, role, COALESCE(unit_id, (0)::bigint)) WHERE (ended_at IS NULL);

CREATE INDEX invitations_person ON public.invitations USING btree (person_id, created_at DESC);

CREATE INDEX kept_forms_expires ON public.kept_forms USING btree (expires_at);

CREATE INDEX non_working_days_range ON public.non_working_days USING btree (starts_on, ends_on) WHERE (revoked_at IS NULL);

CREATE INDEX outbox_mails_waiting ON public.outbox_mails USING btree (id) WHERE (attempted_at IS NULL);

CREATE INDEX passkeys_person ON public.passkeys USING btree (person_id);

CREATE INDEX people_mail ON public.people USING gin (plain((email)::text) gin_trgm_ops);

CREATE INDEX people_name ON public.people USING gin (plain(name) gin_trgm_ops);

CREATE INDEX people_order ON public.people USING btree (plain(name), id);

CREATE INDEX people_unit ON public.people USING btree (unit_id) WHERE (left_at IS NULL);

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

CREATE INDEX progress_reports_item ON public.progress_reports USING btree (item_id, reported_at DESC);

CREATE INDEX reactions_dead ON public.reactions USING btree (dead_at DESC) WHERE (dead_at IS NOT NULL);

CREATE INDEX reactions_due ON public.reactions USING btree (due_at, id) WHERE ((done_at IS NULL) AND (dead_at IS NULL));

CREATE INDEX readings_item ON public.readings USING btree (item_id, starts_on, id);

CREATE INDEX sessions_person ON public.sessions USING btree (person_id) WHERE (ended_at IS NULL);

CREATE INDEX sign_in_attempts_first ON public.sign_in_attempts USING btree (first_at);

CREATE INDEX unit_ancestors_ancestor ON public.unit_ancestors USING btree (ancestor_id, unit_id);

CREATE INDEX units_name ON public.units USING gin (plain(name) gin_trgm_ops);

CREATE INDEX units_parent ON public.units USING btree (parent_id, "position");

CREATE TRIGGER audit_chain_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_chain FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE CONSTRAINT TRIGGER audit_entries_seal AFTER INSERT ON public.audit_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_seal();

CREATE TRIGGER facts_roll_up AFTER INSERT ON public.facts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION facts_roll_up();
