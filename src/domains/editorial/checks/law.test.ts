import { describe, expect, test } from 'vitest';
import { assetOf, casesOf, subjectOf, written } from '#test/support/subject.ts';
import { kindOf } from '../kinds.ts';
import { candidates } from './candidates.ts';
import { imageRights } from './image-rights.ts';
import { informationClass } from './information-class.ts';
import { officials } from './officials.ts';
import { personalData } from './personal-data.ts';
import { slogans } from './slogans.ts';

const of = (check: Parameters<typeof casesOf>[0], text: string, known: Parameters<typeof casesOf>[2] = {}) =>
  casesOf(check, subjectOf({ fields: {}, body: written(text) }), known);

describe('personal data', () => {
  test.each([
    ['Ana Díaz, con cédula 45.678.901, ganó.', ['document: cédula 45.678.901']],
    ['C.C. 1047382910 de Cartagena', ['document: C.C. 1047382910']],
    ['Llámela al 315 482 99 01.', ['phone: 315 482 99 01']],
    ['Escriba a ana.diaz@gmail.com.', ['mail: ana.diaz@gmail.com']],
    ['Ana Díaz vive en la carrera 5 con calle 12.', ['home: vive en la carrera 5 con calle 12']],
    ['Laura Pérez, de 9 años, cantó.', ['minor: Laura Pérez, de 9 años']],
    ['La niña Laura Pérez cantó.', ['minor: La niña Laura Pérez']],
    ['Jorge Ruiz, de 45 años, cantó.', []],
    ['Las niñas y los niños del coro cantaron.', []],
    ['Escriba a prensa@puertoclaro.gov.co o llame al 195.', []],
    ['Pagó $ 3.152.482.990 al banco.', []],
  ])('%s', (text, found) => {
    expect(of(personalData, text)).toEqual(found);
  });

  test('of a child stops what is public', () => {
    expect(of(informationClass, 'Laura Pérez, de 9 años, cantó.')).toEqual(['minor: Laura Pérez, de 9 años']);
    expect(
      casesOf(informationClass, subjectOf({ class: 'internal', goesPublic: false, body: written('Laura Pérez, de 9 años.') })),
    ).toEqual([]);
  });
});

test('what is not public and goes by a public channel is said', () => {
  expect(casesOf(informationClass, subjectOf({ class: 'reserved', goesPublic: true }))).toEqual(['not_for_all']);
  expect(casesOf(informationClass, subjectOf({ class: 'internal', goesPublic: false }))).toEqual([]);
});

describe('names of officials', () => {
  const known = { officials: ['Marcela Ospina'] };

  test('stand in no title and beside no praise, and may be quoted', () => {
    expect(casesOf(officials, subjectOf({ title: 'Marcela Ospina entrega 22 vías' }), known)).toEqual(['title: Marcela Ospina']);
    expect(of(officials, 'Gracias a Marcela Ospina hay 22 vías.', known)).toEqual(['praised: Marcela Ospina']);
    expect(of(officials, '«Ya están listas», dijo marcela ospina.', known)).toEqual([]);
  });

  test('stand nowhere in what is paid to be seen', () => {
    const poster = subjectOf({ kind: kindOf('poster'), fields: {}, body: written('Lo dijo Marcela Ospina.') });
    expect(casesOf(officials, poster, known)).toEqual(['advertised: Marcela Ospina']);
  });
});

test('slogans, brands of who governs, and the entity by his name', () => {
  const terms = [{ term: 'Puerto Claro despega', meaning: '', insteadOf: [], sort: 'forbidden' as const }];
  expect(of(slogans, 'Así, PUERTO CLARO DESPEGA.', { terms })).toEqual(['forbidden: PUERTO CLARO DESPEGA']);
  expect(of(slogans, 'La Alcaldía de Marcela Ospina cumple.', { officials: ['Marcela Ospina'] })).toEqual([
    'owned: Alcaldía de Marcela Ospina',
  ]);
  expect(of(slogans, 'La Alcaldía de Puerto Claro cumple.', { terms, officials: ['Marcela Ospina'] })).toEqual([]);
});

test.each([
  [{}, []],
  [{ peopleShown: true }, ['people']],
  [{ peopleShown: true, released: true }, []],
  [{ minorsShown: true, released: true }, ['minors']],
  [{ minorsShown: true, guarded: true }, []],
  [{ expiresOn: '2026-11-21' }, ['expired']],
  [{ expiresOn: '2026-11-22' }, []],
  [{ withdrawn: true }, ['withdrawn']],
])('image rights of %j', (change, found) => {
  const assets = new Map([[1, assetOf(change as Parameters<typeof assetOf>[0])]]);
  expect(casesOf(imageRights, subjectOf(), { assets })).toEqual(found);
});

test('an asset that is not in the library is said', () => {
  expect(casesOf(imageRights, subjectOf())).toEqual(['unknown']);
});

test('who stands in an election is not named in its window, and is free after', () => {
  const windows = [{ name: 'Locales 2027', startsOn: '2027-06-30', endsOn: '2027-10-31', candidates: ['Pedro Luna'] }];
  const subject = subjectOf({ body: written('Pedro Luna inauguró el parque.') });
  expect(casesOf(candidates, subject, { windows })).toEqual([]);
  expect(casesOf(candidates, { ...subject, day: '2027-07-01' as typeof subject.day }, { windows })).toEqual(['named: Pedro Luna']);
});
