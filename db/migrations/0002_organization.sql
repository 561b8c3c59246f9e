-- The one institution of this installation.
create table institution (
  id integer primary key default 1 check (id = 1),
  -- Shown before the name and lighter, as in «Alcaldía de» Puerto Claro.
  kind text not null default '',
  name text not null,
  color text not null default '#0943b5' check (color ~ '^#[0-9a-f]{6}$'),
  emblem_file uuid references files (id),
  language text not null default 'es' check (language in ('es', 'en')),
  zone text not null default 'America/Bogota',
  govco_bar boolean not null default false,
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  -- Whether this is the demonstration, which may be erased whole.
  demonstration boolean not null default false,
  works_saturdays boolean not null default false,
  set_up_at timestamptz not null,
  version integer not null default 1
);

create table people (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  email citext not null unique,
  -- servant or contractor
  employment text not null default 'servant' check (employment in ('servant', 'contractor')),
  position text not null default '',
  unit_id bigint,
  language text not null default 'es' check (language in ('es', 'en')),
  password_hash text,
  oidc_subject text unique,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- The last accepted TOTP step, so that a code is good once.
  totp_last_step bigint,
  joined_at timestamptz not null,
  left_at timestamptz,
  last_seen_at timestamptz,
  version integer not null default 1
);
create index people_name on people using gin (plain(name) gin_trgm_ops);
create index people_mail on people using gin (plain(email::text) gin_trgm_ops);
create index people_order on people (plain(name), id);
create index people_unit on people (unit_id) where left_at is null;

create table units (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  parent_id bigint references units (id),
  head_id uuid references people (id),
  liaison_id uuid references people (id),
  position integer not null default 0,
  closed_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  check (parent_id <> id)
);
create index units_parent on units (parent_id, position);
create index units_name on units using gin (plain(name) gin_trgm_ops);
alter table people add constraint people_unit_fk foreign key (unit_id) references units (id);

-- Every ancestor of every unit, itself included: what «this dependency and below» means, in one lookup.
create table unit_ancestors (
  unit_id bigint not null references units (id),
  ancestor_id bigint not null references units (id),
  depth integer not null,
  primary key (unit_id, ancestor_id)
);
create index unit_ancestors_ancestor on unit_ancestors (ancestor_id, unit_id);

create table grants (
  id bigint generated always as identity primary key,
  person_id uuid not null references people (id),
  role text not null check (role in ('administrator', 'head_of_communications', 'editor', 'author', 'reviewer', 'spokesperson', 'liaison', 'staff', 'auditor')),
  -- null: in the whole institution
  unit_id bigint references units (id),
  granted_by uuid references people (id),
  granted_at timestamptz not null,
  ended_by uuid references people (id),
  ended_at timestamptz
);
create unique index grants_current on grants (person_id, role, coalesce(unit_id, 0)) where ended_at is null;

