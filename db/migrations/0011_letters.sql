-- Whom what a slot owes is written to: a newsletter tells what came out for them.
alter table slots add column segments text[] not null default '{}';

-- Whether an address that a letter holds answers: looked at by a worker, at most once in some hours.
create table looked_links (
  address text primary key check (length(address) <= 2000),
  -- asked: nobody has looked yet; unseen: it cannot be looked at from here, and a person does.
  state text not null check (state in ('asked', 'alive', 'dead', 'unseen')),
  -- Why not, as a code, and what the server said.
  problem text,
  status integer,
  asked_at timestamptz not null,
  looked_at timestamptz,
  -- For which piece: whose page is told.
  piece_id bigint not null references pieces (id)
);
create index looked_links_asked on looked_links (asked_at) where state = 'asked';
create index looked_links_piece on looked_links (piece_id);

-- What came back to the house of what it sent, once each: a report of a server, a complaint, an automatic answer.
create table mail_returns (
  id bigint generated always as identity primary key,
  -- Of its Message-ID or of all of it: the same mail comes in once.
  fingerprint text not null unique,
  means text not null check (means in ('smtp', 'imap', 'hook')),
  kind text not null check (kind in ('hard', 'soft', 'delayed', 'complaint', 'auto_reply', 'other')),
  -- Whose mail it was, when its signed address says so.
  recipient_id bigint references mailing_recipients (id),
  mailing_id bigint references mailings (id),
  contact_id bigint references contacts (id),
  -- As the server says: 5.1.1 and its words.
  status text not null default '',
  says text not null default '',
  -- What was done about it.
  done text not null check (done in ('stopped', 'counted', 'noted')),
  at timestamptz not null
);
create index mail_returns_list on mail_returns (at desc, id desc);
create index mail_returns_kind on mail_returns (kind, at desc, id desc);
create index mail_returns_contact on mail_returns (contact_id, at) where contact_id is not null;
create index mail_returns_mailing on mail_returns (mailing_id) where mailing_id is not null;
create index mail_returns_recipient on mail_returns (recipient_id) where recipient_id is not null;

-- A letter whose openings and clicks are counted, all together: nothing here knows of a person.
create table counted_letters (
  id bigint generated always as identity primary key,
  mailing_id bigint references mailings (id),
  made_at timestamptz not null
);
create index counted_letters_mailing on counted_letters (mailing_id) where mailing_id is not null;
create table counted_links (
  letter_id bigint not null references counted_letters (id),
  -- From 1; 0 counts openings.
  number integer not null check (number > 0),
  address text not null,
  primary key (letter_id, number)
);
create table letter_days (
  letter_id bigint not null references counted_letters (id),
  number integer not null,
  day date not null,
  -- So that many at once do not wait for each other.
  shard integer not null check (shard between 0 and 7),
  count bigint not null default 0,
  primary key (letter_id, number, day, shard)
);
