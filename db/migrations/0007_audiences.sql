-- Whom the institution speaks to, what each of them agreed to, and how they are grouped.

create table audience_settings (
  id integer primary key default 1 check (id = 1),
  -- A contact that agreed to nothing is forgotten after so many months.
  retention_months integer not null default 24 check (retention_months between 1 and 120)
);
insert into audience_settings default values;

create table contact_imports (
  id bigint generated always as identity primary key,
  name text not null,
  file_id uuid not null references files (id),
  size bigint not null,
  -- matching: its columns are being told; then it runs, may be stopped and go on, ends, and may be undone.
  state text not null check (state in ('matching', 'running', 'stopped', 'done', 'undoing', 'undone', 'failed')),
  -- Of each column of the file, what it is: `name`, `email`, `attribute:sector` …; the empty text is left out.
  columns text[] not null default '{}',
  heads text[] not null default '{}',
  -- How many rows it seems to have, by its size.
  estimated bigint not null default 0,
  kind text not null default 'citizen',
  -- What happens to one that is known already.
  rule text not null default 'fill' check (rule in ('fill', 'replace', 'keep')),
  -- What everybody in the file agreed to, and how that is proven.
  purposes text[] not null default '{}',
  consent_proof text not null default '',
  consent_on date,
  -- The last row of the file that is dealt with, and how it went.
  at_row bigint not null default 0,
  rows bigint not null default 0,
  added bigint not null default 0,
  merged bigint not null default 0,
  kept bigint not null default 0,
  faulted bigint not null default 0,
  undone bigint not null default 0,
  error text,
  -- Which worker is at it, until when: after that another takes it up.
  worker uuid,
  claimed_until timestamptz,
  created_by uuid references people (id),
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);
create index contact_imports_list on contact_imports (created_at desc, id desc);
create index contact_imports_due on contact_imports (id) where state in ('running', 'undoing');

-- Narrow on purpose: a segment reads all of it.
create table contacts (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('staff', 'citizen', 'academia', 'government', 'company', 'community', 'press')),
  name text not null check (length(name) <= 200),
  email citext,
  -- As E.164 says: +573001234567.
  phone text check (phone ~ '^\+[0-9]{7,15}$'),
  -- Where he works or for whom he speaks.
  organization text not null default '',
  language text not null default 'es' check (language in ('es', 'en')),
  -- DIVIPOLA: a municipality, or a department.
  region text check (region ~ '^([0-9]{2}|[0-9]{5})$'),
  -- Only of the house's own people, who come by themselves.
  person_id uuid unique references people (id),
  unit_id bigint references units (id),
  employment text check (employment in ('servant', 'contractor')),
  interests text[] not null default '{}',
  attributes jsonb not null default '{}',
  -- What holds now of what `consents` tells; a trigger keeps it.
  purposes text[] not null default '{}',
  -- Nobody writes to this address: see `suppressions`. A trigger keeps it.
  stopped boolean not null default false,
  import_id bigint references contact_imports (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Everything personal was taken out, or it was joined to another.
  erased_at timestamptz,
  merged_into bigint references contacts (id),
  version integer not null default 1,
  check ((kind = 'staff') = (person_id is not null))
);
create unique index contacts_email on contacts (email) where erased_at is null and email is not null;
create index contacts_phone on contacts (phone) where phone is not null and erased_at is null;
create index contacts_order on contacts (plain(name), id) where erased_at is null;
create index contacts_kind on contacts (kind) where erased_at is null;
create index contacts_region on contacts (region) where erased_at is null;
create index contacts_unit on contacts (unit_id) where unit_id is not null;
create index contacts_import on contacts (import_id, id) where import_id is not null;
create index contacts_old on contacts (changed_at) where purposes = '{}' and kind <> 'staff' and erased_at is null;
create index contacts_search on contacts using gin (plain(name || ' ' || coalesce(email::text, '') || ' ' || organization) gin_trgm_ops)
  where erased_at is null;

-- What was before an import changed a contact, to be undone.
create table contact_import_changes (
  import_id bigint not null references contact_imports (id),
  contact_id bigint not null references contacts (id),
  -- The contact's version after the change: one that was changed since stays as it is.
  version integer not null,
  before jsonb not null,
  primary key (import_id, contact_id)
);
create index contact_import_changes_contact on contact_import_changes (contact_id);
create index contacts_merged on contacts (merged_into) where merged_into is not null;

create table contact_import_faults (
  import_id bigint not null references contact_imports (id),
  row bigint not null,
  cells text[] not null,
  -- What is wrong: a list of {column, code, details}.
  problems jsonb not null,
  primary key (import_id, row)
);

-- What one may agree to, each by itself (Ley 1581 de 2012, art. 9).
create table purposes (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 120),
  position integer not null default 0,
  closed_at timestamptz
);
-- Exactly what was read by who agreed: never written again.
create table purpose_texts (
  purpose text not null references purposes (code),
  number integer not null,
  text text not null check (length(text) between 1 and 2000),
  published_by uuid references people (id),
  published_at timestamptz not null,
  primary key (purpose, number)
);
create trigger purpose_texts_append_only before update or delete or truncate on purpose_texts
  for each statement execute function refuse_change();

insert into purposes (code, name, position) values
  ('boletin', 'Boletín y noticias', 1),
  ('convocatorias', 'Convocatorias y eventos', 2),
  ('encuestas', 'Encuestas y consultas', 3),
  ('prensa', 'Comunicados de prensa', 4);
