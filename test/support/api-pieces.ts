import type { openApiAsker } from './api-asker.ts';
import { bodyOf } from './approved-piece.ts';

type Ask = Awaited<ReturnType<typeof openApiAsker>>['ask'];
export interface Made {
  readonly id: number;
}

/** What a memo needs besides title and text. */
export const memo = { to: 'Toda la alcaldía' };
/** The same of a bulletin. */
export const bulletin = { number: '9', lead: 'Lo que cambia en diciembre.' };

/** Begins, writes and has pieces approved by the API: the first key writes, the other decides. */
export function apiPieces(ask: Ask, unit: number) {
  return {
    begin: async (kind: string, title: string, more: object = {}): Promise<number> =>
      (await ask<Made>('POST', '/pieces', { kind, title, unit, ...more })).id,
    write: async (piece: number, fields: object, ...texts: string[]): Promise<void> => {
      const { revision, title } = await ask<{ revision: number; title: string }>('GET', `/pieces/${piece}`);
      await ask('PUT', `/pieces/${piece}/text`, { revision, title, fields, body: bodyOf(...texts) });
    },
    approve: async (piece: number): Promise<void> => {
      await ask('POST', `/pieces/${piece}/submission`, { note: 'Sale el domingo.' });
      for (;;) {
        const { step } = await ask<{ step: Made | null }>('GET', `/pieces/${piece}/review`, undefined, 'other');
        if (!step) return;
        await ask('POST', `/review-steps/${step.id}/decision`, { decision: 'pass' }, 'other');
      }
    },
  };
}
