-- A sheet of paper as it was drawn from what was approved, kept before it was given to whoever hangs it.
create table prints (
  dispatch_id bigint not null references dispatches (id),
  sheet text not null check (sheet in ('card', 'leaflet', 'poster')),
  file_id uuid not null references files (id),
  primary key (dispatch_id, sheet)
);

-- By push: a short notice on the device of whoever asked for it, which opens a page.
alter table channels drop constraint channels_means_check;
alter table channels add constraint channels_means_check check (means in ('portal', 'intranet', 'mail', 'screen', 'by_hand', 'push')) not valid;
alter table channels validate constraint channels_means_check;
insert into channels (code, name, means, class, mode, public, position) values
  ('avisos-navegador', 'Avisos en el navegador', 'push', 'digital', 'online', true, 8),
  ('avisos-personal', 'Avisos al personal', 'push', 'digital', 'online', false, 9);

-- By what a purpose reaches whoever agreed: a browser has no address to write to.
alter table purposes add column means text not null default 'mail' check (means in ('mail', 'push'));
insert into purposes (code, name, position, means) values ('avisos-navegador', 'Avisos en el navegador', 5, 'push');
insert into purpose_texts (purpose, number, text, published_at) values
  ('avisos-navegador', 1, 'Autorizo que la entidad me muestre sus noticias y avisos en este navegador. No se guarda mi nombre ni mi correo. Cada aviso viaja cifrado por el servicio del fabricante del navegador, que no puede leerlo. Puedo retirar esta autorización cuando quiera.', now());

-- The pair of keys by which this house proves to the makers of browsers who it is (RFC 8292); the private one is sealed.
create table push_keys (
  id integer primary key default 1 check (id = 1),
  public_key text not null,
  private_key text not null,
  made_at timestamptz not null
);

-- A device that asked for notices: of a person of the house, or of a contact that is nothing but its agreement.
create table push_subscriptions (
  id bigint generated always as identity primary key,
  person_id uuid references people (id),
  contact_id bigint references contacts (id),
  endpoint text not null unique check (length(endpoint) <= 2000),
  -- The host of the push service: one that asks to wait is left alone.
  host text not null,
  p256dh text not null,
  auth text not null,
  -- What its owner knows it by.
  device text not null,
  language text not null default 'es' check (language in ('es', 'en')),
  -- The hash of what its browser holds, by which it turns itself off.
  token_sha256 text not null unique check (length(token_sha256) = 64),
  created_at timestamptz not null,
  accepted_at timestamptz,
  check ((person_id is null) <> (contact_id is null))
);
create index push_subscriptions_person on push_subscriptions (person_id) where person_id is not null;
create index push_subscriptions_contact on push_subscriptions (contact_id) where contact_id is not null;

-- Who said «no, gracias»: not asked again.
create table push_refusals (
  person_id uuid primary key references people (id),
  at timestamptz not null
);

-- What is said on devices: of a dispatch, or of a person's own notices.
create table push_messages (
  id bigint generated always as identity primary key,
  dispatch_id bigint references dispatches (id),
  -- {title, body, path, tag}
  message jsonb not null,
  -- After it nobody wants it any more.
  dies_at timestamptz not null,
  created_at timestamptz not null
);
create index push_messages_dispatch on push_messages (dispatch_id) where dispatch_id is not null;

-- accepted: the push service has it; unknown: the connection was cut before its answer; expired: the device was gone; refused: it will not take it;
-- late: nobody wanted it any more; cancelled: withdrawn before it left.
create table push_deliveries (
  message_id bigint not null references push_messages (id),
  subscription_id bigint not null,
  state text not null check (state in ('queued', 'attempted', 'accepted', 'unknown', 'expired', 'refused', 'late', 'cancelled')),
  tries integer not null default 0,
  next_at timestamptz not null,
  attempted_at timestamptz,
  -- What the service answered, as HTTP says.
  status integer,
  primary key (message_id, subscription_id)
);
-- In the order in which they leave: many wait for the same instant.
create index push_deliveries_due on push_deliveries (next_at, message_id) where state = 'queued';
create index push_deliveries_open on push_deliveries (attempted_at) where state = 'attempted';
create index push_deliveries_subscription on push_deliveries (subscription_id);

-- Own notices also on own devices, group by group; and which were told there.
alter table notification_choices add column push boolean not null default true;
alter table notifications add column pushed_at timestamptz;
