import { describe, expect, it } from 'vitest';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { agreementsVoice } from './agreements-voice.ts';
import { calendarVoice } from './calendar-voice.ts';
import { peopleVoice, personVoice, unitsVoice, unitVoice } from './voices.ts';

const say = sayIn('es');
const none = { current: 0, soon: 0, expired: 0, older: 0, none: 0 };

describe('what the settings say first', () => {
  it.each([
    [{ count: 0, withoutLiaison: 0 }, 'El árbol está **vacío**.'],
    [{ count: 1, withoutLiaison: 1 }, 'Hay **una** dependencia. A **una** le falta enlace de comunicaciones.'],
    [{ count: 12, withoutLiaison: 0 }, 'Son **12** dependencias. Todas tienen enlace de comunicaciones.'],
    [{ count: 4000, withoutLiaison: null }, 'Son **4.000** dependencias.'],
  ])('of the tree', (data, sentence) => expect(unitsVoice(say, data)).toBe(sentence));

  it.each([
    [{ people: 0, below: 0, head: null, liaison: null, closed: null }, '**Nadie** trabaja aquí. Le faltan **enlace** y quien la encabece.'],
    [{ people: 3, below: 1, head: 'A', liaison: 'B', closed: null }, '**3** personas trabajan aquí. **Una** dependencia cuelga de ella.'],
    [{ people: 0, below: 0, head: null, liaison: null, closed: 'ayer' }, 'Está **cerrada** desde ayer.'],
  ])('of a dependency', (data, sentence) => expect(unitVoice(say, data)).toBe(sentence));

  it.each([
    [{ count: 10, invited: 0, filtered: false }, 'Son **10** personas. Todas han entrado.'],
    [{ count: 10, invited: 1, filtered: false }, 'Son **10** personas. **Una** no ha entrado todavía.'],
    [{ count: 0, invited: 4, filtered: true }, '**Nadie** es así.'],
  ])('of people', (data, sentence) => expect(peopleVoice(say, data)).toBe(sentence));

  it('of one person', () => {
    expect(personVoice(say, { roles: ['editor', 'vocero'], seen: 'ayer', left: null })).toBe(
      'Es **editor, vocero**. Se le vio por última vez: ayer.',
    );
    expect(personVoice(say, { roles: [], seen: null, left: null })).toBe('No tiene **ningún** papel. No ha entrado todavía.');
    expect(personVoice(say, { roles: [], seen: null, left: 'ayer' })).toBe('Se fue: **ayer**. Lo que hizo conserva su nombre.');
  });

  it.each([
    [{ text: null, own: null, counts: null }, '**Aún no hay** acuerdo que firmar.'],
    [{ text: 1, own: null, counts: null }, 'Le falta **firmar** el acuerdo.'],
    [
      { text: 1, own: '1 de mayo', counts: { ...none, none: 1, soon: 2 } },
      'Su firma vale hasta el **1 de mayo**. A **una** persona le falta firmarlo. **2** firmas vencen este mes.',
    ],
    [
      { text: 1, own: '1 de mayo', counts: { ...none, current: 9 } },
      'Su firma vale hasta el **1 de mayo**. Todas las personas lo tienen firmado.',
    ],
  ])('of agreements', (data, sentence) => expect(agreementsVoice(say, data)).toBe(sentence));

  it('of the calendar', () => {
    expect(calendarVoice(say, { year: 2026, holidays: 19, own: 1, next: { name: 'Navidad', day: 'viernes 25 de diciembre' } })).toBe(
      '2026 tiene **19** días festivos. Además, **un** acto propio. El siguiente es Navidad, **viernes 25 de diciembre**.',
    );
    expect(calendarVoice(say, { year: 2020, holidays: 18, own: 0, next: null })).toBe('2020 tiene **18** días festivos.');
  });
});
