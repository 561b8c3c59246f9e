import { describe, expect, test } from 'vitest';
import { locales } from '#platform/i18n/locale.ts';
import { say as sayer } from '#platform/i18n/dictionary.ts';
import { activitiesVoice, activityVoice, boardVoice, figureVoice, homeVoice, type Sentence } from './voice.ts';

const spoken = (sentences: readonly Sentence[]) =>
  sentences
    .map(({ key, vars }) => sayer('es')(key, vars))
    .join(' ')
    .replaceAll('**', '');
const said: Sentence[][] = [];
const voice = (sentences: Sentence[]) => {
  said.push(sentences);
  return spoken(sentences);
};

type BoardArg = Parameters<typeof boardVoice>[0];
const part = (item: number, title: string, progress: number) => ({
  item,
  number: '',
  title,
  parent: null,
  advance: { progress, due: 89 },
  indicators: 1,
  lights: { good: 0, risk: 0, off: 0, none: 0 },
  lateActivities: 0,
});
const board = (more: Partial<BoardArg> = {}): BoardArg => ({
  version: {
    id: 1,
    plan: 1,
    number: 7,
    state: 'in_force',
    basedOn: null,
    note: '',
    createdAt: new Date(),
    inForceFrom: null,
    inForceUntil: null,
  },
  advance: { progress: 78, due: 89 },
  components: [part(4, 'Comunicación interna', 66), part(5, 'Comunicación digital', 90)],
  objectives: [],
  lateActivities: 0,
  overdueReadings: 0,
  activities: 12,
  ...more,
});

describe('the board says', () => {
  test('what holds the plan back', () => {
    expect(voice(boardVoice(board()))).toBe('El plan va en 78 % y hoy debería ir en 89 %. Lo retrasa [comunicación interna](#part-4).');
  });
  test('several causes', () =>
    expect(voice(boardVoice(board({ components: [part(4, 'Interna', 66), part(5, 'TIC', 70), part(6, 'Digital', 60)] })))).toContain(
      'digital',
    ));
  test('all well', () =>
    expect(voice(boardVoice(board({ advance: { progress: 89, due: 89 } })))).toBe('El plan va en 89 %, como debería ir hoy.'));
  test('ahead', () => expect(voice(boardVoice(board({ advance: { progress: 95, due: 89 } })))).toContain('95 %'));
  test('one thing late, and many', () => {
    expect(voice(boardVoice(board({ lateActivities: 1 })))).toContain('1 actividad va tarde');
    expect(voice(boardVoice(board({ lateActivities: 2, overdueReadings: 3 })))).toContain('2 actividades van tarde');
  });
  test('nothing yet, nothing in force, nothing at all', () => {
    expect(voice(boardVoice(board({ advance: null })))).toContain('Todavía');
    expect(voice(boardVoice(board({ version: { ...board().version, state: 'draft' } })))).toContain('no rige');
    expect(voice(boardVoice(board({ activities: 0 })))).toContain('no tiene actividades');
  });
});

type FigureArg = Parameters<typeof figureVoice>[0];
const figure = (more: Partial<FigureArg> = {}): FigureArg => ({
  value: 61,
  target: 96,
  due: 85.5,
  asOf: '2026-11-22' as FigureArg['asOf'],
  percentOfDue: 71,
  fulfilled: false,
  light: 'off',
  forecast: { value: 68.3, low: 64, high: 73 },
  overdue: null,
  endsOn: '2026-12-31' as FigureArg['endsOn'],
  ...more,
});
const counts = { own: true, percent: false, direction: 'up' as const };

