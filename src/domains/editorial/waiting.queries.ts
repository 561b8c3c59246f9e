import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { ReviewStep } from './kind.ts';
import { readable } from './pieces.queries.ts';
import type { Reader } from './readers.ts';
import { decides } from './reviewers.queries.ts';

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
