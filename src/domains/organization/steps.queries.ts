import type { Db } from '#platform/db/database.ts';

export type StepKind = 'second_factor' | 'passkey' | 'passkey_registration' | 'oidc';
export interface NewStep {
  readonly tokenHash: string;
  readonly kind: StepKind;
  readonly person: string | null;
  readonly data: unknown;
  readonly expires: Date;
}

export async function insertStep(db: Db, step: NewStep): Promise<void> {
  await db
    .insertInto('sign_in_steps')
    .values({
      token_hash: step.tokenHash,
      kind: step.kind,
      person_id: step.person,
      data: JSON.stringify(step.data),
      expires_at: step.expires,
    })
    .execute();
}

export async function selectStep(db: Db, tokenHash: string, kind: StepKind, now: Date) {
  return db
    .selectFrom('sign_in_steps')
    .select(['person_id', 'data'])
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Removes it and says what it was: of two that take it at once, one gets it. */
export async function takeStepRow(db: Db, tokenHash: string, kind: StepKind, now: Date) {
  return db
    .deleteFrom('sign_in_steps')
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .returning(['person_id', 'data'])
    .executeTakeFirst();
}

export async function deleteOldSteps(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('sign_in_steps').where('expires_at', '<', now).execute();
}
