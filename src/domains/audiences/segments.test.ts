import { beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { sql } from 'kysely';
import { parseDay } from '#platform/clock/day.ts';
import { parse, problemsOf } from '#platform/http/form.ts';
import { carryOutReactions, reactionNames } from '#platform/events/reactions.ts';
import { openLog } from '#platform/log/log.ts';
import { accepted, isRefusal } from '#platform/refusal.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { freshDatabase } from '#test/support/database.ts';
import {
  addContact,
  addSegment,
  adoptPublics,
  changeSegment,
  countRule,
  draftOfForm,
  getSegment,
  giveConsent,
  keepStaff,
  listContacts,
  listSegments,
  newContactInput,
  noteInteraction,
  removeSegment,
  type Rule,
  ruleShape,
  stopWriting,
} from './index.ts';
import { conditionOf } from './segment-condition.queries.ts';
import { shippedSegments, startingSegments } from './starting-segments.ts';

const database = await freshDatabase();
const publics = [{ code: 'juventud', name: 'Juventud', focus: 'Empleo', channels: ['radio'] }];
const reactions = [keepStaff, startingSegments, adoptPublics(() => Promise.resolve(publics))];
const app = { database, clock: () => new Date('2026-11-18T15:00:00Z'), owed: reactionNames(reactions) };
const settle = () => carryOutReactions(database, reactions, openLog('silent'), app.clock);
let cast: Cast;

const rule = (...conditions: object[]): Rule => ruleShape.parse({ groups: [{ conditions }] });
const ids = new Map<string, number>();
const names = async (asked: Rule) => {
  const { count, sample } = await countRule(cast.as('julian'), asked);
  expect(sample).toHaveLength(Math.min(8, count));
  return sample.map(({ name }) => name).toSorted();
};

beforeAll(async () => {
  cast = await seatCast({ app });
  await settle();
  const people: [string, object][] = [
    ['Ana', { kind: 'citizen', email: 'ana@x.co', region: '23001', interests: 'salud; deporte' }],
    ['Beto', { kind: 'citizen', email: 'beto@x.co', region: '23162', interests: 'deporte' }],
    ['Clara', { kind: 'academia', phone: '3001234567', region: '13001', language: 'en' }],
    ['Dora', { kind: 'company', email: 'dora@x.co', attributes: 'Sector: TIC' }],
    ['Elsa', { kind: 'company', email: 'elsa@x.co', attributes: 'Sector: Turismo' }],
  ];
  for (const [name, fields] of people)
    ids.set(name, accepted(await addContact(cast.as('julian'), newContactInput.parse({ name, ...fields }))).id);
  accepted(await giveConsent(cast.as('julian'), { id: ids.get('Ana')!, purpose: 'boletin', channel: 'paper', proof: 'Planilla' }));
  accepted(await stopWriting(cast.as('julian'), { id: ids.get('Beto')! }));
  for (const [name, act, about, on] of [
    ['Ana', 'attended', 'Feria de servicios', '2026-11-10'],
    ['Beto', 'attended', 'Audiencia pública', '2026-08-01'],
    ['Beto', 'answered', 'Encuesta de movilidad', '2026-11-12'],
    ['Dora', 'answered', 'Encuesta de movilidad', '2026-10-01'],
  ] as const)
    accepted(await noteInteraction(cast.as('julian'), { id: ids.get(name)!, act, about, on }));
});

test.each([
  ['kind', { field: 'kind', values: ['academia', 'company'] }, ['Clara', 'Dora', 'Elsa']],
  ['a department, with all its municipalities', { field: 'region', values: ['Córdoba'] }, ['Ana', 'Beto']],
  ['a municipality', { field: 'region', values: ['Montería, Córdoba'] }, ['Ana']],
  ['interests', { field: 'interest', values: ['Salud'] }, ['Ana']],
  ['an attribute', { field: 'attribute', name: 'Sector', values: ['tic'] }, ['Dora']],
  ['an attribute that is known', { field: 'attribute', name: 'sector', values: [] }, ['Dora', 'Elsa']],
  ['what they agree to', { field: 'subscribed', values: ['boletin'] }, ['Ana']],
  ['how they are reached', { field: 'reachable', values: ['phone'] }, ['Clara']],
  ['employment', { field: 'employment', values: ['contractor'] }, ['Diego Herazo']],
  ['a dependency and below', { field: 'unit', values: ['despacho'] }, ['Diego Herazo', 'Julián Restrepo', 'Marcela Ospina']],
  ['what they attended, under any of its names', { field: 'attended', values: ['FERIA de servicios'] }, ['Ana']],
  ['having attended anything', { field: 'attended', values: [] }, ['Ana', 'Beto']],
  ['having answered lately', { field: 'answered', values: ['encuesta-de-movilidad'], days: '30' }, ['Beto']],
  ['having visited', { field: 'visited', values: ['news'] }, []],
  ['language', { field: 'language', values: ['en'] }, ['Clara']],
])('a rule asks about %s', async (_, condition, found) => {
  expect(await names(rule(condition))).toEqual(found);
  // Asked contact by contact, as it is of a part of very many, it is the same.
  const each = conditionOf(rule(condition), { rules: new Map(), today: parseDay('2026-11-18'), each: true });
  const { rows } = await sql<{ name: string }>`select c.name from contacts c where ${each} order by c.name`.execute(database.primary);
  expect(rows.map(({ name }) => name)).toEqual(found);
});

test('all, any and none join conditions; groups join again; and what is not said is not is', async () => {
  const citizen = { field: 'kind', values: ['citizen'] };
  const monteria = { field: 'region', values: ['23001'] };
  const asked = (join: string, groups: object[]) => names(ruleShape.parse({ join, groups }));
  expect(await asked('all', [{ join: 'all', conditions: [citizen, { ...monteria, not: true }] }])).toEqual(['Beto']);
  expect(await asked('all', [{ join: 'any', conditions: [monteria, { field: 'kind', values: ['academia'] }] }])).toEqual(['Ana', 'Clara']);
  expect(await asked('all', [{ join: 'none', conditions: [citizen, { field: 'kind', values: ['staff'] }] }])).toEqual([
    'Clara',
    'Dora',
    'Elsa',
  ]);
  expect(
    await asked('any', [{ conditions: [monteria] }, { conditions: [{ field: 'attribute', name: 'sector', values: ['tic'] }] }]),
  ).toEqual(['Ana', 'Dora']);
  // Dora has no region: she is not in Montería.
  expect(
    await asked('all', [
      {
        conditions: [
          { ...monteria, not: true },
          { field: 'kind', values: ['company'] },
        ],
      },
    ]),
  ).toEqual(['Dora', 'Elsa']);
});

test('a rule that asks nothing is nobody, and who asked not to be written to is counted apart', async () => {
  expect(await countRule(cast.as('julian'), ruleShape.parse({ groups: [] }))).toMatchObject({ count: 0, sample: [] });
  expect(await countRule(cast.as('julian'), rule({ field: 'kind', values: ['citizen'] }))).toMatchObject({ count: 2, mail: 1, agreed: 1 });
});

test('who may not read contacts is told how many, not who', async () => {
  expect(await countRule(cast.as('rosa'), rule({ field: 'kind', values: ['citizen'] }))).toMatchObject({ count: 2, sample: [] });
});

test('a segment is made, asked about by another, changed and listed with its count; a rule that comes back to itself is refused', async () => {
  const given = { name: 'Vecinos de Córdoba', focus: 'Cerca', channels: ['radio'], code: undefined };
  const { code } = accepted(await addSegment(cast.as('julian'), { ...given, rule: rule({ field: 'region', values: ['23'] }) }));
  expect(code).toBe('vecinos-de-cordoba');
  const asks = rule({ field: 'segment', values: [code] }, { field: 'interest', values: ['salud'] });
  accepted(await addSegment(cast.as('julian'), { ...given, name: 'Salud en Córdoba', rule: asks }));
  expect(await names((await getSegment(cast.as('julian'), 'salud-en-cordoba')).rule)).toEqual(['Ana']);
  const back = { ...given, code, version: 1, rule: rule({ field: 'segment', values: ['salud-en-cordoba'] }) };
  expect(await changeSegment(cast.as('julian'), back)).toMatchObject({ refused: 'segment.cycle' });
  expect(await changeSegment(cast.as('julian'), { ...back, rule: rule({ field: 'segment', values: ['ninguno'] }) })).toMatchObject({
    refused: 'segment.unknown',
  });
  expect(await removeSegment(cast.as('julian'), { code })).toMatchObject({
    refused: 'segment.used',
    details: { name: 'Salud en Córdoba' },
  });
  accepted(await changeSegment(cast.as('julian'), { ...back, rule: rule({ field: 'region', values: ['13'] }) }));
  expect(await changeSegment(cast.as('julian'), { ...back, rule: rule({ field: 'region', values: ['13'] }) })).toMatchObject({
    refused: 'form.stale',
  });
  expect(await listSegments(cast.as('julian'), 'vecinos')).toMatchObject([{ code, count: 1 }]);
  expect((await listContacts(cast.as('julian'), { segment: code })).contacts.map(({ name }) => name)).toEqual(['Clara']);
  await expect(addSegment(cast.as('rosa'), { ...given, rule: asks })).rejects.toThrow('segments.write');
});

test('the publics of both plans come with the house, and a plan in force brings those that are missing, to be given a rule', async () => {
  const ctx = cast.as();
  await ctx.tell({ name: 'institution.set_up', subject: { type: 'institution', id: 1 } });
  await ctx.tell({ name: 'version.in_force', subject: { type: 'plan_version', id: 1 } });
  await settle();
  const segments = await listSegments(cast.as('julian'));
  for (const { code } of shippedSegments()) expect(segments.map((one) => one.code)).toContain(code);
  expect(segments.find(({ code }) => code === 'ciudadania')).toMatchObject({ count: 2 });
  expect(segments.find(({ code }) => code === 'sector-tic')).toMatchObject({ count: 1 });
  expect(segments.find(({ code }) => code === 'juventud')).toMatchObject({
    focus: 'Empleo',
    channels: ['radio'],
    count: 0,
    rule: { groups: [] },
  });
});

test('a form says the same rule as the API, and half-said conditions stay where they were', () => {
  const draft = draftOfForm({
    join: 'any',
    'g0.join': 'none',
    'g0.c0.field': 'kind',
    'g0.c0.not': 'true',
    'g0.c0.values': ['press', 'citizen'],
    'g1.join': 'all',
    'g1.c0.field': 'region',
    'g1.c1.field': 'attended',
    'g1.c1.days': '0',
  });
  expect(draft).toMatchObject({
    join: 'any',
    groups: [
      { join: 'none', conditions: [{ field: 'kind', not: true, values: ['press', 'citizen'] }] },
      {
        conditions: [
          { field: 'region', values: [] },
          { field: 'attended', values: [], days: '0' },
        ],
      },
    ],
  });
  const parsed = parse(ruleShape, draft);
  expect(isRefusal(parsed) && Object.values(problemsOf(parsed))).toMatchObject([
    { refused: 'segment.values' },
    { refused: 'segment.days' },
  ]);
});

test('whatever rule is made, it and its opposite are everybody, once', async () => {
  const condition = fc.oneof(
    fc.record({
      field: fc.constant('kind'),
      values: fc.subarray(['citizen', 'academia', 'staff', 'company'], { minLength: 1 }),
      not: fc.boolean(),
    }),
    fc.record({ field: fc.constant('region'), values: fc.subarray(['23', '13001', '23162'], { minLength: 1 }), not: fc.boolean() }),
    fc.record({ field: fc.constant('attended'), values: fc.subarray(['feria-de-servicios', 'audiencia-publica']), not: fc.boolean() }),
    fc.record({ field: fc.constant('attribute'), name: fc.constant('sector'), values: fc.subarray(['tic', 'turismo']), not: fc.boolean() }),
  );
  const all = (await countRule(cast.as('julian'), rule({ field: 'language', values: ['es', 'en'] }))).count;
  await fc.assert(
    fc.asyncProperty(fc.array(condition, { minLength: 1, maxLength: 4 }), async (conditions) => {
      const any = await countRule(cast.as('julian'), ruleShape.parse({ groups: [{ join: 'any', conditions }] }));
      const none = await countRule(cast.as('julian'), ruleShape.parse({ groups: [{ join: 'none', conditions }] }));
      expect(any.count + none.count).toBe(all);
    }),
    { numRuns: 30 },
  );
});
