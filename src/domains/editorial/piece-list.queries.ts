import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { InformationClass, PieceState } from './piece.ts';
import type { PieceFilter } from './piece-list.input.ts';
import { readable } from './pieces.queries.ts';
import type { Reader } from './readers.ts';

export interface ListedPiece {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly state: PieceState;
  readonly class: InformationClass;
  readonly unitName: string;
  readonly campaignName: string | null;
  readonly ownerName: string | null;
  readonly dueOn: Day | null;
  readonly publishAt: Date | null;
  readonly publishedAt: Date | null;
  readonly changedAt: Date;
  readonly words: number;
}

const unfinished = sql`p.state in ('draft', 'in_review', 'approved', 'scheduled') and p.published_at is null`;

/** The wanted pieces of a reader, the last changed first. */
export async function selectPieces(
  db: Db,
  reader: Reader,
  filter: PieceFilter,
  today: Day,
  limit: number,
  offset: number,
): Promise<ListedPiece[]> {
  const { rows } = await sql<ListedPiece>`
    select p.id, p.kind, p.title, p.state, p.class, u.name as "unitName", c.name as "campaignName", o.name as "ownerName",
           p.due_on as "dueOn", p.publish_at as "publishAt", p.published_at as "publishedAt", p.changed_at as "changedAt", p.words
    from pieces p join units u on u.id = p.unit_id left join campaigns c on c.id = p.campaign_id left join people o on o.id = p.owner_id
    where ${wanted(reader, filter, today)} order by p.changed_at desc, p.id desc limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** How many are wanted, counted no further than `most`: of a word that every text holds, nobody reads the exact number. */
export async function countPieces(db: Db, reader: Reader, filter: PieceFilter, today: Day, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select from pieces p where ${wanted(reader, filter, today)} limit ${most}) counted`.execute(db);
  return rows[0]!.count;
}

/** How many are on their way, of them in review and late, for a reader or (`owner`) of one person. */
export async function countOpen(db: Db, reader: Reader, today: Day): Promise<{ open: number; inReview: number; late: number }> {
  const { rows } = await sql<{ open: number; inReview: number; late: number }>`
    select count(*) as open, count(*) filter (where p.state = 'in_review') as "inReview", count(*) filter (where p.due_on < ${today}) as late
    from pieces p where ${unfinished} and ${readable(reader)}`.execute(db);
  return rows[0]!;
}

function wanted(reader: Reader, filter: PieceFilter, today: Day): RawBuilder<boolean> {
  const clauses = [readable(reader), stateClause(filter.state, today)];
  if (filter.q !== '') clauses.push(searched(filter.q));
  if (filter.kind) clauses.push(sql`p.kind = ${filter.kind}`);
  if (filter.unit) clauses.push(sql`p.unit_id in (select a.unit_id from unit_ancestors a where a.ancestor_id = ${filter.unit})`);
  if (filter.campaign) clauses.push(sql`p.campaign_id = ${filter.campaign}`);
  if (filter.item) clauses.push(sql`p.item_id = ${filter.item}`);
  if (filter.owner) clauses.push(sql`p.owner_id = ${filter.owner}`);
  if (filter.class) clauses.push(sql`p.class = ${filter.class}`);
  if (filter.channel) clauses.push(sql`${filter.channel} = any (p.channels)`);
  if (filter.segment) clauses.push(sql`${filter.segment} = any (p.segments)`);
  if (filter.region) clauses.push(sql`exists (select from unnest(p.regions) region where region like ${`${filter.region}%`})`);
  if (filter.line) clauses.push(sql`p.line = ${filter.line}`);
  return sql<boolean>`${sql.join(clauses, sql` and `)}`;
}

/** Only what anybody of the house may read is searched: the words of what is secret are in no index. */
function searched(text: string): RawBuilder<unknown> {
  return sql`p.class in ('public', 'internal')
    and (p.search @@ websearch_to_tsquery('es', ${text}) or plain(${text}) <% plain(p.title))`;
}

function stateClause(state: PieceFilter['state'], today: Day): RawBuilder<unknown> {
  if (state === undefined) return sql`p.state <> 'discarded'`;
  if (state === 'open') return unfinished;
  if (state === 'late') return sql`${unfinished} and p.due_on < ${today}`;
  return sql`p.state = ${state}`;
}
