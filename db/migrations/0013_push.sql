-- A sheet of paper as it was drawn from what was approved, kept before it was given to whoever hangs it.
create table prints (
  dispatch_id bigint not null references dispatches (id),
  sheet text not null check (sheet in ('card', 'leaflet', 'poster')),
  file_id uuid not null references files (id),
  primary key (dispatch_id, sheet)
);
