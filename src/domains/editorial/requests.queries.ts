import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { OfficeRequest, RequestMove } from './request.ts';
import { readable } from './pieces.queries.ts';
import type { Reader } from './readers.ts';
import type { RequestReader } from './request-readers.ts';

/**
 * What a reader may see of `requests r`. What is classified or reserved: only who asked it and, with an agreement in force, who
 * triages or makes it. Every list of requests says it.
 */
export function readableRequest(reader: RequestReader): RawBuilder<boolean> {
  if (reader.everything) return sql<boolean>`true`;
  if (reader.person === null) return sql<boolean>`(r.class in ('public', 'internal') and ${reader.all})`;
  const { person } = reader;
  const own = sql<boolean>`r.assignee_id = ${person} or r.unit_id = any (${[...reader.units, ...reader.near]}::bigint[])`;
  const open = reader.all
    ? sql<boolean>`r.class in ('public', 'internal')`
    : sql<boolean>`(r.class in ('public', 'internal') and (${own}))`;
  const secret = reader.agreed
    ? sql<boolean>`r.assignee_id = ${person} or ${reader.triagesAll} or r.unit_id = any (${[...reader.triages]}::bigint[])`
    : sql<boolean>`false`;
  return sql<boolean>`(${open} or r.asked_by = ${person} or (r.class in ('classified', 'reserved') and (${secret})))`;
}

const columns = sql`r.id, r.title, r.what, r.why, r.for_whom as "forWhom", r.wanted_on as "wantedOn", r.class, r.segments, r.regions, r.kind,
  r.unit_id as unit, u.name as "unitName", r.asked_by as "askedBy", coalesce(a.name, r.asker_name) as "askerName",
  coalesce(a.email, r.asker_email) as "askerEmail", coalesce(a.language, r.asker_language) as "askerLanguage",
  r.asker_origin as "askerOrigin", r.state, r.asked_at as "askedAt", r.answer_due_on as "answerDueOn", r.due_on as "dueOn",
  r.assignee_id as assignee, s.name as "assigneeName", r.item_id as item, r.merged_into as "mergedInto", r.answered_at as "answeredAt",
  r.answer_hours::float8 as "answerHours", r.done_at as "doneAt", r.days, r.piece_id as piece,
  case when p.class in ('public', 'internal') then p.state end as "pieceState", r.campaign_id as campaign, r.revision`;

const from = sql`requests r left join units u on u.id = r.unit_id left join people a on a.id = r.asked_by
  left join people s on s.id = r.assignee_id left join pieces p on p.id = r.piece_id`;

export async function selectRequest(db: Db, id: number, reader: RequestReader, lock = false): Promise<OfficeRequest | undefined> {
  const { rows } = await sql<OfficeRequest>`select ${columns} from ${from} where r.id = ${id} and ${readableRequest(reader)} ${
    lock ? sql`for update of r` : sql``
  }`.execute(db);
  return rows[0];
}

/** Requests that await what an event has just finished, each with a lock. */
export async function selectRequestsOf(db: Db, made: { piece: number } | { campaign: number }): Promise<OfficeRequest[]> {
  const which = 'piece' in made ? sql`r.piece_id = ${made.piece}` : sql`r.campaign_id = ${made.campaign}`;
  const { rows } =
    await sql<OfficeRequest>`select ${columns} from ${from} where r.state = 'accepted' and ${which} order by r.id for update of r`.execute(
      db,
    );
  return rows;
}

/** The requests that were joined to one. */
export async function selectMerged(db: Db, into: number): Promise<OfficeRequest[]> {
  const { rows } = await sql<OfficeRequest>`select ${columns} from ${from} where r.merged_into = ${into} order by r.id`.execute(db);
  return rows;
}

export interface NewRequest extends Pick<
  OfficeRequest,
  'title' | 'what' | 'why' | 'forWhom' | 'wantedOn' | 'class' | 'segments' | 'regions' | 'kind' | 'unit' | 'askedBy' | 'answerDueOn'
> {
  readonly outside?: {
    readonly name: string;
    readonly email: string;
    readonly language: string;
    readonly origin: string;
    readonly link: number;
  };
}

