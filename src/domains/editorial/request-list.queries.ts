import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { InformationClass, PieceState } from './piece.ts';
import { requestPiles, type RequestPile, type RequestState } from './request.ts';
import type { RequestReader } from './request-readers.ts';
import type { RequestFilter } from './requests.input.ts';
import { readableRequest } from './requests.queries.ts';

export interface ListedRequest {
  readonly id: number;
  readonly title: string;
  readonly state: RequestState;
  readonly class: InformationClass;
  readonly kind: string | null;
  readonly unitName: string | null;
  readonly askerName: string;
  readonly assigneeName: string | null;
  readonly askedAt: Date;
  readonly answerDueOn: Day;
  readonly wantedOn: Day | null;
  readonly dueOn: Day | null;
  readonly doneAt: Date | null;
  readonly answerHours: number | null;
  readonly days: number | null;
  readonly piece: number | null;
  readonly pieceState: PieceState | null;
  readonly campaign: number | null;
}

const columns = sql`r.id, r.title, r.state, r.class, r.kind, u.name as "unitName", coalesce(a.name, r.asker_name) as "askerName",
  s.name as "assigneeName", r.asked_at as "askedAt", r.answer_due_on as "answerDueOn", r.wanted_on as "wantedOn", r.due_on as "dueOn",
  r.done_at as "doneAt", r.answer_hours::float8 as "answerHours", r.days, r.piece_id as piece,
  case when p.class in ('public', 'internal') then p.state end as "pieceState", r.campaign_id as campaign`;
const besides = sql`left join units u on u.id = r.unit_id left join people a on a.id = r.asked_by
  left join people s on s.id = r.assignee_id left join pieces p on p.id = r.piece_id`;

/** A part of a pile, the newest first; `before` is the last one of the part above. */
export async function selectRequests(
  db: Db,
  reader: RequestReader,
  filter: OfAPile,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<ListedRequest[]> {
  const begun = before === undefined ? sql`true` : sql`(r.asked_at, r.id) < (select asked_at, id from requests where id = ${before})`;
  const { rows } = await sql<ListedRequest>`
    with found as (
      select r.* from requests r where ${wanted(reader, filter)} and ${begun} order by r.asked_at desc, r.id desc limit ${limit}
    )
    select ${columns} from found r ${besides}
    order by r.asked_at desc, r.id desc`.execute(db);
  return rows;
}

/** How many lie in the open piles for a reader, and of them how many are late: to be answered, or delivered. */
export async function countPiles(
  db: Db,
  reader: RequestReader,
  filter: Omit<RequestFilter, 'after' | 'pile'>,
  today: Day,
): Promise<{ waiting: number; under_way: number; late: number }> {
  const { rows } = await sql<{ waiting: number; under_way: number; late: number }>`
    select count(*) filter (where r.state in ('waiting', 'returned')) as waiting, count(*) filter (where r.state = 'accepted') as under_way,
      count(*) filter (where (r.state = 'waiting' and r.answer_due_on < ${today}) or (r.state = 'accepted' and r.due_on < ${today})) as late
    from requests r where r.state in ('waiting', 'returned', 'accepted') and ${narrowed(reader, filter)}`.execute(db);
  return rows[0]!;
}

/** Of one pile, or of all of them. */
type OfAPile = Omit<RequestFilter, 'after' | 'pile'> & { readonly pile?: RequestPile };

function wanted(reader: RequestReader, { pile, ...filter }: OfAPile): RawBuilder<boolean> {
  return sql<boolean>`${pile ? inPile(pile) : sql`true`} and ${narrowed(reader, filter)}`;
}

const inPile = (pile: RequestPile) => sql`r.state in (${sql.join(requestPiles[pile].map((state) => sql.lit(state)))})`;

function narrowed(
  reader: RequestReader,
  { q, unit, kind, region, assignee, mine }: Omit<RequestFilter, 'after' | 'pile'>,
): RawBuilder<boolean> {
  const clauses: RawBuilder<unknown>[] = [readableRequest(reader)];
  if (mine) clauses.push(sql`r.asked_by = ${reader.person}`);
  if (q !== '') clauses.push(searched(q));
  if (unit) clauses.push(sql`r.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${unit})`);
  if (kind) clauses.push(sql`r.kind = ${kind}`);
  if (region) clauses.push(sql`exists (select from unnest(r.regions) region where region like ${`${region}%`})`);
  if (assignee === 'nobody') clauses.push(sql`r.assignee_id is null`);
  else if (assignee) clauses.push(sql`r.assignee_id = ${assignee}`);
  return sql<boolean>`${sql.join(clauses, sql` and `)}`;
}

/** By number, or by words. The words of what is secret are in no index: it is found by its number alone. */
function searched(text: string): RawBuilder<unknown> {
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  if (number) return sql`r.id = ${Number(number)}`;
  return sql`(r.search @@ websearch_to_tsquery('es', ${text})
    or (r.class in ('public', 'internal') and plain(r.title) like '%' || plain(${text}) || '%'))`;
}

/** Those who make something that is asked, to choose from. */
export async function selectAssignees(db: Db): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from people p where exists (select from requests r where r.assignee_id = p.id) order by plain(p.name) limit 200`.execute(
    db,
  );
  return rows;
}

/** How long the last ones of a kind took, in business days: their median, and of how many it is. */
export async function selectMedianDays(db: Db, kind: string, last: number): Promise<{ days: number; of: number } | undefined> {
  const { rows } = await sql<{ days: number | null; of: number }>`
    select percentile_cont(0.5) within group (order by d.days) as days, count(*) as of
    from (select days from requests where state = 'done' and kind = ${kind} and days is not null order by done_at desc limit ${last}) d`.execute(
    db,
  );
  const [median] = rows;
  return median && median.days !== null ? { days: median.days, of: median.of } : undefined;
}

export async function selectOwnRequests(db: Db, person: string | null, limit: number, offset: number): Promise<ListedRequest[]> {
  const { rows } = await sql<ListedRequest>`select ${columns} from requests r ${besides}
    where r.asked_by = ${person} order by r.id desc limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

export async function countOwnRequests(db: Db, person: string | null): Promise<{ asked: number; open: number; returned: number }> {
  const { rows } = await sql<{ asked: number; open: number; returned: number }>`
    select count(*) as asked, count(*) filter (where state in ('waiting', 'returned', 'accepted')) as open,
      count(*) filter (where state = 'returned') as returned
    from requests where asked_by = ${person}`.execute(db);
  return rows[0]!;
}
