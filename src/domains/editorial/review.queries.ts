import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { decides } from './reviewers.queries.ts';
import { readable } from './pieces.queries.ts';
import type { PieceState } from './piece.ts';
import type { Step } from './review.ts';
import type { ReviewStep } from './kinds.ts';
import type { StepState } from './rounds.ts';
import type { Reader } from './readers.ts';

const columns = (today: string) => sql`r.id, r.piece_id as piece, r.round, r.position, r.step, r.unit_id as unit, u.name as "unitName",
  r.person_id as person, o.name as "personName", i.id as "standIn", i.name as "standInName", r.version_id as version,
  v.number as "versionNumber", r.sha256, r.due_at as "dueAt", r.state, r.asked_at as "askedAt", r.decided_by as "decidedBy",
  d.name as "decidedByName", r.decided_at as "decidedAt", r.note, r.reminded_at as "remindedAt"
  from review_steps r join piece_versions v on v.id = r.version_id left join units u on u.id = r.unit_id
  left join people o on o.id = r.person_id left join people d on d.id = r.decided_by
  left join lateral (
    select x.id, x.name from people x where x.left_at is null and x.id = coalesce((
      select s.stand_in_id from stand_ins s where s.person_id = r.person_id and s.ended_at is null and ${today}::date between s.starts_on and s.ends_on
      order by s.named_at desc limit 1), r.stand_in_id)) i on true`;

/** The steps of every round of a piece, the newest round first. */
export async function selectSteps(db: Db, piece: number, today: string): Promise<Step[]> {
  const { rows } = await sql<Step>`select ${columns(today)} where r.piece_id = ${piece} order by r.round desc, r.position, r.id`.execute(
    db,
  );
  return rows;
}

export async function selectPieceOfStep(db: Db, step: number): Promise<number | undefined> {
  const row = await db.selectFrom('review_steps').select('piece_id').where('id', '=', step).executeTakeFirst();
  return row?.piece_id;
}

export interface NewStep {
  readonly position: number;
  readonly step: ReviewStep;
  readonly unit: number | null;
  readonly person: string;
  readonly standIn: string | null;
  readonly dueAt: Date;
}

/** A round of a piece about one version, its first position asked; the ids in order. */
export async function insertRound(
  db: Db,
  piece: number,
  version: { id: number; sha256: string },
  steps: readonly NewStep[],
  now: Date,
): Promise<{ round: number }> {
  const { rows } = await sql<{ round: number }>`
    select coalesce(max(round), 0) + 1 as round from review_steps where piece_id = ${piece}`.execute(db);
  const { round } = rows[0]!;
  await db
    .insertInto('review_steps')
    .values(
      steps.map(({ position, step, unit, person, standIn, dueAt }) => ({
        piece_id: piece,
        round,
        position,
        step,
        unit_id: unit,
        person_id: person,
        stand_in_id: standIn,
        version_id: version.id,
        sha256: version.sha256,
        due_at: dueAt,
        state: position === 1 ? 'asked' : 'waiting',
        asked_at: position === 1 ? now : null,
      })),
    )
    .execute();
  return { round };
}

export async function updateStepState(db: Db, id: number, state: StepState, now: Date): Promise<void> {
  await sql`update review_steps set state = ${state}, asked_at = case when ${state} = 'asked' then ${now} else asked_at end where id = ${id}`.execute(
    db,
  );
}

