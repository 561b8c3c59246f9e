-- Screens on walls: what each is, what it plays and when, what it said that it played.

create table screen_groups (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  -- Whether people from outside pass by: then only what is public is shown.
  public boolean not null,
  -- Who is told when one of its screens falls silent.
  responsible_id uuid references people (id),
  -- Between which hours its screens are on; outside of them silence is no fault. Both null: always.
  on_from time,
  on_until time,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  check ((on_from is null) = (on_until is null))
);
create unique index screen_groups_name on screen_groups (plain(name)) where removed_at is null;

create table screens (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  -- Where it hangs: the dependency, and the words by which somebody finds it.
  unit_id bigint references units (id),
  place text not null default '' check (length(place) <= 200),
  orientation text not null check (orientation in ('lying', 'standing')),
  -- Larger letters and fewer words, for who stands far or sees little.
  large boolean not null default false,
  group_id bigint references screen_groups (id),
  -- What its device must show on each visit; the token itself is only in the device. Null once it was let go.
  token_sha256 bytea unique,
  adopted_at timestamptz not null,
  adopted_by uuid references people (id),
  changed_at timestamptz not null,
  -- Left out of what its group plays; a takeover still covers it.
  excluded_at timestamptz,
  -- How often somebody asked it to load itself anew.
  reloads integer not null default 0,
  silent_since timestamptz,
  revoked_at timestamptz,
  version integer not null default 1
);
create index screens_group on screens (group_id) where revoked_at is null;
create index screens_list on screens (plain(name), id) where revoked_at is null;
create index screens_name on screens using gin (plain(name || ' ' || place) gin_trgm_ops) where revoked_at is null;

-- What a screen said last, each half minute; apart, so that it does not rewrite the screen.
create table screen_beats (
  screen_id bigint primary key references screens (id),
  at timestamptz not null,
  -- What it shows: the slide's key, its title and where it comes from.
  slide text not null default '',
  title text not null default '',
  source text not null default '',
  -- Of the program that it plays, and whether it is the one that it should.
  program_sha256 text not null default '',
  width integer not null default 0,
  height integer not null default 0,
  -- How far its own clock is behind the house's, in milliseconds.
  clock_offset_ms bigint not null default 0,
  waiting_plays integer not null default 0,
  -- The titles of what it should show and cannot.
  cannot_show text[] not null default '{}',
  picture bytea,
  picture_at timestamptz
) with (fillfactor = 70);
create index screen_beats_at on screen_beats (at);

-- A screen that waits for its place: it shows the code, and proves with its secret that it is the one.
create table screen_pairings (
  id bigint generated always as identity primary key,
  code text not null unique,
  secret_sha256 bytea not null unique,
  width integer not null default 0,
  height integer not null default 0,
  expires_at timestamptz not null,
  -- The screen that it became, until its device has fetched its token.
  screen_id bigint references screens (id)
);
create index screen_pairings_expires on screen_pairings (expires_at);

create table playlists (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  -- ISO 8601: 1 is Monday. The day on which it begins, when it goes past midnight.
  days integer[] not null check (days <@ '{1,2,3,4,5,6,7}' and cardinality(days) > 0),
  from_time time,
  until_time time,
  from_day date,
  until_day date check (until_day >= from_day),
  priority integer not null check (priority between 1 and 5),
  changed_by uuid references people (id),
  changed_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  check ((from_time is null) = (until_time is null))
);
create index playlists_list on playlists (plain(name), id) where removed_at is null;

create table playlist_groups (
  playlist_id bigint not null references playlists (id),
  group_id bigint not null references screen_groups (id),
  primary key (playlist_id, group_id)
);
create index playlist_groups_group on playlist_groups (group_id);

create table playlist_items (
  playlist_id bigint not null references playlists (id),
  position integer not null,
  -- pieces: all that went out by screens; piece: one of them; the rest as their sources say.
  kind text not null check (kind in ('pieces', 'piece', 'asset', 'clock', 'agenda', 'figure')),
  -- Which one, where there are several: an asset, a piece, an indicator.
  ref text not null default '',
  -- How long; null: as long as its words ask.
  seconds integer check (seconds between 4 and 600),
  primary key (playlist_id, position)
);

-- The groups that a dispatch by screens is for; without any, all. It is playable as long as it is out.
create table screen_piece_groups (
  dispatch_id bigint not null references dispatches (id),
  group_id bigint not null references screen_groups (id),
  primary key (dispatch_id, group_id)
);
create index screen_piece_groups_group on screen_piece_groups (group_id);
create index dispatches_by_channel_out on dispatches (channel, delivered_at desc, id desc) where state = 'delivered';

-- Something that covers whatever is there, and gives it back.
create table takeovers (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('alert', 'notice', 'drill')),
  title text not null check (length(title) between 1 and 90),
  text text not null default '' check (length(text) <= 400),
  steps text[] not null default '{}' check (cardinality(steps) <= 3),
  address text not null default '' check (length(address) <= 120),
  reason text not null,
  started_by uuid references people (id),
  started_at timestamptz not null,
  until timestamptz not null check (until > started_at),
  given_back_by uuid references people (id),
  given_back_at timestamptz
);
create index takeovers_open on takeovers (until) where given_back_at is null;
create index takeovers_list on takeovers (started_at desc, id desc);

create table takeover_groups (
  takeover_id bigint not null references takeovers (id),
  group_id bigint not null references screen_groups (id),
  primary key (takeover_id, group_id)
);
create index takeover_groups_group on takeover_groups (group_id);

-- That a screen showed something: once by screen, thing and instant, however often it is told. Forgotten once no device can tell it again.
create table screen_plays (
  screen_id bigint not null references screens (id),
  item text not null,
  started_at timestamptz not null,
  seconds integer not null check (seconds between 0 and 3600),
  primary key (screen_id, item, started_at)
);
create index screen_plays_started on screen_plays (started_at);

-- The same by day, for good; `told` is how many of them the ledger of figures knows.
create table screen_play_days (
  day date not null,
  screen_id bigint not null references screens (id),
  item text not null,
  title text not null default '',
  source text not null default '',
  plays integer not null,
  seconds integer not null,
  told integer not null default 0,
  primary key (day, screen_id, item)
);
create index screen_play_days_screen on screen_play_days (screen_id, day desc);
create index screen_play_days_source on screen_play_days (source, day) where source <> '';
create index screen_play_days_untold on screen_play_days (day, screen_id, item) where told <> plays;