create table invitations (
  id bigint generated always as identity primary key,
  person_id uuid not null references people (id),
  token_hash text not null unique,
  purpose text not null check (purpose in ('join', 'reset')),
  invited_by uuid references people (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitations_person on invitations (person_id, created_at desc);

-- Devices that are not asked for the second factor again until the trust expires or is ended.
create table trusted_devices (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  person_id uuid not null references people (id),
  device text not null default '',
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index trusted_devices_person on trusted_devices (person_id) where ended_at is null;

create table sessions (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  person_id uuid not null references people (id),
  -- A browser and system in words; the address it came from is not kept.
  device text not null default '',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- When the second factor was last given in this session.
  second_factor_at timestamptz,
  -- Set when the device was trusted, so that ending the session from elsewhere ends the trust too.
  trusted_device_id bigint references trusted_devices (id),
  ended_at timestamptz
);
create index sessions_person on sessions (person_id) where ended_at is null;

create table recovery_codes (
  person_id uuid not null references people (id),
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

create table passkeys (
  id text primary key,
  person_id uuid not null references people (id),
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_person on passkeys (person_id);

-- Challenges and states of a sign-in under way (passkey, second factor, single sign-on): short-lived, used once.
create table sign_in_steps (
  token_hash text primary key,
  kind text not null check (kind in ('second_factor', 'passkey', 'passkey_registration', 'oidc')),
  person_id uuid references people (id),
  data jsonb not null default '{}',
  expires_at timestamptz not null
);

-- Wrong tries in a row, by what is guarded: a hash of the mail, a person's second factor, the set-up code.
create table sign_in_attempts (
  key text primary key,
  tries integer not null,
  first_at timestamptz not null
);
create index sign_in_attempts_first on sign_in_attempts (first_at);

-- Setting up, until it is done: the code that the console printed, and what was typed so far.
create table setup (
  id integer primary key default 1 check (id = 1),
  code text not null,
  -- Of the browser that gave the code.
  token_hash text,
  fields jsonb not null default '{}',
  emblem_file uuid references files (id),
  created_at timestamptz not null
);

create table agreement_texts (
  id bigint generated always as identity primary key,
  number integer not null unique,
  title text not null,
  body text not null,
  sha256 text not null,
  -- How many months a signature lasts.
  months integer not null check (months between 1 and 120),
  published_by uuid references people (id),
  published_at timestamptz not null
);

create table agreement_signatures (
  id bigint generated always as identity primary key,
  text_id bigint not null references agreement_texts (id),
  person_id uuid not null references people (id),
  signed_name text not null,
  -- sha256 over the text's hash, the person, the name as signed and the instant.
  sha256 text not null,
  second_factor boolean not null,
  signed_at timestamptz not null,
  expires_on date not null,
  unique (text_id, person_id, signed_at)
);
create index agreement_signatures_person on agreement_signatures (person_id, expires_on desc);

create table non_working_days (
  id bigint generated always as identity primary key,
  starts_on date not null,
  ends_on date not null,
  name text not null,
  -- The decree or resolution that orders it.
  act text not null,
  act_file uuid references files (id),
  -- null: the whole institution
  unit_id bigint references units (id),
  created_by uuid references people (id),
  created_at timestamptz not null,
  revoked_by uuid references people (id),
  revoked_at timestamptz,
  check (ends_on >= starts_on)
);
create index non_working_days_range on non_working_days (starts_on, ends_on) where revoked_at is null;

create table api_keys (
  id bigint generated always as identity primary key,
  name text not null,
  prefix text not null unique,
  secret_hash text not null,
  scopes text[] not null,
  issued_by uuid not null references people (id),
  issued_at timestamptz not null,
  expires_on date,
  last_used_at timestamptz,
  revoked_by uuid references people (id),
  revoked_at timestamptz
);

-- What a person should know, each with one click to the thing. The sentence is made from `kind` and `facts` when it is read;
-- of what is not public, `facts` hold no word of it.
create table notifications (
  id bigint generated always as identity primary key,
  person_id uuid not null references people (id),
  kind text not null,
  facts jsonb not null default '{}',
  path text not null,
  subject_type text not null,
  subject_id text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  -- When a mail told it, alone or in a digest.
  mailed_at timestamptz
);
create index notifications_person on notifications (person_id, id desc);
create index notifications_unread on notifications (person_id) where read_at is null;
create index notifications_subject on notifications (subject_type, subject_id) where read_at is null;
create index notifications_unmailed on notifications (person_id, id) where mailed_at is null and read_at is null;

-- How a person wants each kind by mail; without a row, in the daily digest.
create table notification_choices (
  person_id uuid not null references people (id),
  kind text not null,
  mail text not null check (mail in ('at_once', 'digest', 'never')),
  primary key (person_id, kind)
);

-- A place's filters that a person kept under a name.
create table saved_views (
  id bigint generated always as identity primary key,
  person_id uuid not null references people (id),
  place text not null,
  name text not null check (length(name) between 1 and 80),
  query text not null check (length(query) <= 2000),
  created_at timestamptz not null,
  unique (person_id, place, name)
);
