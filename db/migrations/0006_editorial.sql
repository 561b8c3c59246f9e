-- Asking ------------------------------------------------------------------------------------------------------------------------

-- A short public address by which somebody without an account may ask the office.
create table request_links (
  id bigint generated always as identity primary key,
  code text not null unique,
  name text not null,
  unit_id bigint references units (id),
  created_by uuid references people (id),
  created_at timestamptz not null,
  closed_at timestamptz
);

create table requests (
  id bigint generated always as identity primary key,
  title text not null check (length(title) between 1 and 200),
  what text not null,
  why text not null default '',
  for_whom text not null default '',
  wanted_on date,
  class text not null default 'public' check (class in ('public', 'internal', 'classified', 'reserved')),
  segments text[] not null default '{}',
  regions text[] not null default '{}',
  -- What it should become, as the asker sees it.
  kind text,
  unit_id bigint references units (id),
  asked_by uuid references people (id),
  -- Somebody without an account.
  asker_name text not null default '',
  asker_email citext,
  asker_language text not null default 'es',
  -- Where the house was seen from outside when he asked: what addresses in his mails begin with.
  asker_origin text not null default '',
  link_id bigint references request_links (id),
  state text not null default 'waiting' check (state in ('waiting', 'returned', 'accepted', 'done', 'merged', 'withdrawn')),
  asked_at timestamptz not null,
  -- Until when the office answers, and until when it delivers.
  answer_due_on date not null,
  due_on date,
  assignee_id uuid references people (id),
  item_id bigint references plan_items (id),
  merged_into bigint references requests (id),
  answered_at timestamptz,
  -- In working hours, from asking to the office's first word on it.
  answer_hours numeric,
  done_at timestamptz,
  -- In business days, from asking to delivery.
  days integer,
  revision integer not null default 1,
  -- Only of what anybody of the house may read.
  search tsvector generated always as (
    case when class in ('public', 'internal') then to_tsvector('es', title || ' ' || what || ' ' || why) else ''::tsvector end) stored,
  check (asked_by is not null or asker_email is not null),
  check (merged_into is null or merged_into <> id)
);
create index requests_state on requests (state, asked_at desc, id desc);
create index requests_asked on requests (asked_at desc, id desc);
create index requests_assignee on requests (assignee_id, asked_at desc) where assignee_id is not null;
create index requests_kind on requests (kind, done_at desc) where state = 'done';
create index requests_merged on requests (merged_into) where merged_into is not null;
create index requests_link on requests (link_id) where link_id is not null;
create index requests_regions on requests using gin (regions);
create index requests_unit on requests (unit_id, id desc);
create index requests_asker on requests (asked_by, id desc);
create index requests_item on requests (item_id) where item_id is not null;
create index requests_search on requests using gin (search);
create index requests_title on requests using gin (plain(title) gin_trgm_ops) where class in ('public', 'internal');

-- Secret addresses by which somebody without an account follows his request: a fresh one in each mail, of which only the hash is kept.
create table request_followings (
  token_hash text primary key,
  request_id bigint not null references requests (id),
  made_at timestamptz not null
);
create index request_followings_request on request_followings (request_id);

create table request_files (
  request_id bigint not null references requests (id),
  file_id uuid not null references files (id),
  primary key (request_id, file_id)
);
create index request_files_file on request_files (file_id);

-- What was said and decided about a request, in order.
create table request_moves (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests (id),
  move text not null check (move in ('ask', 'say', 'accept', 'return', 'answer', 'assign', 'merge', 'finish', 'withdraw')),
  person_id uuid references people (id),
  at timestamptz not null,
  note text not null default ''
);
create index request_moves_request on request_moves (request_id, id);

-- Campaigns ---------------------------------------------------------------------------------------------------------------------

