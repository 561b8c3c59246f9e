import { expect, test } from 'vitest';
import { formatIn } from '#platform/i18n/format.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { standingVoice } from './standing-voice.ts';

const none = { scheduled: 0, waiting: 0, failed: 0, unknown: 0, nextAt: null, today: 0 };
const spoken = (more: object) => {
  const { key, vars } = standingVoice({ ...none, ...more }, formatIn('es'));
  return say('es')(key, vars);
};

test.each([
  [spoken({ failed: 1, unknown: 1, waiting: 3 }), '**2** no salieron o no se supo. Nada se reenvía solo: mírelas.'],
  [spoken({ waiting: 1, scheduled: 4 }), '**Una** espera a que alguien la lleve.'],
  [
    spoken({ scheduled: 4, nextAt: new Date('2026-11-23T11:00:00Z') }),
    '**4** están programadas. La próxima sale el **23 de noviembre de 2026, 6:00\u00a0a.\u00a0m.**',
  ],
  [spoken({ today: 3 }), 'Hoy salieron **3**, y nada espera.'],
  [spoken({}), 'Nada espera por salir.'],
])('%s', (sentence, expected) => {
  expect(sentence).toBe(expected);
});
