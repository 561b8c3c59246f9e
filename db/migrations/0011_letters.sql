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
