import { describe, expect, test } from 'vitest';
import { say } from '#platform/i18n/dictionary.ts';
import { differenceVoice, importVoice, plansVoice, type Said, textVoice, timelineVoice, treeVoice, versionsVoice } from './voice.ts';

const spoken = ({ key, vars }: Said) => say('es')(key, vars);
const english = ({ key, vars }: Said) => say('en')(key, vars);
const draft = { number: 8, state: 'draft', from: '' } as const;
const activity = (startsOn: string, endsOn: string, title = 'Boletín') => ({ startsOn, endsOn, title });

const cases: readonly [string, Said, string][] = [
  ['no plan', plansVoice([]), 'Todavía no hay **ningún** plan'],
  ['none in force', plansVoice([{ inForce: null, open: {} }]), '**Un** plan'],
  ['one in force', plansVoice([{ inForce: {}, open: null }]), 'Rige **un** plan'],
  [
    'two in force, one open',
    plansVoice([
      { inForce: {}, open: null },
      { inForce: {}, open: {} },
    ]),
    'Rigen **2** planes',
  ],
  ['a draft without changes', treeVoice(draft, 9, 0, true), '**ningún** cambio'],
  ['a draft with one', treeVoice(draft, 9, 1, true), '**un** cambio'],
  ['a draft with many', treeVoice(draft, 9, 4, true), 'Usted edita la versión 8: **4** cambios frente a la que rige'],
  ['a draft one only reads', treeVoice(draft, 9, 4, false), 'La versión 8 es un borrador'],
  ['an empty draft', treeVoice(draft, 0, null, true), 'vacía'],
  ['the first draft', treeVoice({ ...draft, number: 1 }, 62, null, true), '**62** filas'],
  ['in review', treeVoice({ ...draft, state: 'in_review' }, 9, 4, true), 'en revisión'],
  ['approved', treeVoice({ ...draft, state: 'approved' }, 9, 4, true), 'aprobada'],
  [
    'in force',
    treeVoice({ number: 7, state: 'in_force', from: '20 de noviembre de 2026' }, 9, 0, true),
    'Rige la versión **7** desde el 20 de noviembre de 2026',
  ],
  ['closed', treeVoice({ number: 6, state: 'closed', from: '' }, 9, 0, true), 'ya no rige'],
  ['no text', textVoice(draft, 0, true), 'no tiene texto'],
  ['text to edit', textVoice(draft, 31, true), '**31** apartes'],
  ['text to read', textVoice({ ...draft, state: 'in_force' }, 1, true), '**un** aparte'],
  ['no activities', timelineVoice([], '2026-11-22'), 'ninguna actividad'],
  ['all ahead', timelineVoice([activity('2027-01-01', '2027-02-01')], '2026-11-22'), 'no ha empezado'],
  ['all over', timelineVoice([activity('2025-01-01', '2025-02-01'), activity('2025-01-01', '2025-02-01')], '2026-11-22'), 'terminaron'],
  ['under way', timelineVoice([activity('2026-01-01', '2027-12-31')], '2026-11-22'), '**una** actividad'],
  [
    'one ending soon',
    timelineVoice([activity('2026-01-01', '2026-12-04', 'Cero papel'), activity('2026-01-01', '2027-12-31')], '2026-11-22'),
    '«Cero papel»',
  ],
  ['no version', versionsVoice([]), 'ninguna versión'],
  ['the first in draft', versionsVoice([{ number: 1, state: 'draft' }]), 'borrador'],
  ['the first waits', versionsVoice([{ number: 1, state: 'in_review' }]), 'espera'],
  ['the first approved', versionsVoice([{ number: 1, state: 'approved' }]), 'ponerla en vigor'],
  ['one in force', versionsVoice([{ number: 7, state: 'in_force' }]), 'Rige la versión **7**'],
  [
    'the next in draft',
    versionsVoice([
      { number: 8, state: 'draft' },
      { number: 7, state: 'in_force' },
    ]),
    'la 8 está en borrador',
  ],
  [
    'the next waits',
    versionsVoice([
      { number: 8, state: 'in_review' },
      { number: 7, state: 'in_force' },
    ]),
    'la 8 espera',
  ],
  [
    'the next approved',
    versionsVoice([
      { number: 8, state: 'approved' },
      { number: 7, state: 'in_force' },
    ]),
    'la 8 está aprobada',
  ],
  ['no difference', differenceVoice({ added: [], removed: [], moved: [], changed: [], count: 0 }, 7, 8), 'dicen lo mismo'],
  ['a difference', differenceVoice({ added: [1], removed: [], moved: [1], changed: [1, 2], count: 4 }, 7, 8), '**4** cambios'],
  ['a new plan', importVoice({ existing: null, number: 1, activities: 12, newUnits: 0, title: 'PEC' }), '**12** actividades'],
  ['a new plan with new dependencies', importVoice({ existing: null, number: 1, activities: 12, newUnits: 3, title: 'PEC' }), '3'],
  ['a plan that was there', importVoice({ existing: {}, number: 4, activities: 12, newUnits: 0, title: 'PEC' }), 'versión 4'],
];

describe('the voice of each page', () => {
  test.each(cases)('%s', (_, sentence, part) => {
    expect(spoken(sentence)).toContain(part);
    expect(spoken(sentence)).not.toMatch(/[{}]|plan\.voice/);
    expect(english(sentence)).not.toMatch(/[{}]|plan\.voice/);
  });
});