create table campaigns (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  objective text not null default '',
  scope text not null check (scope in ('external', 'internal')),
  state text not null default 'draft' check (state in ('draft', 'designed', 'under_way', 'closed', 'cancelled')),
  unit_id bigint not null references units (id),
  item_id bigint references plan_items (id),
  request_id bigint references requests (id),
  owner_id uuid references people (id),
  starts_on date not null,
  ends_on date not null,
  segments text[] not null default '{}',
  regions text[] not null default '{}',
  tone text not null default '',
  -- Pesos.
  budget numeric not null default 0 check (budget >= 0),
  report text not null default '',
  -- Shown on the portal, with its pieces.
  public boolean not null default false,
  created_by uuid references people (id),
  created_at timestamptz not null,
  designed_at timestamptz,
  closed_at timestamptz,
  revision integer not null default 1,
  check (ends_on >= starts_on)
);
create index campaigns_dates on campaigns (starts_on, ends_on);
create index campaigns_unit on campaigns (unit_id);
create index campaigns_item on campaigns (item_id) where item_id is not null;
create index campaigns_name on campaigns using gin (plain(name) gin_trgm_ops);

create table campaign_lines (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns (id),
  position integer not null,
  line text not null check (length(line) between 1 and 300),
  detail text not null default '',
  -- Words by which a text shows that it says it.
  signs text[] not null default '{}',
  removed_at timestamptz
);
create index campaign_lines_campaign on campaign_lines (campaign_id, position);

create table campaign_actions (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns (id),
  title text not null check (length(title) between 1 and 200),
  class text not null check (class in ('ATL', 'BTL', 'digital')),
  mode text not null check (mode in ('online', 'offline')),
  channel text not null default '',
  starts_on date not null,
  ends_on date not null,
  state text not null default 'planned' check (state in ('planned', 'done', 'cancelled')),
  note text not null default '',
  done_at timestamptz,
  check (ends_on >= starts_on)
);
create index campaign_actions_campaign on campaign_actions (campaign_id, starts_on);

-- Public advertising spend: who was paid, by which contract. A wrong row is voided with its reason, never rewritten.
create table campaign_spends (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns (id),
  action_id bigint references campaign_actions (id),
  concept text not null,
  supplier text not null,
  contract text not null,
  amount numeric not null check (amount > 0),
  spent_on date not null,
  file_id uuid references files (id),
  written_by uuid references people (id),
  written_at timestamptz not null,
  voided_by uuid references people (id),
  voided_at timestamptz,
  void_reason text not null default ''
);
create index campaign_spends_campaign on campaign_spends (campaign_id, spent_on);

create table campaign_results (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaigns (id),
  name text not null,
  value numeric not null,
  unit text not null,
  note text not null default '',
  file_id uuid references files (id),
  written_by uuid references people (id),
  written_at timestamptz not null
);
create index campaign_results_campaign on campaign_results (campaign_id, id);

-- Pieces ------------------------------------------------------------------------------------------------------------------------

create table pieces (
  id bigint generated always as identity primary key,
  kind text not null,
  -- The last part of its public address. A changed one leaves the old in piece_addresses.
  slug text not null,
  title text not null check (length(title) between 1 and 300),
  state text not null default 'draft'
    check (state in ('draft', 'in_review', 'approved', 'scheduled', 'published', 'expired', 'withdrawn', 'discarded')),
  class text not null default 'public' check (class in ('public', 'internal', 'classified', 'reserved')),
  -- Of what is classified or reserved: the norm, the reason, since when and until when (Ley 1712 of 2014, articles 18, 19 and 22).
  class_basis text not null default '',
  class_reason text not null default '',
  class_since date,
  class_until date,
  unit_id bigint not null references units (id),
  item_id bigint references plan_items (id),
  campaign_id bigint references campaigns (id),
  request_id bigint references requests (id),
  slot_id bigint,
  slot_day date,
  owner_id uuid references people (id),
  line text check (line in ('information', 'training', 'participation')),
  segments text[] not null default '{}',
  regions text[] not null default '{}',
  channels text[] not null default '{}',
  fields jsonb not null default '{}',
  -- The text as a tree of blocks (body.ts).
  body jsonb not null,
  -- The same as plain text, for search and checks.
  text text not null default '',
  words integer not null default 0,
  -- sha256 of all that a reader would see; what an approval names.
  sha256 text not null,
  revision integer not null default 1,
  -- When it should go out, not before which it may not, until when it stands, when it is looked at again.
  due_on date,
  publish_at timestamptz,
  embargo_until timestamptz,
  expires_on date,
  review_on date,
  created_by uuid references people (id),
  created_at timestamptz not null,
  changed_by uuid references people (id),
  changed_at timestamptz not null,
  submitted_at timestamptz,
  approved_at timestamptz,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawal_reason text not null default '',
  -- How often it was returned.
  returns integer not null default 0,
  -- The words of what is secret are in no index.
  search tsvector not null generated always as (
    case when class in ('public', 'internal') then to_tsvector('es', title || ' ' || text) else ''::tsvector end) stored,
  unique (id, class),
  check (class in ('public', 'internal') or (class_basis <> '' and class_since is not null)),
  -- At most fifteen years (article 22).
  check (class <> 'reserved' or (class_until is not null and class_until <= class_since + interval '15 years'))
);
create unique index pieces_slug on pieces (slug);
create index pieces_changed on pieces (changed_at desc, id desc);
create index pieces_state on pieces (state, changed_at desc, id desc);
create index pieces_owner on pieces (owner_id, state);
create index pieces_unit on pieces (unit_id, changed_at desc);
create index pieces_item on pieces (item_id) where item_id is not null;
create index pieces_campaign on pieces (campaign_id) where campaign_id is not null;
create index pieces_request on pieces (request_id) where request_id is not null;
create index pieces_kind on pieces (kind, changed_at desc);
create index pieces_publish on pieces (publish_at) where publish_at is not null;
create index pieces_published on pieces (published_at) where published_at is not null;
create index pieces_due on pieces (due_on) where due_on is not null;
create index pieces_secret on pieces (id) where class in ('classified', 'reserved');
create index pieces_expires on pieces (expires_on) where state = 'published' and expires_on is not null;
create index pieces_review on pieces (review_on) where state = 'published' and review_on is not null;
-- Only what anybody of the house may read is searched.
create index pieces_search on pieces using gin (search) where class in ('public', 'internal');
create index pieces_title on pieces using gin (plain(title) gin_trgm_ops) where class in ('public', 'internal');

