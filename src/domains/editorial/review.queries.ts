import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { PieceState } from './piece.ts';
import type { Step } from './review.ts';
import type { ReviewStep } from './kind.ts';
import type { StepState } from './rounds.ts';

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