insert into purpose_texts (purpose, number, text, published_at) values
  ('boletin', 1, 'Autorizo que la entidad me envíe su boletín y sus noticias por correo electrónico. Puedo retirar esta autorización cuando quiera.', now()),
  ('convocatorias', 1, 'Autorizo que la entidad me invite por correo electrónico a sus eventos, audiencias y espacios de participación. Puedo retirar esta autorización cuando quiera.', now()),
  ('encuestas', 1, 'Autorizo que la entidad me pida opinión por correo electrónico en encuestas y consultas. Responder es voluntario y puedo retirar esta autorización cuando quiera.', now()),
  ('prensa', 1, 'Autorizo que la entidad me envíe comunicados de prensa por correo electrónico, como periodista o medio. Puedo retirar esta autorización cuando quiera.', now());

-- Each time that somebody agreed or took it back: only added to. What holds is the last of each purpose.
create table consents (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts (id),
  purpose text not null,
  text_number integer not null,
  act text not null check (act in ('given', 'withdrawn')),
  channel text not null check (channel in ('portal', 'preferences', 'one_click', 'paper', 'phone', 'in_person', 'import', 'api', 'request', 'complaint')),
  at timestamptz not null,
  -- How it is known: what was confirmed, or where the paper is.
  proof text not null,
  person_id uuid references people (id),
  import_id bigint references contact_imports (id),
  foreign key (purpose, text_number) references purpose_texts (purpose, number)
);
create index consents_contact on consents (contact_id, purpose, at desc, id desc);
create index consents_purpose on consents (purpose, at desc, id desc);
create index consents_import on consents (import_id) where import_id is not null;

create function consents_hold() returns trigger language plpgsql as $$
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
end $$;
create trigger consents_hold after insert on consents referencing new table as told
  for each statement execute function consents_hold();

-- Who must not be written to, whatever else is said: only the hash of the address is kept, also when the contact is gone.
create table suppressions (
  email_sha256 text primary key check (length(email_sha256) = 64),
  reason text not null check (reason in ('asked', 'erased', 'bounced', 'complained')),
  at timestamptz not null,
  person_id uuid references people (id)
);
create function mail_hash(email citext) returns text
  language sql immutable parallel safe strict
  return encode(sha256(convert_to(lower(email::text), 'UTF8')), 'hex');
create index contacts_mail_hash on contacts (mail_hash(email)) where erased_at is null and email is not null;

create function contacts_stop() returns trigger language plpgsql as $$
begin
  new.stopped := new.email is not null and exists (select from suppressions where email_sha256 = mail_hash(new.email));
  return new;
end $$;
create trigger contacts_stop_new before insert on contacts for each row execute function contacts_stop();
create trigger contacts_stop_mail before update of email on contacts for each row
  when (new.email is distinct from old.email) execute function contacts_stop();

create function suppressions_stop() returns trigger language plpgsql as $$
begin
  update contacts set stopped = (tg_op <> 'DELETE')
  where erased_at is null and email is not null and mail_hash(email) = coalesce(new.email_sha256, old.email_sha256);
  return null;
end $$;
create trigger suppressions_stop after insert or delete on suppressions for each row execute function suppressions_stop();

-- What may be sent to whom: whether it needs that one agreed, whether it reaches who asked not to be written to, and whom it is for.
create table sending_kinds (
  code text primary key,
  needs_consent boolean not null,
  heeds_suppression boolean not null,
  staff_only boolean not null,
  position integer not null
);
insert into sending_kinds (code, needs_consent, heeds_suppression, staff_only, position) values
  ('subscription', true, true, false, 1),
  ('internal', false, true, true, 2),
  ('service', false, false, false, 3),
  ('alert', false, false, false, 4);

-- Somebody wrote an address on the portal: nothing holds until he opens the letter that was sent there and says yes.
create table subscriptions (
  id bigint generated always as identity primary key,
  token_sha256 text not null unique,
  email citext not null,
  name text not null default '',
  language text not null default 'es',
  region text,
  purposes text[] not null,
  text_numbers integer[] not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null
);
create index subscriptions_expires on subscriptions (expires_at);
create index subscriptions_email on subscriptions (email);

-- What a person asks about his own data, with the terms of the law (Ley 1581 de 2012, arts. 14 and 15).
create table data_requests (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('query', 'correction', 'deletion')),
  contact_id bigint references contacts (id),
  -- Who asks, when he is no contact; taken out with the contact's own data.
  name text not null default '',
  email citext,
  said text not null default '',
  channel text not null check (channel in ('preferences', 'portal', 'paper', 'phone', 'in_person', 'email')),
  received_on date not null,
  received_at timestamptz not null,
  due_on date not null,
  extended_on date,
  extension_reason text not null default '',
  state text not null check (state in ('open', 'incomplete', 'answered', 'withdrawn')),
  asked_on date,
  asked_what text not null default '',
  answer text not null default '',
  outcome text check (outcome in ('granted', 'refused')),
  answered_at timestamptz,
  answered_by uuid references people (id),
  version integer not null default 1
);
create index data_requests_list on data_requests (received_at desc, id desc);
create index data_requests_due on data_requests (due_on, id) where state in ('open', 'incomplete');
create index data_requests_contact on data_requests (contact_id) where contact_id is not null;

-- Contacts grouped by a rule; a plan's public of the same code is the same segment.
create table segments (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  -- What is said to them, and by which means they are reached best.
  focus text not null default '',
  channels text[] not null default '{}',
  rule jsonb not null,
  created_by uuid references people (id),
  created_at timestamptz not null,
  changed_by uuid references people (id),
  changed_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1
);
create index segments_order on segments (plain(name), code) where removed_at is null;

-- The house's own people are contacts from the first day.
insert into contacts (kind, name, email, language, person_id, unit_id, employment, created_at, changed_at)
select 'staff', name, email, language, id, unit_id, employment, joined_at, joined_at from people where left_at is null;