-- What a request became: a piece, several requests perhaps the same one, or a campaign.
alter table requests add column piece_id bigint references pieces (id);
alter table requests add column campaign_id bigint references campaigns (id);
create index requests_piece on requests (piece_id) where piece_id is not null;
create index requests_campaign on requests (campaign_id) where campaign_id is not null;

-- An address that a piece had before; it leads to the piece for ever.
create table piece_addresses (
  slug text primary key,
  piece_id bigint not null references pieces (id),
  until timestamptz not null
);

create table piece_versions (
  id bigint generated always as identity primary key,
  piece_id bigint not null references pieces (id),
  number integer not null,
  title text not null,
  fields jsonb not null,
  body jsonb not null,
  text text not null,
  class text not null,
  sha256 text not null,
  made_by uuid references people (id),
  made_at timestamptz not null,
  note text not null default '',
  unique (piece_id, number)
);

-- Whoever wrote or edited a piece, so that none of them approves it.
create table piece_authors (
  piece_id bigint not null references pieces (id),
  person_id uuid not null references people (id),
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (piece_id, person_id)
);
create index piece_authors_person on piece_authors (person_id);

-- Who may read a piece that is classified or reserved: a person, or everybody of a dependency.
create table piece_readers (
  id bigint generated always as identity primary key,
  piece_id bigint not null references pieces (id),
  person_id uuid references people (id),
  unit_id bigint references units (id),
  named_by uuid references people (id),
  named_at timestamptz not null,
  ended_at timestamptz,
  check ((person_id is null) <> (unit_id is null))
);
create index piece_readers_piece on piece_readers (piece_id) where ended_at is null;
create index piece_readers_person on piece_readers (person_id) where ended_at is null;

-- Who has a piece open now, and where in it. Forgotten with the server.
create unlogged table piece_presences (
  piece_id bigint not null,
  person_id uuid not null,
  block text not null default '',
  seen_at timestamptz not null,
  primary key (piece_id, person_id)
);

-- One way that a piece is told elsewhere: its own words for a channel.
create table renditions (
  piece_id bigint not null references pieces (id),
  channel text not null references channels (code),
  fields jsonb not null default '{}',
  revision integer not null default 1,
  changed_by uuid references people (id),
  changed_at timestamptz not null,
  primary key (piece_id, channel)
);

-- Reviewing ---------------------------------------------------------------------------------------------------------------------

