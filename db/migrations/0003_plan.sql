create table plans (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (length(title) between 1 and 300),
  summary text not null default '',
  unit_id bigint not null references units (id),
  -- The plan to whose objectives this one aligns its own.
  parent_id bigint references plans (id),
  starts_on date not null,
  ends_on date not null,
  created_by uuid references people (id),
  created_at timestamptz not null,
  check (ends_on > starts_on),
  check (parent_id <> id)
);
create index plans_unit on plans (unit_id);
create index plans_parent on plans (parent_id);

create table plan_versions (
  id bigint generated always as identity primary key,
  plan_id bigint not null references plans (id),
  number integer not null,
  state text not null check (state in ('draft', 'in_review', 'approved', 'in_force', 'closed')),
  based_on bigint references plan_versions (id),
  note text not null default '',
  created_by uuid references people (id),
  created_at timestamptz not null,
  in_force_from date,
  in_force_until date,
  unique (plan_id, number)
);
create unique index plan_versions_one_in_force on plan_versions (plan_id) where state = 'in_force';
create unique index plan_versions_one_open on plan_versions (plan_id) where state in ('draft', 'in_review', 'approved');

-- Each move of a version from one state to the next: who, when, why, over which content.
create table plan_version_moves (
  id bigint generated always as identity primary key,
  version_id bigint not null references plan_versions (id),
  move text not null check (move in ('submit', 'return', 'approve', 'put_in_force', 'close')),
  person_id uuid references people (id),
  at timestamptz not null,
  note text not null default '',
  content_sha256 text not null
);
create index plan_version_moves_version on plan_version_moves (version_id, id);

-- Who wrote in a version, so that none of them approves it.
create table plan_version_authors (
  version_id bigint not null references plan_versions (id),
  person_id uuid not null references people (id),
  first_at timestamptz not null,
  primary key (version_id, person_id)
);

-- The dependencies that a version names, in its order.
create table plan_units (
  version_id bigint not null references plan_versions (id),
  unit_id bigint not null references units (id),
  position integer not null,
  primary key (version_id, unit_id)
);
create index plan_units_unit on plan_units (unit_id);

create table plan_sections (
  version_id bigint not null references plan_versions (id),
  code text not null,
  position integer not null,
  kind text not null,
  title text not null,
  body text not null default '',
  -- [{code, title, text}]
  items jsonb not null default '[]',
  revision integer not null default 1,
  changed_by uuid references people (id),
  changed_at timestamptz,
  primary key (version_id, code)
);

create table plan_segments (
  version_id bigint not null references plan_versions (id),
  code text not null,
  position integer not null,
  name text not null,
  focus text not null default '',
  channels text[] not null default '{}',
  revision integer not null default 1,
  changed_by uuid references people (id),
  changed_at timestamptz,
  primary key (version_id, code)
);

create table plan_channels (
  version_id bigint not null references plan_versions (id),
  code text not null,
  position integer not null,
  name text not null,
  class text not null check (class in ('ATL', 'BTL', 'digital')),
  mode text not null check (mode in ('online', 'offline')),
  purpose text not null default '',
  revision integer not null default 1,
  changed_by uuid references people (id),
  changed_at timestamptz,
  primary key (version_id, code)
);

-- What an objective, component, responsibility, activity or indicator *is*, across versions.
create table plan_items (
  id bigint generated always as identity primary key,
  plan_id bigint not null references plans (id),
  kind text not null check (kind in ('objective', 'component', 'responsibility', 'activity', 'indicator')),
  created_at timestamptz not null
);
create index plan_items_plan on plan_items (plan_id, kind);

