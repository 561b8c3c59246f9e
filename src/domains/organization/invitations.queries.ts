import type { Db } from '#platform/db/database.ts';

export type Purpose = 'join' | 'reset';

interface NewInvitation {
  person: string;
  tokenHash: string;
  purpose: Purpose;
  by: string | null;
  now: Date;
  expires: Date;
}

export async function insertInvitation(db: Db, invitation: NewInvitation): Promise<void> {
  await db
    .insertInto('invitations')
    .values({
      person_id: invitation.person,
      token_hash: invitation.tokenHash,
      purpose: invitation.purpose,
      invited_by: invitation.by,
      created_at: invitation.now,
      expires_at: invitation.expires,
    })
    .execute();
}

/** With the person and, for the mail, the institution; whatever its state. */
export function selectInvitation(db: Db, tokenHash: string) {
  return db
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.person_id')
    .select(['i.id', 'i.person_id', 'i.purpose', 'i.expires_at', 'i.used_at', 'p.name', 'p.email', 'p.left_at', 'p.totp_confirmed_at'])
    .where('i.token_hash', '=', tokenHash)
    .executeTakeFirst();
}

/** Of two that use it at once, one gets true. */
export async function useInvitation(db: Db, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Whatever was sent before for the same purpose stops being good. */
export async function voidInvitations(db: Db, person: string, now: Date, purpose?: Purpose): Promise<void> {
  let statement = db
    .updateTable('invitations')
    .set({ expires_at: now })
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now);
  if (purpose) statement = statement.where('purpose', '=', purpose);
  await statement.execute();
}
