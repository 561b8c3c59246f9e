import { describe, expect, test } from 'vitest';
import { formatIn } from '#platform/i18n/format.ts';
import { sayIn } from '#platform/i18n/words.ts';
import { dictionary } from '#platform/i18n/dictionary.ts';
import { reviewVoice, type Standing } from './review-voice.ts';
import { reviewsVoice } from './reviews-voice.ts';

const now = new Date('2026-11-22T15:00:00Z');
const at = new Date('2026-11-22T13:12:00Z');
type Review = Standing['review'];
type Step = Review['steps'][number];

const step = {
  id: 1,
  piece: 1,
  round: 2,
  position: 2,
  step: 'approval',
  unit: null,
  unitName: null,
  person: 'marcela',
  personName: 'Marcela Ospina',
  standIn: null,
  standInName: null,
  version: 4,
  versionNumber: 4,
  sha256: 'f'.repeat(64),
  dueAt: null,
  state: 'asked',
  askedAt: at,
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
  note: '',
  remindedAt: null,
} satisfies Step;
const version = {
  id: 4,
  number: 4,
  title: '',
  class: 'public',
  sha256: 'f',
  madeBy: 'julian',
  madeByName: 'Julián Restrepo',
  madeAt: at,
  note: '',
  words: 90,
} as const;
const approval = {
  id: 1,
  version: 4,
  versionNumber: 4,
  sha256: 'f',
  person: 'marcela',
  personName: 'Marcela Ospina',
  at,
  note: '',
  voidedAt: null,
  voidedByName: null,
};
const returned = {
  ...step,
  state: 'returned',
  decidedBy: 'marcela',
  decidedByName: 'Marcela Ospina',
  decidedAt: at,
  note: 'Falta la fuente.',
} satisfies Step;
const draft: Review = {
  piece: { state: 'draft', words: 90, approvedAt: null },
  difference: { added: 0, removed: 0, changed: false },
  comments: [],
  steps: [],
  approvals: [],
  returned: [],
  versions: [],
  before: null,
  step: null,
  refusal: null,
  authors: [{ id: 'julian', name: 'Julián Restrepo' }],
};
const asked: Review = { ...draft, piece: { ...draft.piece, state: 'in_review' }, steps: [step], step, versions: [version] };
const again: Review = { ...asked, before: 3, difference: { added: 33, removed: 14, changed: true } };
const held = { refusal: { refused: 'piece.own_work', details: {} } };
const answered = [1, 2].flatMap((id) => [
  { id, parent: null, person: 'marcela' },
  { id: id + 10, parent: id, person: 'julian' },
]);

const voice = (review: Review, reader: string, locale: 'es' | 'en' = 'es') =>
  reviewVoice(sayIn(locale, dictionary[locale]), formatIn(locale), { review, reader, now });

describe('how a review stands', () => {
  test.each<[string, Review, string, string]>([
    ['a draft that went nowhere', draft, 'julian', 'Todavía no ha ido a revisión.'],
    ['one withdrawn', { ...draft, versions: [version] }, 'julian', 'Nadie la está revisando: es un borrador.'],
    ['first time, to who decides', asked, 'marcela', 'Julián la envía con **90** palabras.'],
    ['changed, to who decides', again, 'marcela', 'Julián cambió **33** palabras.'],
    [
      'changed and answered',
      { ...again, comments: answered },
      'marcela',
      'Julián cambió **33** palabras y respondió sus **2** comentarios.',
    ],
    [
      'one word and one answer',
      { ...again, difference: { added: 0, removed: 1, changed: true }, comments: answered.slice(0, 2) },
      'marcela',
      'Julián cambió **1** palabra y respondió **un** comentario suyo.',
    ],
    [
      'only a picture changed',
      { ...again, difference: { added: 0, removed: 0, changed: true } },
      'marcela',
      'Julián no cambió palabras, pero sí otra cosa.',
    ],
    ['nothing changed', { ...again, difference: { added: 0, removed: 0, changed: false } }, 'marcela', 'Julián la envía igual que antes.'],
    [
      'to who wrote it',
      { ...again, ...held },
      'julian',
      'Desde hoy, 8:12 a. m., su versión 4 espera a Marcela Ospina. **No se puede cambiar** mientras tanto.',
    ],
    ['to anybody else', { ...again, ...held }, 'carmen', 'Desde hoy, 8:12 a. m., la versión 4 espera a **Marcela Ospina**.'],
    [
      'returned',
      { ...draft, steps: [returned], returned: [returned], versions: [version] },
      'julian',
      '**Marcela Ospina** la devolvió (hoy, 8:12 a. m.). Lo que pide está al lado.',
    ],
    [
      'mended since',
      { ...draft, steps: [returned], returned: [returned], versions: [version], difference: { added: 1, removed: 3, changed: true } },
      'julian',
      'Desde que **Marcela Ospina** la devolvió cambió **1** palabra.',
    ],
    [
      'approved',
      { ...asked, step: null, piece: { ...asked.piece, state: 'approved' }, approvals: [approval] },
      'julian',
      '**Marcela Ospina** aprobó la versión 4 (hoy, 8:12 a. m.).',
    ],
    [
      'edited after',
      { ...draft, versions: [version], approvals: [{ ...approval, voidedAt: now }] },
      'julian',
      'La aprobación de **Marcela Ospina** se anuló: alguien cambió lo que decía la versión 4.',
    ],
  ])('%s', (_, review, reader, says) => {
    expect(voice(review, reader).replaceAll('\u00a0', ' ')).toBe(says);
    expect(voice(review, reader, 'en')).not.toMatch(/review\.|\{|undefined/);
  });
});

test('the list says what waits, what is late and what came back', () => {
  const say = sayIn('es', dictionary.es);
  expect(reviewsVoice(say, { waiting: 0, late: 0, returned: 0, others: 0 })).toBe('Nada espera su decisión.');
  expect(reviewsVoice(say, { waiting: 0, late: 0, returned: 0, others: 1 })).toBe('Nada espera su decisión; otros tienen **una** suya.');
  expect(reviewsVoice(say, { waiting: 3, late: 1, returned: 2, others: 1 })).toBe(
    '**3** piezas esperan su decisión. **Una** va tarde. Le devolvieron **2**.',
  );
});
