import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { AnnotationInput } from './annotations.input.ts';

export interface Annotation {
  readonly id: number;
  readonly item: number;
  readonly kind: 'cause' | 'action';
  readonly text: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly ownerName: string | null;
  readonly dueOn: Day | null;
  readonly person: string | null;
  readonly personName: string | null;
  readonly writtenAt: Date;
}

/** What stands of an item's annotations, oldest first. */
export function selectAnnotations(db: Db, item: number): Promise<Annotation[]> {
  return annotations(db).where('a.item_id', '=', item).execute();
}

export function selectAnnotation(db: Db, id: number): Promise<Annotation | undefined> {
  return annotations(db).where('a.id', '=', id).executeTakeFirst();
}

const annotations = (db: Db) =>
  db
    .selectFrom('annotations as a')
    .leftJoin('people as p', 'p.id', 'a.person_id')
    .leftJoin('people as o', 'o.id', 'a.owner_id')
    .select([
      'a.id',
      'a.item_id as item',
      'a.kind',
      'a.text',
      'a.starts_on as startsOn',
      'a.ends_on as endsOn',
      'o.name as ownerName',
      'a.due_on as dueOn',
      'a.person_id as person',
      'p.name as personName',
      'a.written_at as writtenAt',
    ])
    .$narrowType<{ kind: Annotation['kind']; startsOn: Day; endsOn: Day | null; dueOn: Day | null }>()
    .where('a.withdrawn_at', 'is', null)
    .orderBy('a.starts_on')
    .orderBy('a.id');

export async function insertAnnotation(db: Db, annotation: AnnotationInput, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('annotations')
    .values({
      item_id: annotation.item,
      kind: annotation.kind,
      text: annotation.text,
      starts_on: annotation.startsOn,
      ends_on: annotation.endsOn,
      owner_id: annotation.owner,
      due_on: annotation.dueOn,
      person_id: by,
      written_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateAnnotationWithdrawn(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('annotations').set({ withdrawn_at: now }).where('id', '=', id).execute();
}

export async function isPersonHere(db: Db, person: string): Promise<boolean> {
  return (
    (await db.selectFrom('people').select('id').where('id', '=', person).where('left_at', 'is', null).executeTakeFirst()) !== undefined
  );
}
