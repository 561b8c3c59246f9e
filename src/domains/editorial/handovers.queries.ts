import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ReviewStep } from './kind.ts';
import { editorialPolicy } from './policy.ts';

export interface OpenStep {
  readonly step: number;
  readonly kindOfStep: ReviewStep;
  readonly piece: number;
  readonly asked: boolean;
}

/** The steps that are or will be asked of somebody. */
export async function selectOpenStepsOf(db: Db, person: string): Promise<OpenStep[]> {
  const { rows } = await sql<OpenStep>`
    select r.id as step, r.step as "kindOfStep", r.piece_id as piece, r.state = 'asked' as asked from review_steps r
    where r.person_id = ${person} and r.state in ('asked', 'waiting') order by r.id`.execute(db);
  return rows;
}

/** Whether somebody is here, decides steps by some role, and did not write a piece. */
export async function mayBeAsked(db: Db, piece: number, person: string): Promise<boolean> {
  const { rows } = await sql`
    select from people x where x.id = ${person} and x.left_at is null
      and exists (select from grants g where g.person_id = x.id and g.ended_at is null and g.role = any (${[...editorialPolicy['pieces.review'].roles]}::text[]))
      and not exists (select from piece_authors w where w.piece_id = ${piece} and w.person_id = x.id)`.execute(db);
  return rows.length > 0;
}

export async function updateAsked(db: Db, step: number, asked: { person: string | null; standIn: string | null }): Promise<void> {
  await db.updateTable('review_steps').set({ person_id: asked.person, stand_in_id: asked.standIn }).where('id', '=', step).execute();
}

/** What is to be made by somebody and is not yet. */
export async function selectOpenRequestsOf(db: Db, person: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from requests where assignee_id = ${person} and state in ('waiting', 'returned', 'accepted') order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export interface OwnedPiece {
  readonly id: number;
  readonly open: boolean;
  readonly secret: boolean;
}

/** The pieces that are somebody's, those that were discarded apart, each with a lock. */
export async function selectPiecesOf(db: Db, person: string): Promise<OwnedPiece[]> {
  const { rows } = await sql<OwnedPiece>`
    select p.id, p.state in ('draft', 'in_review', 'approved', 'scheduled') as open, p.class in ('classified', 'reserved') as secret
    from pieces p where p.owner_id = ${person} and p.state <> 'discarded' order by p.id for update`.execute(db);
  return rows;
}

export async function updatePieceOwners(db: Db, pieces: readonly number[], owner: string | null): Promise<void> {
  await sql`update pieces set owner_id = ${owner}::uuid where id = any (${[...pieces]}::bigint[])`.execute(db);
}

/** Puts another, or nobody, in the place of who answered for campaigns that go on, or for slots that are owed. @returns their ids */
export async function updateOwnersOf(db: Db, of: 'campaigns' | 'slots', from: string, to: string | null): Promise<number[]> {
  const open = of === 'campaigns' ? sql`state not in ('closed', 'cancelled')` : sql`closed_at is null`;
  const { rows } = await sql<{ id: number }>`
    update ${sql.table(of)} set owner_id = ${to}::uuid where owner_id = ${from} and ${open} returning id`.execute(db);
  return rows.map(({ id }) => id).sort((one, other) => one - other);
}

export async function selectPersonName(db: Db, person: string): Promise<string> {
  return (await db.selectFrom('people').select('name').where('id', '=', person).executeTakeFirst())?.name ?? '';
}
