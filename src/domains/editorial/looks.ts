import { perform, type Visit } from '#platform/http/visit.ts';
import { selectIsSecret } from './looks.queries.ts';

/**
 * Leaves in the audit log that somebody is being shown a piece, when it is classified or reserved; of any other, nothing is kept. Doors
 * say it wherever an address of a piece was answered, before the answer leaves.
 */
export async function noteShown(visit: Visit, piece: number): Promise<void> {
  if (visit.actor.kind !== 'person' || !(await selectIsSecret(visit.app.database.primary, piece))) return;
  await perform(visit, (ctx) => ctx.tell({ name: 'piece.looked', subject: { type: 'piece', id: piece } }));
}
