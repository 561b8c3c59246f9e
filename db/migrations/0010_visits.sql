-- Other web sites of the institution, counted by a script on their pages.
create table sites (
  id bigint generated always as identity primary key,
  -- In the snippet and in figures; it never changes.
  code text not null unique check (code ~ '^[a-z0-9-]{1,60}$'),
  name text not null check (length(name) between 1 and 120),
  -- Without protocol, in lower case, with a port when it is not the usual one.
  hosts text[] not null,
  -- Which part of it a path is: [{path, section}]; the first that fits holds.
  rules jsonb not null default '[]',
  -- The dependency that keeps it.
  unit_id bigint references units (id),
  created_by uuid references people (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Nothing more is taken from it; what was counted stays.
  closed_at timestamptz,
  version integer not null default 1
);
create unique index sites_name on sites (plain(name));

-- Page views and sessions by day, site (0 is the portal), section and where they came from: what boards of traffic read.
-- One row however many came, so that a year of millions is some hundred thousand rows.
create table visit_days (
  day date not null,
  site_id bigint not null,
  -- Without a name: no rule fits.
  section text not null,
  source text not null check (source in ('search', 'social', 'mail', 'direct', 'inside', 'other')),
  -- What counted it: our own collector, or the system from which it was imported.
  origin text not null default 'own' check (origin in ('own', 'matomo', 'umami', 'csv')),
  views bigint not null default 0,
  -- Visitors of that day seen in that section for the first time.
  sessions bigint not null default 0,
  -- Of them, those who were not seen on the site before.
  begun bigint not null default 0,
  -- How much of it stands in the ledger.
  told_views bigint not null default 0,
  told_sessions bigint not null default 0,
  primary key (day, site_id, section, source, origin)
) with (fillfactor = 70);

-- The same by month and by the host that led here, without what came from inside or from nowhere.
create table visit_hosts (
  month date not null,
  site_id bigint not null,
  section text not null,
  source text not null,
  host text not null,
  origin text not null default 'own',
  views bigint not null default 0,
  sessions bigint not null default 0,
  begun bigint not null default 0,
  primary key (month, site_id, section, source, host, origin)
) with (fillfactor = 70);

-- What a browser sent, so that what is sent again counts once; forgotten with the day. Unlogged: it says nothing of anybody.
create unlogged table visit_batches (
  id bytea primary key,
  day date not null
);
create index visit_batches_day on visit_batches (day);

-- A file of what another system counted, on its way in. Its figures replace those of the same system on the days that it has, and leave
-- out the days that our own collector counted: loading it again changes nothing.
create table visit_imports (
  id bigint generated always as identity primary key,
  name text not null,
  file_id uuid not null references files (id),
  size bigint not null,
  origin text not null check (origin in ('matomo', 'umami', 'csv')),
  -- 0 is the portal.
  site_id bigint,
  heads text[] not null,
  -- Of each column, what it is; the empty text is left out.
  columns text[] not null,
  state text not null check (state in ('matching', 'running', 'done', 'stopped', 'failed')),
  rows bigint not null default 0,
  faulted bigint not null default 0,
  views bigint not null default 0,
  sessions bigint not null default 0,
  -- Days of the file that our own collector had counted.
  left_out integer not null default 0,
  error text,
  worker uuid,
  claimed_until timestamptz,
  created_by uuid references people (id),
  created_at timestamptz not null,
  ended_at timestamptz
);
create index visit_imports_list on visit_imports (created_at desc, id desc);
create index visit_imports_due on visit_imports (id) where state = 'running';

create table visit_import_faults (
  import_id bigint not null references visit_imports (id),
  row bigint not null,
  cells text[] not null,
  problem text not null,
  value text not null default '',
  primary key (import_id, row)
);

-- What was read of a file, until it is added up. Unlogged: after a crash the file is read again.
create unlogged table visit_import_rows (
  import_id bigint not null,
  day date not null,
  section text not null,
  source text not null,
  views bigint not null,
  sessions bigint not null,
  begun bigint not null,
  -- Whom the other system told apart, when the file has each view.
  visitor text
);
create index visit_import_rows_import on visit_import_rows (import_id);
