import { expect, test } from 'vitest';
import type { Day } from '#platform/clock/day.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { campaignsVoice, campaignVoice } from './campaign-voice.ts';

type Standing = Parameters<typeof campaignVoice>[2];
const campaign: Standing['campaign'] = {
  state: 'under_way',
  objective: 'Que nadie se quede sin cupo',
  startsOn: '2026-11-01' as Day,
  endsOn: '2026-12-15' as Day,
  budget: 20_000_000,
};
const actions: Standing['actions'] = [{ state: 'done' }, { state: 'done' }, { state: 'planned' }, { state: 'cancelled' }];
const voice = (more: Partial<Standing['campaign']>, rest: Partial<Standing> = {}) =>
  campaignVoice(sayIn('es'), formatIn('es'), {
    campaign: { ...campaign, ...more },
    actions,
    spent: 7_600_000,
    today: '2026-11-22',
    ...rest,
  }).replaceAll('\u00a0', ' ');

test.each<[string, Partial<Standing['campaign']>, Partial<Standing>, string]>([
  ['lacks its objective', { state: 'draft', objective: '' }, {}, 'Es un borrador y le falta su **objetivo**.'],
  ['lacks its actions', { state: 'draft' }, { actions: [] }, 'Es un borrador y le faltan sus **acciones**.'],
  [
    'is ready with one',
    { state: 'draft' },
    { actions: [{ state: 'planned' }] },
    'Es un borrador con **una** acción: ya se puede dar por diseñada.',
  ],
  ['is ready', { state: 'draft' }, {}, 'Es un borrador con **3** acciones: ya se puede dar por diseñada.'],
  ['is designed', { state: 'designed', startsOn: '2026-12-01' as Day }, {}, 'Está diseñada y empieza el **martes 1 de diciembre**.'],
  ['should have begun', { state: 'designed' }, {}, 'Está diseñada y debía empezar el **domingo 1 de noviembre**.'],
  ['goes well', {}, {}, 'Van **2** de **3** acciones y **$ 7.600.000** de $ 20.000.000.'],
  ['has no budget', { budget: 0 }, {}, 'Van **2** de **3** acciones y **$ 7.600.000** gastados.'],
  [
    'spent too much and should have ended',
    { budget: 7_000_000, endsOn: '2026-11-20' as Day },
    {},
    'Van **2** de **3** acciones y **$ 7.600.000** de $ 7.000.000. El gasto pasa el presupuesto por **$ 600.000**. Terminó hace **2** días y sigue abierta.',
  ],
  ['is closed', { state: 'closed' }, {}, 'Se cerró con **2** acciones hechas y **$ 7.600.000** gastados.'],
  ['is cancelled', { state: 'cancelled' }, {}, 'Se canceló con **2** acciones hechas y **$ 7.600.000** gastados.'],
])('the voice of a campaign that %s', (_, more, rest, sentence) => {
  expect(voice(more, rest)).toBe(sentence);
});

const states = { draft: 0, designed: 0, under_way: 0, closed: 0, cancelled: 0 };
test.each([
  [states, 'Todavía no hay campañas. La primera empieza aquí o en una solicitud.'],
  [{ ...states, closed: 3 }, 'Ninguna campaña está en marcha.'],
  [{ ...states, under_way: 1 }, '**Una** campaña está en marcha.'],
  [{ ...states, under_way: 4, draft: 1, designed: 1 }, '**4** campañas están en marcha. **2** más se preparan.'],
])('the voice of all campaigns: %o', (counts, sentence) => {
  expect(campaignsVoice(sayIn('es'), counts)).toBe(sentence);
});
