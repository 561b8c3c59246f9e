import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** What may be sent to whom. */
export interface SendingKind {
  readonly code: string;
  readonly needsConsent: boolean;
  /** Not to who is on the list of those not to write to. */
  readonly heedsSuppression: boolean;
  readonly staffOnly: boolean;
}

export async function selectSendingKinds(db: Db): Promise<SendingKind[]> {
  const { rows } = await sql<SendingKind>`
    select code, needs_consent as "needsConsent", heeds_suppression as "heedsSuppression", staff_only as "staffOnly"
    from sending_kinds order by position`.execute(db);
  return rows;
}
