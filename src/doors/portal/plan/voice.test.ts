import { expect, test } from 'vitest';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { parseDay } from '#platform/clock/day.ts';
import { homeVoice, planVoice } from './voice.ts';

const say = sayIn('es');
const format = formatIn('es');
const part = (title: string, progress: number, due: number) => ({
  item: 1,
  number: '',
  title,
  parent: null,
  advance: { progress, due },
  indicators: 1,
  lights: { good: 0, risk: 0, off: 0, none: 0 },
  lateActivities: 0,
});
const stands = (progress: number, due: number, { off = 0, risk = 0 } = {}) => ({
  advance: { progress, due },
  lights: { good: 9, risk, off, none: 0 },
  version: { inForceFrom: parseDay('2026-10-05') },
  components: [part('Comunicación externa', 84, 89), part('Comunicación interna', 66, 89)],
});

test('behind: both figures, and how many go badly', () => {
  expect(planVoice(stands(78, 89, { off: 2, risk: 1 }), say, format)).toBe(
    'El plan va en **78\u00a0%** y hoy debería ir en **89\u00a0%**. Aquí está cada cifra, también las **3** que van mal.',
  );
  expect(planVoice(stands(78, 89, { off: 1 }), say, format)).toContain('también la que va mal.');
});

test('behind: the home names what holds it back', () => {
  expect(homeVoice(stands(78, 89), say, format)).toBe(
    'El plan va en **78\u00a0%** y hoy debería ir en **89\u00a0%**. Lo atrasa «Comunicación interna».',
  );
});

test('on time: one figure against what is due, and nothing holds it back', () => {
  expect(homeVoice(stands(88.4, 89), say, format)).toBe('El plan va en **88\u00a0%**, como debe ir hoy.');
  expect(planVoice(stands(90, 89), say, format)).toBe('El plan va en **90\u00a0%**, como debe ir hoy. Aquí está cada cifra.');
});

test('done, and nothing measured yet', () => {
  expect(homeVoice(stands(100, 89), say, format)).toBe('El plan está **cumplido**.');
  expect(homeVoice({ ...stands(0, 0), advance: null }, say, format)).toBe(
    'El plan rige desde el 5 de octubre de 2026 y todavía **no tiene cifras**.',
  );
});
