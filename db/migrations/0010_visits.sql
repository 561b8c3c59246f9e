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
