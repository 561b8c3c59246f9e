import { expect, test } from 'vitest';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { ownListVoice, ownVoice } from './own-voice.ts';

const told = { state: 'waiting', answerDueOn: '2026-11-25', dueOn: null, doneOn: null, mergedInto: null };
const voice = (more: Partial<Parameters<typeof ownVoice>[2]>) => ownVoice(sayIn('es'), formatIn('es'), { ...told, ...more }, '2026-11-21');

test.each<[Partial<Parameters<typeof ownVoice>[2]>, string]>([
  [{}, 'Prensa le responde a más tardar el **miércoles 25 de noviembre**.'],
  [{ answerDueOn: '2026-11-20' }, 'Prensa debía responderle el **viernes 20 de noviembre**. Escríbale aquí abajo.'],
  [{ state: 'returned' }, 'Prensa espera **su respuesta** para seguir.'],
  [{ state: 'accepted', dueOn: '2026-12-01' }, 'Prensa la está haciendo, para el **martes 1 de diciembre**.'],
  [{ state: 'accepted', dueOn: '2026-11-20' }, 'Prensa la está haciendo; debía estar el **viernes 20 de noviembre**.'],
  [{ state: 'accepted' }, 'Prensa la está haciendo.'],
  [{ state: 'done', doneOn: '2026-11-20' }, 'Está **lista** desde el viernes 20 de noviembre.'],
  [{ state: 'merged', mergedInto: 1402 }, 'Alguien más pidió lo mismo: se atienden juntas, con el número **1402**.'],
  [{ state: 'withdrawn' }, 'Usted la retiró.'],
])('who asked is told how %o goes', (more, sentence) => {
  expect(voice(more)).toBe(sentence);
});

test.each([
  [{ asked: 0, open: 0, returned: 0 }, 'Usted no ha pedido nada. Empiece cuando quiera.'],
  [{ asked: 4, open: 0, returned: 0 }, 'Nada de lo que pidió está abierto.'],
  [{ asked: 4, open: 1, returned: 0 }, '**Una** de sus solicitudes está abierta.'],
  [{ asked: 4, open: 3, returned: 1 }, '**3** de sus solicitudes están abiertas. **Una** espera su respuesta.'],
])('and how all of them go: %o', (counts, sentence) => {
  expect(ownListVoice(sayIn('es'), counts)).toBe(sentence);
});
