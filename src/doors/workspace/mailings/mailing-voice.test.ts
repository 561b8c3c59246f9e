import { expect, test } from 'vitest';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { mailingsVoice, mailingVoice } from './mailing-voice.ts';

const none = { queued: 0, attempted: 0, accepted: 0, unknown: 0, bounced: 0, complained: 0, suppressed: 0 };
const whom = { found: 10, written: 8, noMail: 1, stopped: 1, notAgreed: 0 };
const mailing = {
  state: 'draft' as const,
  dueAt: new Date('2026-11-23T13:00:00Z'),
  recipients: 100,
  wave: 0,
  waves: 1,
  fixedAt: new Date(),
};
const one = (more: object, counts: object = {}, stuck = false, language: 'es' | 'en' = 'es') => {
  const { key, vars } = mailingVoice(
    { mailing: { ...mailing, ...more }, counts: { ...none, ...counts }, whom: 'state' in more ? null : whom, stuck },
    formatIn(language),
  );
  return say(language)(key, vars);
};
const empty = { draft: 0, approved: 0, scheduled: 0, sending: 0, paused: 0, nextAt: null, unknown: 0 };
const all = (more: object) => {
  const { key, vars } = mailingsVoice({ ...empty, ...more }, formatIn('es'));
  return say('es')(key, vars);
};

test.each([
  [one({}), 'Le llegaría a **8** personas. Falta que otra persona lo apruebe.'],
  [one({ state: 'approved' }), 'Está aprobado para **100** personas. Falta que alguien lo envíe.'],
  [one({ state: 'scheduled' }), 'Sale el **23 de noviembre de 2026, 8:00\u00a0a.\u00a0m.** para **100** personas.'],
  [one({ state: 'sending', fixedAt: null }), 'Está fijando a quién le llega.'],
  [one({ state: 'sending' }, { accepted: 40 }), 'Han salido **40** de **100**.'],
  [
    one({ state: 'sending' }, { accepted: 40 }, true),
    'Han salido **40** de **100**. **Ningún servidor de correo responde**: se sigue intentando solo.',
  ],
  [one({ state: 'paused' }, { accepted: 40 }), 'Está en pausa: salieron **40** de **100**.'],
  [one({ state: 'held' }, { accepted: 40 }), 'Está retenido: salieron **40** de **100**.'],
  [one({ state: 'finished' }, { accepted: 98 }), 'Terminó: **98** de **100** correos aceptados.'],
  [
    one({ state: 'finished' }, { accepted: 98, unknown: 2 }),
    'De **2** correos no se sabe si llegaron. No se reenvían solos: diga qué se hace.',
  ],
  [one({ state: 'cancelled', fixedAt: null }), 'Se canceló antes de salir.'],
  [one({ state: 'cancelled' }, { accepted: 5 }), 'Se canceló: salieron **5** de **100**, y el resto no.'],
  [one({ state: 'finished' }, { accepted: 98 }, false, 'en'), 'Finished: **98** of **100** mails accepted.'],
  [all({ unknown: 1, paused: 1 }), 'En **un** envío hay correos de los que no se sabe. Diga qué se hace.'],
  [all({ paused: 2 }), '**2** envíos están detenidos.'],
  [all({ sending: 1 }), '**Un** envío está saliendo.'],
  [all({ approved: 1 }), '**Un** envío aprobado espera que alguien lo envíe.'],
  [
    all({ scheduled: 1, nextAt: new Date('2026-11-23T13:00:00Z') }),
    '**Un** envío está programado: sale el **23 de noviembre de 2026, 8:00\u00a0a.\u00a0m.**',
  ],
  [all({ draft: 2 }), 'Nada está saliendo. Hay **2** borradores.'],
  [all({}), 'Nada está saliendo.'],
])('%s', (sentence, expected) => {
  expect(sentence).toBe(expected);
});