-- One step of one round of review. Steps of the same position go side by side.
create table review_steps (
  id bigint generated always as identity primary key,
  piece_id bigint not null references pieces (id),
  round integer not null,
  position integer not null,
  step text not null check (step in ('editor', 'unit', 'legal', 'planning', 'spokesperson', 'approval')),
  unit_id bigint references units (id),
  person_id uuid references people (id),
  stand_in_id uuid references people (id),
  version_id bigint not null references piece_versions (id),
  sha256 text not null,
  due_at timestamptz,
  state text not null default 'waiting' check (state in ('waiting', 'asked', 'passed', 'returned', 'void')),
  asked_at timestamptz,
  decided_by uuid references people (id),
  decided_at timestamptz,
  note text not null default '',
  reminded_at timestamptz
);
create index review_steps_piece on review_steps (piece_id, round, position, id);
create index review_steps_person on review_steps (person_id, due_at) where state = 'asked';
create index review_steps_stand_in on review_steps (stand_in_id) where state = 'asked';
create index review_steps_asked on review_steps (due_at) where state = 'asked';

-- That somebody who did not write it approves exactly this content.
create table approvals (
  id bigint generated always as identity primary key,
  piece_id bigint not null references pieces (id),
  version_id bigint not null references piece_versions (id),
  sha256 text not null,
  person_id uuid references people (id),
  at timestamptz not null,
  note text not null default '',
  voided_at timestamptz,
  voided_by uuid references people (id)
);
create unique index approvals_current on approvals (piece_id) where voided_at is null;

-- Four eyes, again in the database: an approval by who wrote or edited the piece is refused.
create function approvals_four_eyes() returns trigger language plpgsql as $$
begin
  if exists (select from piece_authors where piece_id = new.piece_id and person_id = new.person_id) then
    raise exception 'who wrote piece % does not approve it', new.piece_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approvals_four_eyes before insert on approvals for each row execute function approvals_four_eyes();

create table comments (
  id bigint generated always as identity primary key,
  piece_id bigint not null references pieces (id),
  version_id bigint references piece_versions (id),
  parent_id bigint references comments (id),
  -- The passage: its block, and its words.
  block text not null default '',
  quote text not null default '',
  text text not null check (length(text) between 1 and 4000),
  mentions uuid[] not null default '{}',
  person_id uuid references people (id),
  at timestamptz not null,
  resolved_by uuid references people (id),
  resolved_at timestamptz
);
create index comments_piece on comments (piece_id, id);

-- Other words for a passage, which the author takes or not.
create table suggestions (
  id bigint generated always as identity primary key,
  piece_id bigint not null references pieces (id),
  block text not null,
  quote text not null,
  replacement text not null,
  reason text not null default '',
  person_id uuid references people (id),
  at timestamptz not null,
  decision text check (decision in ('accepted', 'declined')),
  decided_by uuid references people (id),
  decided_at timestamptz
);
create index suggestions_piece on suggestions (piece_id, id);

-- Why a check that blocks may be passed over, and who answers for it.
create table waivers (
  id bigint generated always as identity primary key,
  piece_id bigint not null references pieces (id),
  "check" text not null,
  reason text not null check (length(reason) between 10 and 2000),
  person_id uuid references people (id),
  at timestamptz not null,
  ended_at timestamptz
);
create unique index waivers_current on waivers (piece_id, "check") where ended_at is null;

-- The restriction on official communication before elections: dates, by which act, and whom it must not promote.
create table election_windows (
  id bigint generated always as identity primary key,
  name text not null,
  act text not null default '',
  starts_on date not null,
  ends_on date not null,
  kinds text[] not null default '{}',
  candidates text[] not null default '{}',
  written_by uuid references people (id),
  written_at timestamptz not null,
  revoked_at timestamptz,
  check (ends_on >= starts_on)
);

-- Who decides for whom while he is away.
create table stand_ins (
  id bigint generated always as identity primary key,
  person_id uuid not null references people (id),
  stand_in_id uuid not null references people (id),
  starts_on date not null,
  ends_on date not null,
  named_by uuid references people (id),
  named_at timestamptz not null,
  ended_at timestamptz,
  check (ends_on >= starts_on),
  check (stand_in_id <> person_id)
);
create index stand_ins_person on stand_ins (person_id, ends_on) where ended_at is null;

-- Assets ------------------------------------------------------------------------------------------------------------------------

