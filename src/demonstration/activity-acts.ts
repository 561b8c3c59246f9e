import { addDays, type Day } from '#platform/clock/day.ts';
import { occurrences, reportProgress, type Occurrence } from '#domains/plan/index.ts';
import { draw } from './chance.ts';
import type { Adoption, Course, NewRowSaid, VersionStory, Work } from './data.ts';
import { keepPaper, type Paper } from './evidence.ts';
import { sameDayIn } from './figures.ts';
import type { Times } from './times.ts';
import { answering, rowOf, type Act } from './world.ts';

type Recurrence = Parameters<typeof occurrences>[0]['recurrence'];
interface Activity {
  readonly code: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly recurrence: Recurrence;
  readonly title?: string;
  readonly since: Day;
  readonly until: Day;
}

/** Campaigns prove themselves with their poster. */
const posters = new Set(['B6', 'B8', 'B12', 'C2']);

/** What was told of every activity, time by time: nearly always done and in time. */
export function activityActs(adoption: Adoption, stories: readonly VersionStory[], work: Work, times: Times): Act[] {
  const plan = adoption.plan.code;
  return activitiesOf(adoption, stories, times).flatMap((activity) => {
    const course = work.courses[plan]?.[activity.code] ?? {};
    const owed = occurrences(activity).filter(
      ({ endsOn, startsOn }) => endsOn >= activity.since && startsOn <= times.today && startsOn <= activity.until,
    );
    const ended = owed.filter(({ endsOn }) => endsOn < times.today).length;
    return owed.flatMap((time, at) => told(plan, activity, time, ended - at, course, work, times));
  });
}

function told(plan: string, activity: Activity, time: Occurrence, back: number, course: Course, work: Work, times: Times): Act[] {
  const { code, since } = activity;
  const notes = work.notes[code] ?? work.notes['any']!;
  const running = work.notes['running']!;
  const report = (day: Day, percent: number, note: string, papers: readonly Paper[] = []): Act => ({
    at: times.at(day, 30 + draw(500, code, day)),
    who: (world) => answering(world, plan, code),
    story: activity,
    does: async (ctx, world) => {
      const files: string[] = [];
      for (const paper of papers) files.push(await keepPaper(ctx, world, paper));
      return reportProgress(ctx, {
        item: rowOf(world, plan, code)!.item,
        periodStart: time.startsOn,
        state: percent === 100 ? 'done' : 'under_way',
        percent,
        note,
        files,
      });
    },
  });
  const steps = (course.steps ?? []).map(({ on, percent }, at) => report(times.day(on), percent, notes[at % notes.length]!));
  const day = doneOn(activity, time, back, course, times);
  if (day === null) return steps;
  const last = notes[(course.steps ? notes.length - 1 : draw(notes.length, code, time.startsOn)) % notes.length]!;
  if (day !== undefined) return [...steps, report(day < since ? addDays(since, 2) : day, 100, last, proof(code, time, last, day, times))];
  return activity.recurrence === 'none' || course.on
    ? steps
    : [...steps, ...underWay(time, code, times).map(([on, percent]) => report(on, percent, running[draw(running.length, plan, code)]!))];
}

/** The day on which it was told done; undefined while its time runs, null when nobody told it. */
function doneOn(
  { code, recurrence }: Activity,
  time: Occurrence,
  back: number,
  { late, on, steps }: Course,
  times: Times,
): Day | null | undefined {
  if (on) {
    const day = sameDayIn(time.startsOn.slice(0, 4), times.day(on));
    return times.passed(day) ? day : undefined;
  }
  if (time.endsOn >= times.today) return undefined;
  const days = late?.[back];
  if (days === null) return null;
  if (days !== undefined) return times.workday(addDays(time.endsOn, days));
  return addDays(time.endsOn, -draw(recurrence === 'none' && !steps ? 6 : 4, code, time.startsOn));
}

/** Half-way through its time somebody says how it goes. */
function underWay({ startsOn, endsOn }: Occurrence, code: string, times: Times): [Day, number][] {
  const on = addDays(times.today, -1 - draw(8, code, endsOn));
  const part = (Date.parse(on) - Date.parse(startsOn)) / (Date.parse(endsOn) - Date.parse(startsOn));
  return part > 0.3 ? [[on, Math.round(part * (16 + draw(6, code, startsOn))) * 5]] : [];
}

function proof(code: string, { startsOn, endsOn }: Occurrence, note: string, day: Day, times: Times): Paper[] {
  if (posters.has(code)) return [{ kind: 'png', name: `Afiche ${code}`, title: titles[code]! }];
  if (day < addDays(times.today, -150) || draw(2, code, startsOn, 'proof') === 0) return [];
  return [
    { kind: 'pdf', name: `Informe de avance ${code}, ${endsOn}`, title: `Informe de avance, ${startsOn} a ${endsOn}`, paragraphs: [note] },
  ];
}

const titles: Readonly<Record<string, string>> = {
  B6: 'Puerto Claro se vacuna',
  B8: 'Muévete por la ciclorruta',
  B12: 'Semana de la integridad',
  C2: 'Simulacro por inundación',
};

/** The activities of the first version and of those that came into force after it, as the last one says them. */
function activitiesOf({ activities }: Adoption, stories: readonly VersionStory[], times: Times): Activity[] {
  const found = new Map<string, Activity>();
  for (const { number, changes = [], moves } of stories) {
    const ruled = moves.find(({ move }) => move === 'put_in_force');
    if (!ruled) continue;
    const since = times.day(ruled.on);
    if (number === 1) for (const [code, said] of Object.entries(activities)) found.set(code, activity(code, said, since, times));
    for (const change of changes) {
      if ('add' in change && change.add === 'activity')
        found.set((change as NewRowSaid).code, activity((change as NewRowSaid).code, change as NewRowSaid, since, times));
      if ('edit' in change && change.ends && found.has(change.edit))
        found.set(change.edit, { ...found.get(change.edit)!, endsOn: times.day(change.ends) });
      if ('remove' in change && found.has(change.remove)) found.set(change.remove, { ...found.get(change.remove)!, until: since });
    }
  }
  return [...found.values()];
}

function activity(
  code: string,
  { starts, ends, recurrence }: { starts?: string; ends?: string; recurrence?: string },
  since: Day,
  times: Times,
): Activity {
  const { startsOn, endsOn } = times.plan;
  return {
    code,
    startsOn: starts ? times.day(starts) : startsOn,
    endsOn: ends ? times.day(ends) : endsOn,
    recurrence: (recurrence ?? 'none') as Recurrence,
    since,
    until: times.today,
  };
}