-- What it says in one version: the row of the plan's tree.
create table plan_rows (
  version_id bigint not null references plan_versions (id),
  item_id bigint not null references plan_items (id),
  kind text not null check (kind in ('objective', 'component', 'responsibility', 'activity', 'indicator')),
  parent_id bigint references plan_items (id),
  position integer not null,
  -- 2.1.3, from the positions; indicators have none of their own.
  number text not null default '',
  code text not null,
  title text not null check (length(title) between 1 and 500),
  description text not null default '',
  -- The responsible dependency and person.
  unit_id bigint references units (id),
  person_id uuid references people (id),
  -- objectives: the parent plan's objective that this one serves
  aligned_item_id bigint references plan_items (id),
  -- activities
  starts_on date,
  ends_on date,
  recurrence text check (recurrence in ('none', 'weekly', 'biweekly', 'monthly', 'quarterly', 'yearly')),
  segments text[] not null default '{}',
  channels text[] not null default '{}',
  also_serves bigint[] not null default '{}',
  -- indicators
  measure text,
  filter jsonb not null default '{}',
  figure_unit text,
  direction text check (direction in ('up', 'down')),
  adds_up text check (adds_up in ('sum', 'last', 'average', 'ratio', 'percentile')),
  frequency text check (frequency in ('month', 'quarter', 'year')),
  baseline numeric,
  baseline_note text not null default '',
  revision integer not null default 1,
  changed_by uuid references people (id),
  changed_at timestamptz not null,
  primary key (version_id, item_id),
  unique (version_id, kind, code),
  check (kind <> 'activity' or (starts_on is not null and ends_on is not null and ends_on >= starts_on and recurrence is not null)),
  check (kind <> 'indicator' or (measure is not null and figure_unit is not null and direction is not null and adds_up is not null and frequency is not null)),
  check ((kind = 'objective') = (parent_id is null))
);
create index plan_rows_parent on plan_rows (version_id, parent_id, position);
create index plan_rows_item on plan_rows (item_id);
create index plan_rows_person on plan_rows (person_id) where kind = 'activity';
create index plan_rows_unit on plan_rows (unit_id) where kind = 'activity';
create index plan_rows_search on plan_rows using gin (to_tsvector('es', title || ' ' || description));
create index plan_rows_title on plan_rows using gin (plain(title) gin_trgm_ops);

create table plan_targets (
  version_id bigint not null,
  item_id bigint not null,
  starts_on date not null,
  ends_on date not null,
  value numeric not null,
  primary key (version_id, item_id, starts_on, ends_on),
  foreign key (version_id, item_id) references plan_rows (version_id, item_id) on delete cascade,
  check (ends_on >= starts_on)
);

-- Progress on an activity, told by whoever answers for it. `period_start` is the occurrence it speaks of.
create table progress_reports (
  id bigint generated always as identity primary key,
  item_id bigint not null references plan_items (id),
  period_start date not null,
  state text not null check (state in ('not_started', 'under_way', 'done', 'cancelled')),
  percent integer not null check (percent between 0 and 100),
  note text not null default '',
  person_id uuid references people (id),
  reported_at timestamptz not null
);
create index progress_reports_item on progress_reports (item_id, reported_at desc);

create table evidences (
  id bigint generated always as identity primary key,
  report_id bigint references progress_reports (id),
  reading_id bigint,
  file_id uuid not null references files (id),
  check ((report_id is null) <> (reading_id is null))
);
create index evidences_report on evidences (report_id);
create index evidences_reading on evidences (reading_id);

-- A figure that a person took, for one period. A correction is a new row that names the one it replaces.
create table readings (
  id bigint generated always as identity primary key,
  item_id bigint not null references plan_items (id),
  starts_on date not null,
  ends_on date not null,
  value numeric not null,
  note text not null default '',
  person_id uuid references people (id),
  taken_at timestamptz not null,
  corrects bigint unique references readings (id),
  reason text not null default '',
  check (ends_on >= starts_on),
  check (corrects is null or reason <> '')
);
create index readings_item on readings (item_id, starts_on, id);
alter table evidences add constraint evidences_reading_fk foreign key (reading_id) references readings (id);

-- The second person's yes or no, for a reading that counts towards a target.
create table reading_decisions (
  reading_id bigint primary key references readings (id),
  decision text not null check (decision in ('accepted', 'returned')),
  person_id uuid not null references people (id),
  note text not null default '',
  decided_at timestamptz not null
);

-- Why a figure goes badly, and who mends it.
create table annotations (
  id bigint generated always as identity primary key,
  item_id bigint not null references plan_items (id),
  starts_on date not null,
  ends_on date,
  kind text not null check (kind in ('cause', 'action')),
  text text not null check (length(text) between 1 and 2000),
  owner_id uuid references people (id),
  due_on date,
  person_id uuid references people (id),
  written_at timestamptz not null,
  withdrawn_at timestamptz
);
create index annotations_item on annotations (item_id, starts_on);
