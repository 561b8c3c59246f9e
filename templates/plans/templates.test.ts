import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Row = { code: string; title?: string; name?: string; text?: string; body?: string };
type Section = Row & { kind: string; items?: Row[] };
type Activity = Row & { responsibility: string; also_serves: string[]; unit: string; segments: string[]; channels: string[] };
type Indicator = Row & { activity: string; measure: string; filter: { unit?: string; channel?: string } };
type Plan = {
  plan: Row & { unit: string };
  units: Row[];
  sections: Section[];
  segments: (Row & { channels: string[] })[];
  channels: Row[];
  objectives: Row[];
  components: (Row & { objective: string; also_serves?: string[] })[];
  responsibilities: (Row & { component: string })[];
  activities: Activity[];
  indicators: Indicator[];
};
type Checklist = { plans: { file: string; rows: { source: string; at: string[] }[] }[] };

const lists = ['units', 'sections', 'segments', 'channels', 'objectives', 'components', 'responsibilities', 'activities', 'indicators'] as const;
const tree = ['sections', 'objectives', 'components', 'responsibilities', 'activities', 'indicators'] as const;
const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const readme = read('README.md');
const checklist: Checklist = parse(read('checklist.yaml'));

describe.each(checklist.plans)('$file', ({ file, rows }) => {
  const plan: Plan = parse(read(file));
  const places = placesOf(plan);

  test.each(rows)('holds «$source»', ({ source, at }) => {
    expect(at.filter((place) => !places.has(place))).toEqual([]);
    expect(words(places.get(at[0] ?? ''))).toContain(words(source));
  });

  test('has no row that the source lacks', () => {
    const sourced = new Set(rows.flatMap((row) => row.at.flatMap((place) => [place, place.split('/').slice(0, 2).join('/')])));
    const own = [...places.keys()].filter((place) => tree.some((list) => place.startsWith(`${list}/`)));
    expect(own.filter((place) => !sourced.has(place))).toEqual([]);
  });

  test('uses each code once', () => {
    const repeated = [...lists.map((list) => plan[list]), ...plan.sections.map((section) => section.items ?? [])]
      .map((rows) => rows.map((row) => row.code))
      .flatMap((codes) => codes.filter((code, i) => codes.indexOf(code) !== i));
    expect(repeated).toEqual([]);
  });

  test('refers only to what exists', () => {
    expect(references(plan).filter((place) => !places.has(place))).toEqual([]);
  });

  test('gives every activity an indicator, and every responsibility an activity', () => {
    const measured = plan.indicators.map((indicator) => indicator.activity);
    expect(plan.activities.map((activity) => activity.code).filter((code) => !measured.includes(code))).toEqual([]);
    const served = plan.activities.flatMap((activity) => [activity.responsibility, ...activity.also_serves]);
    expect(plan.responsibilities.map((row) => row.code).filter((code) => !served.includes(code))).toEqual([]);
  });

  test('names only measures that the documentation lists', () => {
    const documented = (measure: string) => {
      const [domain, what] = measure.split('.');
      return readme.split('\n').some((line) => line.startsWith(`| ${domain} |`) && line.includes(`\`${what}\``));
    };
    expect(plan.indicators.map((indicator) => indicator.measure).filter((measure) => !documented(measure))).toEqual([]);
  });

  test.each(scanGarbage)('keeps no scan garbage: %s', (_, garbage) => {
    expect(prose(plan).flatMap((text) => text.match(garbage) ?? [])).toEqual([]);
  });
});

/** What the scanner left behind: broken accents, stray marks, and words that lost theirs. */
const scanGarbage: [string, RegExp][] = [
  ['"dn" for "ón"', /\p{L}+dn(?!\p{L})/gu],
  ['"én" for "ón"', /\p{L}+[csx]i[eé]n(?!\p{L})/gu],
  ['stray marks', /[|•‘’»«\uFFFD_~]| {2,}/gu],
  ['letters for letters', /\b(OAl|OAIl|Tl|EI|ElI|afios|disefi\w*|campafi\w*)\b/gu],
  ['"-cion" without accent', /\p{L}*[cs]ion(?!\p{L})/giu],
  ['words that lost their accent', /(?<!\p{L})(estrategic[oa]s?|tecnologi(a|as|ca|cas|co|cos)|articulos?|analisis|organico|pagina|paginas|publicos?|publicas?|politicas?|segun|tambien|traves|television|informatica|optima|dinamicas|areas?|region|ingles|numero|trafico|boletin|buzon|guias?|metricas?|exito|asi|mas|dia|periodic[oa]s?|ultim[oa]s?|economico|tecnic[oa]s?|practic[oa]s?|camparias)(?!\p{L})/giu],
];

function placesOf(plan: Plan): Map<string, string> {
  const places = new Map<string, string>();
  for (const list of lists) for (const row of plan[list]) places.set(`${list}/${row.code}`, textOf(row));
  for (const section of plan.sections) {
    for (const item of section.items ?? []) places.set(`sections/${section.code}/${item.code}`, textOf(item));
  }
  return places;
}

function references(plan: Plan): string[] {
  return [
    `units/${plan.plan.unit}`,
    ...plan.segments.flatMap((row) => row.channels.map((code) => `channels/${code}`)),
    ...plan.components.flatMap((row) => [row.objective, ...(row.also_serves ?? [])].map((code) => `objectives/${code}`)),
    ...plan.responsibilities.map((row) => `components/${row.component}`),
    ...plan.activities.flatMap((row) => [
      `units/${row.unit}`,
      ...[row.responsibility, ...row.also_serves].map((code) => `responsibilities/${code}`),
      ...row.segments.map((code) => `segments/${code}`),
      ...row.channels.map((code) => `channels/${code}`),
    ]),
    ...plan.indicators.flatMap(({ activity, filter }) => [
      `activities/${activity}`,
      ...(filter.unit ? [`units/${filter.unit}`] : []),
      ...(filter.channel ? [`channels/${filter.channel}`] : []),
    ]),
  ];
}

function textOf(row: Row): string {
  return [row.title, row.name, row.text, row.body].filter(Boolean).join(' ');
}

/** Every string that a person reads: all but codes, references and measures, which have neither a space nor a capital. */
function prose(value: unknown): string[] {
  if (typeof value === 'string') return /^[\da-z_.-]+$/.test(value) ? [] : [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(prose) : [];
}

function words(text = ''): string {
  return text.replace(/\s+/g, ' ').trim();
}
