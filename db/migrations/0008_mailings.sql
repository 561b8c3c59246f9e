-- One letter to the contacts of segments, by e-mail.
create table mailings (
  id bigint generated always as identity primary key,
  -- What it is made of, such as piece 7, at which content.
  source_type text not null,
  source_id text not null,
  content_sha256 text not null,
  class text not null check (class in ('public', 'internal', 'classified', 'reserved')),
  title text not null check (length(title) between 1 and 200),
  -- The letter with its holes: {subject, html, text, language}.
  letter jsonb not null,
  -- Where it is read on the portal, such as `/news/pico-y-placa`.
  view_path text,
  -- An embargo of its source: not before this hour.
  not_before timestamptz,
  sending_kind text not null references sending_kinds (code),
  purpose text references purposes (code),
  -- Whoever is in one of these, and in none of those; and did not get one of these mailings.
  segments text[] not null,
  excluded_segments text[] not null default '{}',
  excluded_mailings bigint[] not null default '{}',
  -- Of the letter and whom it is for: what an approval names.
  sha256 text not null check (length(sha256) = 64),
  state text not null check (state in ('draft', 'approved', 'scheduled', 'sending', 'paused', 'held', 'finished', 'cancelled')),
  -- What it was before it was held.
  held_from text,
  due_at timestamptz,
  -- In parts of so many, or of so many of a hundred, with so many minutes in between; null is all at once.
  wave_size integer check (wave_size > 0),
  wave_percent integer check (wave_percent between 1 and 99),
  wave_minutes integer not null default 60 check (wave_minutes between 1 and 20160),
  -- Beyond so many failed of a hundred it pauses by itself.
  fail_percent integer not null default 10 check (fail_percent between 1 and 100),
  waves integer not null default 0,
  -- The last wave that is open, and since when.
  wave integer not null default 0,
  wave_at timestamptz,
  -- When its recipients were fixed, and how many they are.
  fixed_at timestamptz,
  recipients bigint not null default 0,
  drafted_by uuid references people (id),
  drafted_at timestamptz not null,
  started_by uuid references people (id),
  started_at timestamptz,
  finished_at timestamptz,
  version integer not null default 1,
  -- What is not public goes to the house's own people alone.
  constraint mailings_class_guard check (class = 'public' or (class = 'internal' and sending_kind = 'internal')),
  constraint mailings_purpose check ((purpose is not null) = (sending_kind = 'subscription')),
  constraint mailings_wave check (wave_size is null or wave_percent is null)
);
create index mailings_list on mailings (drafted_at desc, id desc);
create index mailings_state on mailings (state, drafted_at desc, id desc);
create index mailings_source on mailings (source_type, source_id, id);
create index mailings_due on mailings (due_at, id) where state in ('scheduled', 'sending');
create index mailings_title on mailings using gin (plain(title) gin_trgm_ops);

-- An approved letter is never written again: only a draft changes.
create function mailings_keep() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and new.state <> 'draft' and (new.letter, new.sha256) is distinct from (old.letter, old.sha256) then
    raise exception 'the letter of mailing % is approved', old.id;
  end if;
  return new;
end $$;
create trigger mailings_keep before update of letter, sha256 on mailings for each row execute function mailings_keep();

-- Whoever wrote in it: he does not approve it.
create table mailing_authors (
  mailing_id bigint not null references mailings (id),
  person_id uuid not null references people (id),
  primary key (mailing_id, person_id)
);

create table mailing_approvals (
  id bigint generated always as identity primary key,
  mailing_id bigint not null references mailings (id),
  -- What he approved, and nothing later.
  sha256 text not null,
  person_id uuid not null references people (id),
  at timestamptz not null
);
create index mailing_approvals_mailing on mailing_approvals (mailing_id, id);

-- Each move of a mailing from one state to the next.
create table mailing_moves (
  id bigint generated always as identity primary key,
  mailing_id bigint not null references mailings (id),
  state text not null,
  person_id uuid references people (id),
  at timestamptz not null,
  note text not null default ''
);
create index mailing_moves_mailing on mailing_moves (mailing_id, id);

-- A worker that sends, as long as it says so: what it held is taken over when it is silent.
create table mailing_workers (
  id uuid primary key,
  alive_until timestamptz not null
);

-- One of those whom a mailing is for: fixed at its start. Who he is stands in `contacts` alone.
create table mailing_recipients (
  id bigint generated always as identity primary key,
  mailing_id bigint not null references mailings (id),
  contact_id bigint not null references contacts (id),
  -- Where it was written to; taken out with the contact's own data.
  address text not null,
  wave integer not null default 0,
  -- attempted: on its way, its answer not heard yet; unknown: nobody will hear it any more.
  state text not null default 'queued' check (state in ('queued', 'attempted', 'accepted', 'unknown', 'bounced', 'complained', 'suppressed')),
  -- The worker that has it now, or that tried it last.
  worker uuid,
  tries integer not null default 0,
  -- Not before this hour is it tried again.
  next_at timestamptz,
  at timestamptz,
  -- By which of the servers it went.
  provider integer,
  -- Why it was not written to or came back, as a code; and in the words of whoever said so.
  reason text,
  answer text,
  mail_id bigint references outbox_mails (id),
  unique (mailing_id, contact_id)
) with (fillfactor = 80);
create index mailing_recipients_queue on mailing_recipients (mailing_id, wave, id) where state = 'queued';
create index mailing_recipients_state on mailing_recipients (mailing_id, state, id);
create index mailing_recipients_attempted on mailing_recipients (worker) where state = 'attempted';
create index mailing_recipients_contact on mailing_recipients (contact_id);

-- Where somebody was written to goes with his own data.
create function contacts_forget_mailings() returns trigger language plpgsql as $$
begin
  update mailing_recipients set address = '', answer = null where contact_id = new.id;
  return null;
end $$;
create trigger contacts_forget_mailings after update of erased_at on contacts for each row
  when (old.erased_at is null and new.erased_at is not null and new.merged_into is null) execute function contacts_forget_mailings();

-- How many were let go by a server and when: a sliding window that holds for all workers.
create table mail_servers (
  number integer primary key,
  -- Not before this hour is it asked again.
  failing_until timestamptz,
  error text,
  checked_at timestamptz
);
create table mail_grants (
  id bigint generated always as identity primary key,
  server integer not null,
  at timestamptz not null,
  count integer not null
);
create index mail_grants_server on mail_grants (server, at);

-- What is the same in many mails of the outbox, kept once; what is each one's own stands between its parts. Sealed.
create table outbox_letters (
  id bigint generated always as identity primary key,
  -- Whose letter it is, such as `mailing:7:<hash>`.
  key text not null unique,
  text text not null,
  html text not null,
  created_at timestamptz not null
);
alter table outbox_mails add column letter_id bigint references outbox_letters (id);
-- It was to go out while no server was set: it is shown, and never leaves.
alter table outbox_mails add column kept_at timestamptz;
