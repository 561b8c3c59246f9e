-- What contacts did: came to something, answered something, or looked at a section of the portal after asking that it be remembered.

-- What something is done with: an event, a survey, a section of the portal.
create table interaction_subjects (
  act text not null check (act in ('attended', 'answered', 'visited')),
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null,
  primary key (act, code)
);

-- Once a day each: the same list loaded twice counts once, and belongs to the import that brought it first.
create table interactions (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts (id),
  act text not null,
  about text not null,
  day date not null,
  source text not null check (source in ('import', 'api', 'portal')),
  import_id bigint references contact_imports (id),
  foreign key (act, about) references interaction_subjects (act, code),
  check ((source = 'import') = (import_id is not null)),
  check ((source = 'portal') = (act = 'visited')),
  unique (contact_id, act, about, day)
);
-- A segment asks who did something, and since when, without opening the table.
create index interactions_about on interactions (act, about, day, contact_id);
create index interactions_import on interactions (import_id, id) where import_id is not null;

-- A file may be the list of those who came to something, or answered it, on a day.
alter table contact_imports
  add column act text,
  add column about text,
  add column happened_on date,
  -- How many interactions it brought.
  add column noted bigint not null default 0;
alter table contact_imports add constraint contact_imports_list_check
  check ((act is null) = (about is null) and (act is null) = (happened_on is null)) not valid;
alter table contact_imports validate constraint contact_imports_list_check;
alter table contact_imports add constraint contact_imports_about_fkey
  foreign key (act, about) references interaction_subjects (act, code) not valid;
alter table contact_imports validate constraint contact_imports_about_fkey;

-- One may agree that the portal remembers what he looks at: it reaches nobody, it only is known.
alter table purposes drop constraint purposes_means_check;
alter table purposes add constraint purposes_means_check check (means in ('mail', 'push', 'visits')) not valid;
alter table purposes validate constraint purposes_means_check;
insert into purposes (code, name, position, means) values
  ('visitas', 'Recordar qué secciones visito', 6, 'visits');
insert into purpose_texts (purpose, number, text, published_at) values
  ('visitas', 1, 'Autorizo que la entidad recuerde qué secciones de este portal visito desde este navegador, una vez al día cada una, para escribirme de lo que me interesa. No guarda qué páginas leo, ni mi dirección IP, ni nada de otros sitios. Lo que recuerda se borra a los trece meses, o en el momento en que yo retire esta autorización. Es voluntario: sin ella recibo lo mismo.', now());

-- Whoever takes that back leaves nothing remembered, whichever way he does it.
create function contacts_forget_visits() returns trigger language plpgsql as $$
begin
  delete from interactions where contact_id = new.id and act = 'visited';
  return null;
end $$;
create trigger contacts_forget_visits after update of purposes on contacts for each row
  when ('visitas' = any (old.purposes) and not ('visitas' = any (new.purposes))) execute function contacts_forget_visits();
