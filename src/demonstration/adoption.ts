import { stringify } from 'yaml';
import { periodsBetween } from '#platform/clock/period.ts';
import type { Adoption, Goal } from './data.ts';
import type { Times } from './times.ts';

interface Said {
  code: string;
  [field: string]: unknown;
}
interface Template {
  plan: Said;
  units: Said[];
  sections: Said[];
  segments: Said[];
  channels: Said[];
  objectives: Said[];
  components: (Said & { objective: string })[];
  responsibilities: (Said & { component: string })[];
  activities: (Said & { responsibility: string })[];
  indicators: (Said & { activity: string; unit: string; frequency: string; filter?: Record<string, string> })[];
}

/** A template in the words of the town, with who answers, dates, baselines and goals: a plan file (YAML) for the import. */
export function adopt(
  template: Template,
  adoption: Adoption,
  { units, domain }: { units: ReadonlyMap<string, string>; domain: string },
  times: Times,
): Uint8Array {
  const mailed = <T extends object>(row: T) => ('person' in row ? { ...row, person: `${row.person as string}@${domain}` } : row);
  const said = inWords(template, adoption.words);
  const { starts: begins, ...plan } = adoption.plan;
  const starts = begins ? times.day(begins) : times.plan.startsOn;
  const ends = times.plan.endsOn;
  const goals = Object.entries(adoption.indicators);
  return new TextEncoder().encode(
    stringify({
      plan: {
        ...plan,
        title: `${plan.title} ${starts.slice(0, 4)}–${ends.slice(0, 4)}`,
        starts_on: starts,
        ends_on: ends,
        aligns_with: plan.aligns_with ?? null,
      },
      units: adoption.units.map((code) => ({ code, name: units.get(code) })),
      sections: sectionsOf(said, adoption),
      segments: replaced(said.segments, adoption.segments),
      channels: said.channels,
      objectives: replaced(said.objectives, adoption.objectives).map((row) => mailed({ ...row, title: ended(row['title'] as string) })),
      components: replaced(said.components, adoption.components).map(mailed),
      responsibilities: said.responsibilities.map((row) => ({ ...row, title: ended(row['title'] as string) })),
      activities: said.activities.map((row) => {
        const { starts: from, ends: to, ...own } = adoption.activities[row.code]!;
        return {
          ...row,
          unit: adoption.plan.unit,
          ...mailed(own),
          ...(from ? { starts_on: times.day(from), ends_on: times.day(to!) } : {}),
        };
      }),
      indicators: said.indicators.map((row) => indicator(row, goals.find(([code]) => code === row.code)![1], times)),
    }),
  );
}

function inWords(template: Template, words: Adoption['words']): Template {
  const mended = words.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(template));
  return JSON.parse(mended) as Template;
}

function sectionsOf({ sections }: Template, { without, sections: own }: Adoption): Said[] {
  const kept = sections.filter(({ code }) => !without.includes(code) || own.some((one) => one.code === code));
  return kept.map((section) => ({ ...section, ...own.find(({ code }) => code === section.code) }));
}

/** The template's rows with what the town says of each instead; a list of the town's own replaces them when it has none of their codes. */
function replaced<T extends Said>(rows: readonly T[], own: readonly Said[]): Said[] {
  const known = own.filter(({ code }) => rows.some((row) => row.code === code));
  return own.length > 0 && known.length === own.length && 'title' in own[0]!
    ? [...own]
    : rows.map((row) => ({ ...row, ...own.find(({ code }) => code === row.code) }));
}

const ended = (title: string) => title.replace(/\.$/, '');

function indicator({ filter = {}, ...row }: Template['indicators'][number], goal: Goal, times: Times) {
  return {
    ...row,
    ...(goal.title ? { title: goal.title } : {}),
    ...(goal.frequency ? { frequency: goal.frequency } : {}),
    in_charge: goal.in_charge ?? null,
    filter: 'unit' in filter ? { ...filter, unit: 'oai' } : filter,
    baseline: { value: goal.baseline, note: goal.note },
    targets: targetsOf(goal, times),
  };
}

/** A target for each year of the plan that has one; the present year by quarter when it says so. */
export function targetsOf({ targets, quarterly }: Goal, times: Times) {
  return targets.flatMap((value, at) => {
    const { startsOn, endsOn } = times.cycle(at - 2);
    if (value === null) return [];
    if (at !== 2 || !quarterly) return [{ starts_on: startsOn, ends_on: endsOn, value }];
    return periodsBetween('quarter', startsOn, endsOn).map((quarter, place) => ({
      starts_on: quarter.startsOn,
      ends_on: quarter.endsOn,
      value: quarterly[place]!,
    }));
  });
}
