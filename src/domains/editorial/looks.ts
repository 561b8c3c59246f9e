import { perform, type Visit } from '#platform/http/visit.ts';
import { selectIsSecret } from './looks.queries.ts';

/**
 * Leaves in the audit log that somebody is being shown a piece or a request, when it is classified or reserved; of any other, nothing is
 * kept. Doors say it wherever an address of one was answered, before the answer leaves.
 */
export async function noteShown(visit: Visit, type: 'piece' | 'request', id: number): Promise<void> {
  if (visit.actor.kind !== 'person' || !(await selectIsSecret(visit.app.database.primary, `${type}s`, id))) return;
  await perform(visit, (ctx) => ctx.tell({ name: looked[type], subject: { type, id } }));
}

const looked = { piece: 'piece.looked', request: 'request.looked' } as const;
