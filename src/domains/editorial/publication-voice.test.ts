import { expect, test } from 'vitest';
import { formatIn } from '#platform/i18n/format.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { publicationVoice } from './publication-voice.ts';

let id = 0;
const at = new Date('2026-11-23T11:00:00Z');
const one = (state: 'delivered' | 'scheduled' | 'failed' | 'waiting' | 'withdrawn', channelName: string) => ({
  id: (id += 1),
  state,
  channelName,
  dueAt: at,
  deliveredAt: null,
});
const spoken = (
  state: 'draft' | 'in_review' | 'approved' | 'published' | 'withdrawn' | 'expired',
  approved: boolean,
  ...dispatches: ReturnType<typeof one>[]
) => {
  const { key, vars } = publicationVoice({ piece: { state }, approved, dispatches }, formatIn('es'));
  return say('es')(key, vars);
};

test.each([
  [spoken('draft', false), 'Falta que otra persona la apruebe: así como está no puede salir.'],
  [spoken('in_review', false), 'Está en revisión: podrá salir cuando la aprueben.'],
  [spoken('approved', true), 'Está aprobada. Diga por dónde sale y cuándo.'],
  [
    spoken('approved', true, one('scheduled', 'Portal'), one('scheduled', 'Intranet')),
    'Sale el **23 de noviembre de 2026, 6:00\u00a0a.\u00a0m.** por Portal e Intranet.',
  ],
  [spoken('published', true, one('delivered', 'Portal')), 'Está publicada en Portal.'],
  [
    spoken('draft', false, one('delivered', 'Portal')),
    'Está publicada en Portal como se aprobó; lo que se escribió después no sale hasta que se apruebe.',
  ],
  [
    spoken('scheduled' as 'approved', true, one('delivered', 'Portal'), one('waiting', 'Carteleras')),
    'Espera a que la lleven por **Carteleras**.',
  ],
  [
    spoken('approved', true, one('delivered', 'Portal'), one('failed', 'Intranet')),
    '**No salió** por Intranet. Nada se perdió: se puede reintentar.',
  ],
  [spoken('withdrawn', false), 'Se retiró de todas partes. Para que vuelva a salir hay que aprobarla de nuevo.'],
  [spoken('draft', false, one('withdrawn', 'Portal')), 'Se retiró de todas partes. Para que vuelva a salir hay que aprobarla de nuevo.'],
  [spoken('expired', true), 'Cumplió su plazo y ya no se muestra.'],
])('%s', (sentence, expected) => {
  expect(sentence).toBe(expected);
});
