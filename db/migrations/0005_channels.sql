-- The institution's own means of reaching people.
create table channels (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  -- How it carries: what the program does when something goes out by it; by_hand: a person carries it, and says so.
  means text not null check (means in ('portal', 'intranet', 'mail', 'screen', 'by_hand')),
  class text not null check (class in ('ATL', 'BTL', 'digital')),
  mode text not null check (mode in ('online', 'offline')),
  -- Whether somebody outside the institution can read what goes out by it.
  public boolean not null,
  position integer not null default 0,
  closed_at timestamptz,
  unique (code, public)
);
insert into channels (code, name, means, class, mode, public, position) values
  ('pagina-web', 'Portal', 'portal', 'digital', 'online', true, 1),
  ('intranet', 'Intranet', 'intranet', 'digital', 'online', false, 2),
  ('correo-interno', 'Correo interno', 'mail', 'digital', 'online', false, 3),
  ('redes-sociales', 'Redes sociales', 'by_hand', 'digital', 'online', true, 4),
  ('carteleras', 'Carteleras', 'by_hand', 'BTL', 'offline', false, 5),
  ('impresos', 'Impresos', 'by_hand', 'BTL', 'offline', true, 6),
  ('pantallas-internas', 'Pantallas internas', 'screen', 'digital', 'offline', false, 7);

-- One thing by one channel: written down before it leaves, with what leaves, and known after.
create table dispatches (
  id bigint generated always as identity primary key,
  channel text not null references channels (code),
  public boolean not null,
  -- What goes out, such as piece 7, at which approved content.
  source_type text not null,
  source_id text not null,
  content_sha256 text not null,
  class text not null check (class in ('public', 'internal', 'classified', 'reserved')),
  -- What it is called, for lists.
  title text not null default '',
  -- waiting: for a person to carry it; replaced: by a later one of the same source and channel; the rest as it says.
  state text not null check (state in ('scheduled', 'held', 'waiting', 'sending', 'delivered', 'failed', 'unknown', 'cancelled', 'withdrawn', 'replaced', 'expired')),
  due_at timestamptz not null,
  -- What leaves, rendered; never written again.
  snapshot jsonb not null,
  scheduled_by uuid references people (id),
  scheduled_at timestamptz not null,
  attempts integer not null default 0,
  attempted_at timestamptz,
  delivered_at timestamptz,
  withdrawn_at timestamptz,
  error text,
  foreign key (channel, public) references channels (code, public),
  -- What is not public cannot get out, whatever a command says.
  constraint dispatches_class_guard check (class = 'public' or not public)
);
create index dispatches_due on dispatches (due_at, id) where state = 'scheduled';
create index dispatches_source on dispatches (source_type, source_id, id);
create index dispatches_list on dispatches (scheduled_at desc, id desc);
create index dispatches_state on dispatches (state, scheduled_at desc, id desc);
create index dispatches_title on dispatches using gin (plain(title) gin_trgm_ops);
-- One on its way and one out, of each source by each channel.
create unique index dispatches_open on dispatches (source_type, source_id, channel) where state in ('scheduled', 'held', 'waiting', 'sending');
create unique index dispatches_out on dispatches (source_type, source_id, channel) where state = 'delivered';

-- Each move of a dispatch from one state to the next.
create table dispatch_moves (
  id bigint generated always as identity primary key,
  dispatch_id bigint not null references dispatches (id),
  state text not null,
  person_id uuid references people (id),
  at timestamptz not null,
  note text not null default ''
);
create index dispatch_moves_dispatch on dispatch_moves (dispatch_id, id);

-- One addressee of a dispatch by mail: the mail lies in the outbox, which sends it once.
create table deliveries (
  dispatch_id bigint not null references dispatches (id),
  person_id uuid not null references people (id),
  mail_id bigint references outbox_mails (id),
  written_at timestamptz not null,
  primary key (dispatch_id, person_id)
);

-- That a person saw or confirmed reading something that went out inside the house.
create table receipts (
  dispatch_id bigint not null references dispatches (id),
  person_id uuid not null references people (id),
  kind text not null check (kind in ('seen', 'confirmed')),
  at timestamptz not null,
  primary key (dispatch_id, person_id, kind)
);
create index receipts_person on receipts (person_id, at desc);
