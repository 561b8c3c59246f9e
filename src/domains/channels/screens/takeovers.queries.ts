import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeoverKind } from './takeovers.input.ts';

export interface Takeover {
  readonly id: number;
  readonly kind: TakeoverKind;
  readonly title: string;
  readonly text: string;
  readonly steps: readonly string[];
  readonly address: string;
  readonly reason: string;
  readonly groups: readonly number[];
  readonly groupNames: readonly string[];
  readonly startedByName: string | null;
  readonly startedAt: Date;
  readonly until: Date;
  readonly givenBackAt: Date | null;
  readonly givenBackByName: string | null;
}

const columns = sql`t.id, t.kind, t.title, t.text, t.steps, t.address, t.reason, t.started_at as "startedAt", t.until, t.given_back_at as "givenBackAt",
  p.name as "startedByName", b.name as "givenBackByName",
  array(select o.group_id::int from takeover_groups o where o.takeover_id = t.id order by 1) as groups,
  array(select g.name from takeover_groups o join screen_groups g on g.id = o.group_id where o.takeover_id = t.id order by plain(g.name)) as "groupNames"`;
const from = sql`takeovers t left join people p on p.id = t.started_by left join people b on b.id = t.given_back_by`;

export interface TakeoverFilter {
  readonly search?: string | undefined;
  readonly kind?: TakeoverKind | undefined;
}

const narrowed = ({ search, kind }: TakeoverFilter) => sql`true ${kind ? sql`and t.kind = ${kind}` : sql``}
  ${search ? sql`and plain(t.title || ' ' || t.reason) like '%' || plain(${search.replace(/[\\%_]/g, '\\$&')}) || '%'` : sql``}`;

/** The last first; the rows are found before they are dressed. */
export async function selectTakeovers(db: Db, filter: TakeoverFilter, limit: number, offset: number): Promise<Takeover[]> {
  const { rows } = await sql<Takeover>`with found as materialized (
      select t.id from takeovers t where ${narrowed(filter)} order by t.started_at desc, t.id desc limit ${limit} offset ${offset}
    ) select ${columns} from ${from} where t.id in (select id from found) order by t.started_at desc, t.id desc`.execute(db);
  return rows;
}

/** How many there were, and how many cover something now. */
export async function countTakeovers(db: Db, filter: TakeoverFilter, now: Date): Promise<{ total: number; open: number }> {
  const { rows } = await sql<{ total: number; open: number }>`select
    (select count(*)::int from takeovers t where ${narrowed(filter)}) as total,
    (select count(*)::int from takeovers t where t.given_back_at is null and t.until > ${now}) as open`.execute(db);
  return rows[0]!;
}

export async function selectTakeover(db: Db, id: number): Promise<Takeover | undefined> {
  const { rows } = await sql<Takeover>`select ${columns} from ${from} where t.id = ${id} for update of t`.execute(db);
  return rows[0];
}

/** What covers a group now: an alert before a notice before a drill; of equals the last. */
export async function selectCovering(db: Db, group: number, now: Date): Promise<Takeover | undefined> {
  const { rows } =
    await sql<Takeover>`select ${columns} from ${from} join takeover_groups o on o.takeover_id = t.id and o.group_id = ${group}
    where t.given_back_at is null and t.until > ${now}
    order by array_position(array['alert', 'notice', 'drill'], t.kind), t.started_at desc, t.id desc limit 1`.execute(db);
  return rows[0];
}

export async function insertTakeover(
  db: Db,
  given: Pick<Takeover, 'kind' | 'title' | 'text' | 'steps' | 'address' | 'reason' | 'groups' | 'until'>,
  by: string | null,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{
    id: number;
  }>`insert into takeovers (kind, title, text, steps, address, reason, started_by, started_at, until)
    values (${given.kind}, ${given.title}, ${given.text}, ${[...given.steps]}, ${given.address}, ${given.reason}, ${by}::uuid, ${now}, ${given.until})
    returning id`.execute(db);
  const { id } = rows[0]!;
  await sql`insert into takeover_groups (takeover_id, group_id) select distinct ${id}::bigint, g from unnest(${[...given.groups]}::bigint[]) g`.execute(
    db,
  );
  return id;
}

export async function selectTakeoverNames(db: Db, ids: readonly number[]): Promise<{ id: number; title: string }[]> {
  const { rows } = await sql<{ id: number; title: string }>`select id, title from takeovers where id = any (${ids}::bigint[])`.execute(db);
  return rows;
}

export async function markGivenBack(db: Db, id: number, by: string | null, now: Date): Promise<void> {
  await sql`update takeovers set given_back_at = ${now}, given_back_by = ${by}::uuid where id = ${id}`.execute(db);
}