export async function insertRequest(db: Db, request: NewRequest, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('requests')
    .values({
      title: request.title,
      what: request.what,
      why: request.why,
      for_whom: request.forWhom,
      wanted_on: request.wantedOn,
      class: request.class,
      segments: [...request.segments],
      regions: [...request.regions],
      kind: request.kind,
      unit_id: request.unit,
      asked_by: request.askedBy,
      asked_at: now,
      answer_due_on: request.answerDueOn,
      ...(request.outside && {
        asker_name: request.outside.name,
        asker_email: request.outside.email,
        asker_language: request.outside.language,
        asker_origin: request.outside.origin,
        link_id: request.outside.link,
      }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What a move changes of a request; what is absent stays. */
export type RequestChange = Partial<
  Pick<
    OfficeRequest,
    | 'state'
    | 'dueOn'
    | 'assignee'
    | 'item'
    | 'mergedInto'
    | 'answeredAt'
    | 'answerHours'
    | 'doneAt'
    | 'days'
    | 'piece'
    | 'campaign'
    | 'answerDueOn'
  >
>;

export async function updateRequest(db: Db, id: number, change: RequestChange): Promise<void> {
  const { dueOn, assignee, item, mergedInto, answeredAt, answerHours, doneAt, piece, campaign, answerDueOn, state, days } = change;
  const set = {
    ...(state !== undefined && { state }),
    ...(dueOn !== undefined && { due_on: dueOn }),
    ...(assignee !== undefined && { assignee_id: assignee }),
    ...(item !== undefined && { item_id: item }),
    ...(mergedInto !== undefined && { merged_into: mergedInto }),
    ...(answeredAt !== undefined && { answered_at: answeredAt }),
    ...(answerHours !== undefined && { answer_hours: answerHours }),
    ...(doneAt !== undefined && { done_at: doneAt }),
    ...(days !== undefined && { days }),
    ...(piece !== undefined && { piece_id: piece }),
    ...(campaign !== undefined && { campaign_id: campaign }),
    ...(answerDueOn !== undefined && { answer_due_on: answerDueOn }),
  };
  await db
    .updateTable('requests')
    .set(({ eb }) => ({ ...set, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function insertMove(
  db: Db,
  { request, move, person, note, now }: { request: number; move: RequestMove; person: string | null; note: string; now: Date },
): Promise<void> {
  await db.insertInto('request_moves').values({ request_id: request, move, person_id: person, at: now, note }).execute();
}

export interface Said {
  readonly id: number;
  readonly move: RequestMove;
  readonly person: string | null;
  readonly name: string | null;
  readonly at: Date;
  readonly note: string;
}

/** What was said and decided about a request, in order. */
export async function selectMoves(db: Db, request: number): Promise<Said[]> {
  const { rows } = await sql<Said>`select m.id, m.move, m.person_id as person, p.name, m.at, m.note
    from request_moves m left join people p on p.id = m.person_id where m.request_id = ${request} order by m.id`.execute(db);
  return rows;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

export async function insertRequestFiles(db: Db, request: number, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  await db
    .insertInto('request_files')
    .values([...new Set(files)].map((file) => ({ request_id: request, file_id: file })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function selectRequestFiles(db: Db, request: number): Promise<Attachment[]> {
  const { rows } = await sql<Attachment>`select f.id, f.name, f.size from request_files rf join files f on f.id = rf.file_id
    where rf.request_id = ${request} order by f.created_at, f.name`.execute(db);
  return rows;
}

/** How many of these files one keeper brought; of the system's asking, how many are there. */
export async function countKept(db: Db, files: readonly string[], by: Pick<Actor, 'kind' | 'id'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from files where id = any (${[...files]}::uuid[])
    and (${by.kind === 'system'} or created_by is not distinct from ${by.id}::uuid)`.execute(db);
  return rows[0]!.count;
}

/** The titles of what a request became, as far as a reader may know them. */
export async function selectMade(
  db: Db,
  { piece, campaign }: Pick<OfficeRequest, 'piece' | 'campaign'>,
  reader: Reader,
): Promise<{ piece: string | null; campaign: string | null }> {
  const { rows } = await sql<{ piece: string | null; campaign: string | null }>`select
    (select p.title from pieces p where p.id = ${piece} and ${reader.reads} and ${readable(reader)}) as piece,
    (select name from campaigns where id = ${campaign}) as campaign`.execute(db);
  return rows[0]!;
}