create table assets (
  id bigint generated always as identity primary key,
  file_id uuid not null unique references files (id),
  kind text not null check (kind in ('image', 'video', 'audio', 'document')),
  title text not null check (length(title) between 1 and 200),
  alt text not null default '',
  credit text not null default '',
  licence text not null default '',
  expires_on date,
  tags text[] not null default '{}',
  -- The point that stays in view when it is cut, in hundredths.
  focal_x integer not null default 50 check (focal_x between 0 and 100),
  focal_y integer not null default 50 check (focal_y between 0 and 100),
  people_shown boolean not null default false,
  minors_shown boolean not null default false,
  -- The signed authorisation of who is seen, and that of a minor's representative (Ley 1581 of 2012, article 7).
  release_file uuid references files (id),
  guardian_file uuid references files (id),
  captions_file uuid references files (id),
  transcript text not null default '',
  -- 64 bits of what it looks like, for finding what is nearly the same.
  look bit(64),
  unit_id bigint references units (id),
  -- The piece within which it came; while that one is classified or reserved, so is this.
  piece_id bigint references pieces (id),
  uploaded_by uuid references people (id),
  uploaded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawal_reason text not null default '',
  -- What its people were told of its licence already: «ends 2026-12-01», «ended 2026-12-01».
  licence_told text not null default '',
  revision integer not null default 1,
  search tsvector generated always as (to_tsvector('es', title || ' ' || alt || ' ' || credit)) stored
);
create index assets_list on assets (uploaded_at desc, id desc) where withdrawn_at is null;
create index assets_search on assets using gin (search);
create index assets_title on assets using gin (plain(title) gin_trgm_ops);
create index assets_tags on assets using gin (tags);
create index assets_piece on assets (piece_id) where piece_id is not null;
create index assets_release on assets (release_file) where release_file is not null;
create index assets_guardian on assets (guardian_file) where guardian_file is not null;
create index assets_captions on assets (captions_file) where captions_file is not null;
create index assets_expires on assets (expires_on) where expires_on is not null and withdrawn_at is null;

-- Where each is used now, kept when a piece is saved.
create table asset_uses (
  asset_id bigint not null references assets (id),
  piece_id bigint not null references pieces (id),
  primary key (asset_id, piece_id)
);
create index asset_uses_piece on asset_uses (piece_id);

create table snippets (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 120),
  text text not null,
  written_by uuid references people (id),
  written_at timestamptz not null,
  removed_at timestamptz
);

-- The institution's terms: how a thing is called here, what it means, and what not to call it.
create table terms (
  id bigint generated always as identity primary key,
  term text not null unique check (length(term) between 1 and 120),
  meaning text not null default '',
  instead_of text[] not null default '{}',
  -- 'jargon': say it plainer; 'forbidden': a slogan or brand that official communication may not use (Ley 2345 of 2023).
  sort text not null default 'term' check (sort in ('term', 'jargon', 'forbidden', 'official')),
  written_by uuid references people (id),
  written_at timestamptz not null,
  removed_at timestamptz
);

-- Calendar ----------------------------------------------------------------------------------------------------------------------

-- A place in the calendar that recurs and is owed: «the monthly newsletter».
create table slots (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 200),
  kind text not null,
  channels text[] not null default '{}',
  recurrence text not null check (recurrence in ('weekly', 'biweekly', 'monthly', 'quarterly', 'yearly')),
  starts_on date not null,
  ends_on date,
  unit_id bigint references units (id),
  item_id bigint references plan_items (id),
  owner_id uuid references people (id),
  line text check (line in ('information', 'training', 'participation')),
  created_by uuid references people (id),
  created_at timestamptz not null,
  closed_at timestamptz
);
alter table pieces add constraint pieces_slot_fk foreign key (slot_id) references slots (id);
create unique index pieces_slot on pieces (slot_id, slot_day) where slot_id is not null and state <> 'discarded';

-- A calendar that other programs read by a secret address.
create table calendar_feeds (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  person_id uuid not null references people (id),
  query text not null default '',
  created_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz
);

-- What is out ---------------------------------------------------------------------------------------------------------------------

-- The departments of municipalities: the first two digits of their codes (DANE, DIVIPOLA).
create function departments(regions text[]) returns text[] language sql immutable parallel safe as $$
  select array(select distinct left(r, 2) from unnest(regions) r)
