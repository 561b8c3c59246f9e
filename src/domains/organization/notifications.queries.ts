import type { Db } from '#platform/db/database.ts';

export interface NewNotification {
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly path: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

export async function insertNotifications(
  db: Db,
  people: readonly string[],
  { kind, facts, path, subjectType, subjectId }: NewNotification,
  now: Date,
): Promise<void> {
  await db
    .insertInto('notifications')
    .values(
      people.map((person) => ({
        person_id: person,
        kind,
        facts: JSON.stringify(facts),
        path,
        subject_type: subjectType,
        subject_id: subjectId,
        created_at: now,
      })),
    )
    .execute();
}
