import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Told } from './lateness.ts';
import type { Kind, Row } from './plan.ts';

/** The posts (never the names or mails) of those who answer for something, by person. */
export async function selectPosts(db: Db, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await db.selectFrom('people').select(['id', 'position']).where('id', 'in', people).execute();
  return new Map(rows.map(({ id, position }) => [id, position]));
}

export type NamelessActivity = Pick<Row, 'item' | 'number' | 'title' | 'unit' | 'unitName' | 'startsOn' | 'endsOn' | 'recurrence'> & {
  readonly post: string | null;
  /** The last word on each of its times. */
  readonly told: readonly Told[];
};

/** The activities of a version in the order of their numbers, with the post of who answers for each and what was told of it. */
export async function selectPublicActivities(db: Db, version: number, at: Date): Promise<NamelessActivity[]> {
  const { rows } = await sql<NamelessActivity>`
    select r.item_id as item, r.number, r.title, r.unit_id as unit, u.name as "unitName", r.starts_on as "startsOn", r.ends_on as "endsOn",
           r.recurrence, nullif(p.position, '') as post, coalesce(t.told, '[]') as told
    from plan_rows r left join units u on u.id = r.unit_id left join people p on p.id = r.person_id
    left join (
      select item_id, json_agg(json_build_object('item', item_id, 'periodStart', period_start, 'state', state, 'percent', percent)) as told
      from (
        select distinct on (item_id, period_start) item_id, period_start, state, percent from progress_reports
        where item_id in (select item_id from plan_rows where version_id = ${version} and kind = 'activity') and reported_at <= ${at}
        order by item_id, period_start, id desc
      ) last group by item_id
    ) t on t.item_id = r.item_id
    where r.version_id = ${version} and r.kind = 'activity' order by string_to_array(r.number, '.')::int[], r.item_id`.execute(db);
  return rows;
}

export interface PublicNote {
  readonly item: number;
  readonly kind: 'cause' | 'action';
  readonly text: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly dueOn: Day | null;
  /** Who answers for it, by post and dependency. */
  readonly post: string | null;
  readonly unitName: string | null;
}

/** The annotations that stand beside the figures of these items, newest first. */
export function selectPublicNotes(db: Db, items: readonly number[]): Promise<PublicNote[]> {
  if (items.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('annotations as a')
    .leftJoin('people as o', 'o.id', 'a.owner_id')
    .leftJoin('units as u', 'u.id', 'o.unit_id')
    .select([
      'a.item_id as item',
      'a.kind',
      'a.text',
      'a.starts_on as startsOn',
      'a.ends_on as endsOn',
      'a.due_on as dueOn',
      'o.position as post',
      'u.name as unitName',
    ])
    .$narrowType<{ kind: PublicNote['kind']; startsOn: Day; endsOn: Day | null; dueOn: Day | null }>()
    .where('a.item_id', 'in', items)
    .where('a.withdrawn_at', 'is', null)
    .orderBy('a.starts_on', 'desc')
    .orderBy('a.id', 'desc')
    .execute();
}

export interface PublicFound {
  readonly kind: Kind | 'plan' | 'section';
  readonly plan: string;
  readonly planTitle: string;
  readonly item: number | null;
  readonly section: string | null;
  readonly title: string;
  readonly text: string;
}

/** What the versions in force say about a text: any form of the word with or without accents, and titles with nearly that word. */
export async function findInForce(db: Db, text: string, limit: number): Promise<PublicFound[]> {
  const { rows } = await sql<PublicFound>`
    with shown as (
      select v.id, p.code, p.title from plan_versions v join plans p on p.id = v.plan_id where v.state = 'in_force'
    ),
    asked as (select websearch_to_tsquery('es', ${text}) as words, plain(${text}) as text),
    said as (
      select 'plan' as kind, s.code as plan, s.title as "planTitle", null::bigint as item, null as section, s.title, '' as text,
             1 + word_similarity(asked.text, plain(s.title)) as rank
      from shown s, asked where asked.text <% plain(s.title)
      union all
      select r.kind, s.code, s.title, r.item_id, null, r.title, r.description,
             ts_rank(to_tsvector('es', r.title || ' ' || r.description), asked.words) + word_similarity(asked.text, plain(r.title))
      from asked, plan_rows r join shown s on s.id = r.version_id
      where to_tsvector('es', r.title || ' ' || r.description) @@ asked.words or asked.text <% plain(r.title)
      union all
      -- A section is found by its title, its text and what its rows say.
      select 'section', s.code, s.title, null, c.code, c.title, left(c.body, 300),
             ts_rank(to_tsvector('es', c.title || ' ' || c.body || ' ' || c.items::text), asked.words)
      from asked, plan_sections c join shown s on s.id = c.version_id
      where to_tsvector('es', c.title || ' ' || c.body || ' ' || c.items::text) @@ asked.words
    )
    select kind, plan, "planTitle", item, section, title, text from said order by rank desc, title limit ${limit}`.execute(db);
  return rows;
}