$$;

-- What a channel shows of a piece: the approved content and nothing later. Portal and intranet read only this.
create table publications (
  dispatch_id bigint primary key references dispatches (id),
  piece_id bigint not null,
  class text not null,
  -- Whether anybody outside the house can read it. False again once withdrawn.
  in_public boolean not null,
  channel text not null,
  slug text not null,
  kind text not null,
  title text not null,
  lead text not null default '',
  html text not null,
  text text not null,
  image jsonb,
  fields jsonb not null default '{}',
  -- Every file that it shows: open to anybody while one that is out in public shows it.
  files uuid[] not null default '{}',
  words integer not null default 0,
  unit_id bigint references units (id),
  item_id bigint,
  campaign_id bigint references campaigns (id),
  line text,
  segments text[] not null default '{}',
  regions text[] not null default '{}',
  departments text[] generated always as (departments(regions)) stored,
  -- What it shows of the library, as it was when it went out (a trigger writes it).
  assets bigint[] not null default '{}',
  published_at timestamptz not null,
  updated_at timestamptz,
  embargo_until timestamptz,
  expires_on date,
  state text not null default 'out' check (state in ('out', 'expired', 'withdrawn', 'replaced')),
  withdrawn_at timestamptz,
  reason text not null default '',
  -- A change of class reaches here by itself, and is refused while the piece is out in public.
  foreign key (piece_id, class) references pieces (id, class) on update cascade,
  constraint publications_class_guard check (class = 'public' or not in_public),
  search tsvector generated always as (setweight(to_tsvector('es', title), 'A') || setweight(to_tsvector('es', lead), 'B') || to_tsvector('es', text)) stored
);
create unique index publications_out on publications (piece_id, channel) where state = 'out';
create index publications_piece on publications (piece_id, channel, dispatch_id);
create index publications_list on publications (channel, published_at desc, dispatch_id desc) include (in_public) where state = 'out';
create index publications_kind on publications (channel, kind, published_at desc) include (in_public) where state = 'out';
create index publications_slug on publications (slug, channel);
create index publications_campaign on publications (campaign_id, published_at desc) where state = 'out';
create index publications_unit on publications (channel, unit_id, published_at desc) where state = 'out';
create index publications_regions on publications using gin (regions) where state = 'out';
create index publications_departments on publications using gin (departments) where state = 'out';
-- Of which places the institution speaks is counted over years.
create index publications_covered on publications (published_at) include (piece_id, departments, regions, kind, channel)
  where state <> 'withdrawn' and class in ('public', 'internal');
create index publications_search on publications using gin (search) where state = 'out';
create index publications_files on publications using gin (files) where state = 'out' and in_public;
create index publications_expires on publications (expires_on) where state = 'out' and expires_on is not null;

create index publications_assets on publications using gin (assets) where state = 'out';

create function publications_assets() returns trigger language plpgsql as $$
begin
  new.assets := array(select asset_id from asset_uses where piece_id = new.piece_id order by asset_id);
  return new;
end $$;
create trigger publications_assets before insert on publications for each row execute function publications_assets();

-- What of the library is secret, and by which piece: what came within one that is classified or reserved, and what only such ones use.
create view secret_assets as
  select a.id as asset_id, p.id as piece_id
  from pieces p join assets a on a.piece_id = p.id where p.class in ('classified', 'reserved')
  union
  select u.asset_id, p.id
  from pieces p join asset_uses u on u.piece_id = p.id
  where p.class in ('classified', 'reserved')
    and not exists (select from asset_uses o join pieces q on q.id = o.piece_id
      where o.asset_id = u.asset_id and q.class in ('public', 'internal') and q.state <> 'discarded')
    and not exists (select from publications b where b.state = 'out' and b.assets @> array[u.asset_id] and b.class in ('public', 'internal'));

-- The portal's first page, in the editor's order.
create table home_blocks (
  id bigint generated always as identity primary key,
  position integer not null,
  block text not null check (block in ('lead', 'news', 'notice', 'campaign', 'plan', 'press', 'text', 'links')),
  title text not null default '',
  options jsonb not null default '{}',
  written_by uuid references people (id),
  written_at timestamptz not null
);
