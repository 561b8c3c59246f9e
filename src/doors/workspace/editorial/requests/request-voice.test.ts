import { expect, test } from 'vitest';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { requestVoice } from './request-voice.ts';

const request = {
  id: 418,
  title: 'Video del predial',
  unitName: 'Hacienda',
  askerName: 'Rocío Palomino',
  state: 'waiting',
  assigneeName: null,
  mergedInto: null,
  days: null,
} as const;
const standing = { request, day: '2026-12-01', daysLeft: 7, late: { answer: 0, delivery: 0 }, returnedOn: null };
type Standing = Parameters<typeof requestVoice>[2];
const voice = (more: Omit<Partial<Standing>, 'request'> & { request?: Partial<Standing['request']> } = {}) =>
  requestVoice(sayIn('es'), formatIn('es'), { ...standing, ...more, request: { ...request, ...more.request } });

test.each<[string, Parameters<typeof voice>[0], string]>([
  ['waits, with time', {}, 'Hacienda pide **Video del predial** para el martes 1 de diciembre. Hay **7** días hábiles.'],
  ['waits, with one day', { daysLeft: 1 }, 'Hacienda pide **Video del predial** para el martes 1 de diciembre. Hay **un** día hábil.'],
  ['waits, for today', { daysLeft: 0 }, 'Hacienda pide **Video del predial** para el martes 1 de diciembre. Es **hoy**.'],
  ['waits, its day gone', { daysLeft: -2 }, 'Hacienda pide **Video del predial** para el martes 1 de diciembre. Ese día **ya pasó**.'],
  ['waits for no day', { day: null, daysLeft: null }, 'Hacienda pide **Video del predial** y no dijo para cuándo.'],
  [
    'waits too long',
    { late: { answer: 2, delivery: 0 } },
    'Hacienda pide **Video del predial** para el martes 1 de diciembre. Debía responderse hace **2** días.',
  ],
  [
    'is returned',
    { request: { state: 'returned' }, returnedOn: '2026-11-20' },
    'Hacienda pide **Video del predial** para el martes 1 de diciembre. Espera respuesta de Rocío Palomino desde el viernes 20 de noviembre.',
  ],
  [
    'is made',
    { request: { state: 'accepted', assigneeName: 'Yenny Mosquera' } },
    'Yenny Mosquera la hace para Hacienda, para el martes 1 de diciembre.',
  ],
  [
    'is made by nobody',
    { request: { state: 'accepted' } },
    'Está aceptada para Hacienda, para el martes 1 de diciembre; **nadie** la hace todavía.',
  ],
  [
    'is made late',
    { request: { state: 'accepted', assigneeName: 'Yenny Mosquera' }, late: { answer: 0, delivery: 3 } },
    'Yenny Mosquera la hace para Hacienda: va **3** días tarde.',
  ],
  ['is late and nobody’s', { request: { state: 'accepted' }, late: { answer: 0, delivery: 1 } }, 'Va **1** día tarde y **nadie** la hace.'],
  ['is delivered', { request: { state: 'done', days: 5 } }, 'Se entregó en **5** días hábiles.'],
  ['is delivered at once', { request: { state: 'done', days: 0 } }, 'Se entregó el **mismo** día.'],
  ['is joined', { request: { state: 'merged', mergedInto: 1402 } }, 'Se atiende con la solicitud **1402**.'],
  ['is withdrawn', { request: { state: 'withdrawn' } }, 'Hacienda ya no la necesita.'],
  [
    'was typed with marks',
    { request: { title: '[Gane](https://mal.example) **ya**', unitName: null } },
    'Rocío Palomino pide **Gane(https://mal.example) ya** para el martes 1 de diciembre. Hay **7** días hábiles.',
  ],
])('the voice of a request that %s', (_, more, sentence) => {
  expect(voice(more)).toBe(sentence);
});