export async function updateDecision(
  db: Db,
  id: number,
  decided: { state: StepState; by: string; note: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('review_steps')
    .set({ state: decided.state, decided_by: decided.by, decided_at: now, note: decided.note })
    .where('id', '=', id)
    .execute();
}

/** Ends what was still open of a piece's review; how many steps. */
export async function voidOpenSteps(db: Db, piece: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('review_steps')
    .set({ state: 'void' })
    .where('piece_id', '=', piece)
    .where('state', 'in', ['asked', 'waiting'])
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function updateReminded(db: Db, ids: readonly number[], now: Date): Promise<void> {
  await db
    .updateTable('review_steps')
    .set({ reminded_at: now })
    .where('id', 'in', [...ids])
    .execute();
}

/** Where a piece is after a move of its review. */
export async function updateReviewed(
  db: Db,
  piece: number,
  to: { state: PieceState; sha256?: string; submittedAt?: Date; approvedAt?: Date | null; returned?: boolean },
): Promise<void> {
  await db
    .updateTable('pieces')
    .set(({ eb }) => ({
      state: to.state,
      ...(to.sha256 ? { sha256: to.sha256 } : {}),
      ...(to.submittedAt ? { submitted_at: to.submittedAt } : {}),
      ...(to.approvedAt === undefined ? {} : { approved_at: to.approvedAt }),
      ...(to.returned ? { returns: eb('returns', '+', 1) } : {}),
    }))
    .where('id', '=', piece)
    .execute();
}

export interface Approval {
  readonly id: number;
  readonly version: number;
  readonly versionNumber: number;
  readonly sha256: string;
  readonly person: string | null;
  readonly personName: string | null;
  readonly at: Date;
  readonly note: string;
  readonly voidedAt: Date | null;
  readonly voidedByName: string | null;
}

export async function insertApproval(
  db: Db,
  approval: { piece: number; version: number; sha256: string; person: string; note: string },
  now: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('approvals')
    .values({
      piece_id: approval.piece,
      version_id: approval.version,
      sha256: approval.sha256,
      person_id: approval.person,
      at: now,
      note: approval.note,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Every approval of a piece, the newest first. */
export async function selectApprovals(db: Db, piece: number): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    select a.id, a.version_id as version, v.number as "versionNumber", a.sha256, a.person_id as person, p.name as "personName", a.at, a.note,
      a.voided_at as "voidedAt", w.name as "voidedByName"
    from approvals a join piece_versions v on v.id = a.version_id left join people p on p.id = a.person_id left join people w on w.id = a.voided_by
    where a.piece_id = ${piece} order by a.id desc`.execute(db);
  return rows;
}

/** A step that is asked, of a piece that its reader may know of. */
export interface AskedStep {
  readonly step: number;
  readonly kindOfStep: ReviewStep;
  readonly piece: number;
  readonly title: string;
  readonly kind: string;
  readonly class: string;
  readonly unitName: string;
  readonly versionNumber: number;
  readonly personName: string | null;
  /** Whether it was asked of the reader himself, rather than of somebody for whom he may decide. */
  readonly mine: boolean;
  readonly askedAt: Date;
  readonly dueAt: Date | null;
  readonly submittedByName: string | null;
  readonly returns: number;
  readonly remindedAt: Date | null;
}

const asked = (
  reader: Reader,
) => sql`select r.id as step, r.step as "kindOfStep", p.id as piece, p.title, p.kind, p.class, u.name as "unitName",
  v.number as "versionNumber", o.name as "personName", r.person_id is not distinct from ${reader.person}::uuid as mine, r.asked_at as "askedAt",
  r.due_at as "dueAt", m.name as "submittedByName", p.returns, r.reminded_at as "remindedAt"
  from review_steps r join pieces p on p.id = r.piece_id join units u on u.id = p.unit_id join piece_versions v on v.id = r.version_id
  left join people o on o.id = r.person_id left join people m on m.id = v.made_by`;

/** What waits for somebody to decide it, late first: what is asked of him, or of somebody for whom he may decide. */
export async function selectWaitingFor(db: Db, reader: Reader, person: string, today: string, limit: number): Promise<AskedStep[]> {
  const { rows } = await sql<AskedStep>`${asked(reader)}
    where r.state = 'asked' and p.state = 'in_review' and ${readable(reader)} and ${decides(sql`${person}::uuid`, today)}
      and not exists (select from piece_authors w where w.piece_id = p.id and w.person_id = ${person})
    order by r.due_at nulls last, r.id limit ${limit}`.execute(db);
  return rows;
}

/** What somebody wrote or owns and waits for others, late first. */
export async function selectAwaitedBy(db: Db, reader: Reader, person: string, limit: number): Promise<AskedStep[]> {
  const { rows } = await sql<AskedStep>`${asked(reader)}
    where r.state = 'asked' and p.state = 'in_review' and ${readable(reader)}
      and (p.owner_id = ${person} or exists (select from piece_authors w where w.piece_id = p.id and w.person_id = ${person}))
    order by r.due_at nulls last, r.id limit ${limit}`.execute(db);
  return rows;
}

export interface ReturnedPiece {
  readonly piece: number;
  readonly title: string;
  readonly kind: string;
  readonly unitName: string;
  readonly returnedByName: string | null;
  readonly returnedAt: Date;
  readonly note: string;
}

/** What came back to somebody and is still his to mend, the newest first. */
export async function selectReturnedTo(db: Db, reader: Reader, person: string, limit: number): Promise<ReturnedPiece[]> {
  const { rows } = await sql<ReturnedPiece>`
    select p.id as piece, p.title, p.kind, u.name as "unitName", d.name as "returnedByName", r.decided_at as "returnedAt", r.note
    from pieces p join units u on u.id = p.unit_id
    join lateral (select * from review_steps r where r.piece_id = p.id order by r.round desc, (r.state = 'returned') desc limit 1) r on r.state = 'returned'
    left join people d on d.id = r.decided_by
    where p.state = 'draft' and p.returns > 0 and ${readable(reader)}
      and (p.owner_id = ${person} or exists (select from piece_authors w where w.piece_id = p.id and w.person_id = ${person}))
    order by r.decided_at desc limit ${limit}`.execute(db);
  return rows;
}

interface LateStep {
  readonly step: number;
  readonly piece: number;
  readonly title: string;
  readonly class: string;
  readonly person: string | null;
  readonly standIn: string | null;
  readonly remindedAt: Date | null;
}

/** Steps still asked after they were due, with who stands in on that day. */
export async function selectLateSteps(db: Db, now: Date, day: string): Promise<LateStep[]> {
  const { rows } = await sql<LateStep>`
    select r.id as step, p.id as piece, p.title, p.class, r.person_id as person, r.reminded_at as "remindedAt", coalesce((
      select s.stand_in_id from stand_ins s where s.person_id = r.person_id and s.ended_at is null and ${day}::date between s.starts_on and s.ends_on
      order by s.named_at desc limit 1), r.stand_in_id) as "standIn"
    from review_steps r join pieces p on p.id = r.piece_id
    where r.state = 'asked' and p.state = 'in_review' and r.due_at < ${now} order by r.due_at, r.id`.execute(db);
  return rows;
}