describe('an indicator says', () => {
  test('how far it is, how far it should be, and where it ends', () => {
    expect(voice(figureVoice(figure(), counts))).toBe('Van 61 y hoy deberían ir 86. A este paso cierra en 68 de 96.');
  });
  test('all well', () => expect(voice(figureVoice(figure({ light: 'good', forecast: null }), counts))).toContain('como'));
  test('fulfilled', () => expect(voice(figureVoice(figure({ fulfilled: true, light: 'good' }), counts))).toContain('cumplida'));
  test('without a target', () => expect(voice(figureVoice(figure({ target: null, due: null }), counts))).toContain('sin meta'));
  test('nothing yet', () => {
    expect(voice(figureVoice(figure({ value: null }), counts))).toContain('Todavía');
    expect(voice(figureVoice(figure({ value: null }), { ...counts, own: false }))).toContain('Nadie');
  });
  test('that its reading is late, one day and many', () => {
    const overdue = { startsOn: figure().endsOn, endsOn: figure().endsOn, daysLate: 6 };
    expect(voice(figureVoice(figure({ overdue }), { ...counts, own: false }))).toContain('6 días');
    expect(voice(figureVoice(figure({ value: null, overdue: { ...overdue, daysLate: 1 } }), { ...counts, own: false }))).toContain(
      '1 día tarde',
    );
  });
  test('measured by hand, or over its ceiling', () => {
    for (const light of ['off', 'good'] as const) voice(figureVoice(figure({ light, forecast: null }), { ...counts, own: false }));
    for (const own of [true, false]) voice(figureVoice(figure({ forecast: null }), { own, percent: true, direction: 'down' }));
    expect(said.at(-1)![0]!.key).toContain('over_measured');
  });
});

describe('an activity says', () => {
  const day = (text: string) => text as FigureArg['endsOn'];
  const owed = (daysLate: number, told?: { state: 'done' | 'under_way' | 'cancelled'; percent: number }) => ({
    startsOn: day('2026-03-01'),
    endsOn: day('2026-11-06'),
    daysLate,
    told: told && { item: 1, periodStart: day('2026-03-01'), ...told },
  });
  const stand = (one: ReturnType<typeof owed>, state: 'done' | 'under_way' | 'cancelled' | 'not_started', late = 0) => ({
    owed: [one],
    late: Array.from({ length: late }, () => one),
    next: state === 'done' || state === 'cancelled' ? undefined : one,
    state,
  });
  test('late by days, and many times late', () => {
    expect(voice(activityVoice(stand(owed(16), 'not_started', 1), '2026-11-22'))).toBe('Va 16 días tarde.');
    expect(voice(activityVoice(stand(owed(16), 'not_started', 3), '2026-11-22'))).toContain('3');
  });
  test('done, cancelled, under way, begun, ahead, nothing owed', () => {
    voice(activityVoice(stand(owed(0, { state: 'done', percent: 100 }), 'done'), '2026-11-22'));
    voice(activityVoice(stand(owed(0, { state: 'cancelled', percent: 0 }), 'cancelled'), '2026-11-22'));
    expect(voice(activityVoice(stand(owed(0, { state: 'under_way', percent: 40 }), 'under_way'), '2026-10-22'))).toContain('40 %');
    voice(activityVoice(stand(owed(0), 'not_started'), '2026-10-22'));
    voice(activityVoice(stand(owed(0), 'not_started'), '2026-01-22'));
    expect(voice(activityVoice({ owed: [], late: [], next: undefined, state: 'not_started' }, '2026-01-22'))).toContain('nada');
  });
  test('all of them: none, well, done, one late, many late', () => {
    for (const counted of [
      { all: 0, late: 0, done: 0 },
      { all: 5, late: 0, done: 2 },
      { all: 5, late: 0, done: 5 },
      { all: 5, late: 1, done: 0 },
      { all: 5, late: 2, done: 0 },
    ])
      voice(activitiesVoice(counted));
    expect(spoken(said.at(-1)!)).toContain('2 de 5');
  });
});

describe('the first page says', () => {
  const me = { name: 'Marcela', hour: 9, toDecide: 3, late: 2, soon: 0 };
  test('what waits and what is late', () =>
    expect(voice(homeVoice(me))).toBe('Buenos días, Marcela. 3 cosas esperan su decisión. 2 compromisos suyos van tarde.'));
  test('one of each', () =>
    expect(voice(homeVoice({ ...me, hour: 15, toDecide: 1, late: 1 }))).toBe(
      'Buenas tardes, Marcela. 1 cosa espera su decisión. 1 compromiso suyo va tarde.',
    ));
  test('what comes soon, or nothing', () => {
    voice(homeVoice({ ...me, hour: 20, toDecide: 0, late: 0, soon: 4 }));
    expect(voice(homeVoice({ ...me, toDecide: 0, late: 0 }))).toContain('Nada');
  });
});

test('every sentence is written in every language, with all that goes into it', () => {
  for (const locale of locales)
    for (const { key, vars } of said.flat()) {
      const sentence = sayer(locale)(key, vars);
      expect(sentence).not.toBe(key);
      expect(sentence).not.toMatch(/\{\w+\}/);
    }
});
