import { expect, test } from 'vitest';
import { formatIn } from '#platform/i18n/format.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { newsVoice } from './news-voice.ts';

const spoken = (more: object) => {
  const { key, vars } = newsVoice(
    { total: 0, narrowed: false, search: '', last: new Date('2026-11-21T21:00:00Z'), page: 1, ...more },
    formatIn('es'),
  );
  return say('es')(key, vars);
};

test.each([
  [spoken({}), 'Todavía no hay noticias.'],
  [spoken({ total: 1 }), 'Hay **una** publicación, del 21 de noviembre de 2026, 4:00\u00a0p.\u00a0m.'],
  [spoken({ total: 212 }), 'Hay **212** publicaciones. La última, del 21 de noviembre de 2026, 4:00\u00a0p.\u00a0m.'],
  [spoken({ total: 212, page: 3 }), 'Página **3** de las 212 publicaciones.'],
  [spoken({ total: 2001, counted: 2000, search: 'muelle', narrowed: true }), 'Más de **2.000** hablan de «muelle».'],
  [spoken({ total: 2001, counted: 2000, narrowed: true }), 'Más de **2.000** son así.'],
  [spoken({ total: 0, search: 'muelle', narrowed: true }), 'Nada de lo publicado habla de «**muelle**».'],
  [spoken({ total: 1, search: 'muelle', narrowed: true }), '**Una** habla de «muelle».'],
  [spoken({ total: 7, narrowed: true }), '**7** son así.'],
  [spoken({ total: 0, narrowed: true }), 'Ninguna publicación es así.'],
])('%s', (sentence, expected) => {
  expect(sentence).toBe(expected);
});
