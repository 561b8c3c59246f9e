import { expect, test } from 'vitest';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { playlistWhen } from './playlist-when.ts';

const always = { days: [1, 2, 3, 4, 5, 6, 7], fromTime: null, untilTime: null, fromDay: null, untilDay: null };
const said = (schedule: object) => playlistWhen({ ...always, ...schedule } as never, say('es'), formatIn('es'));

test('a playlist says when it is on as people do', () => {
  expect(said({})).toBe('siempre');
  expect(said({ days: [1, 2, 3, 4, 5], fromTime: '07:00', untilTime: '12:00' })).toBe('de lunes a viernes, de 07:00 a 12:00');
  expect(said({ days: [6, 1] })).toBe('lunes y sábado');
  expect(said({ fromDay: '2026-12-01', untilDay: '2026-12-31' })).toBe('todos los días, del 1 dic al 31 dic');
  expect(said({ days: [6, 7], untilDay: '2026-12-31' })).toBe('sábados y domingos, hasta el 31 dic');
});
