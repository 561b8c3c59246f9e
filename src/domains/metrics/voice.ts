import type { Vars } from '#platform/i18n/words.ts';
import type { Standing } from '#domains/plan/index.ts';
import type { Board, BoardPart } from './board.ts';
import type { Figure } from './figures.ts';

/** One sentence of a page's voice: a key of the locales and what goes into it. The page says them one after another. */
export interface Sentence {
  readonly key: string;
  readonly vars?: Vars;
}

/** Points of percent by which something may lag and still be said to go well. */
const slack = 1;

type Plan = Pick<Board, 'version' | 'advance' | 'components' | 'objectives' | 'lateActivities' | 'overdueReadings' | 'activities'>;

/** How the plan stands, what holds it back, and what is late. */
export function boardVoice({ version, advance, components, objectives, lateActivities, overdueReadings, activities }: Plan): Sentence[] {
  if (activities === 0) return [tell('board.empty')];
  if (version.state !== 'in_force') return [tell('board.not_in_force', { number: version.number })];
  if (!advance || (advance.progress === 0 && advance.due < slack)) return [tell('board.nothing')];
  const [at, due] = [Math.round(advance.progress), Math.round(advance.due)];
  const late = lateSentences(lateActivities, overdueReadings);
  if (at >= due - slack) return [tell(at > due + slack ? 'board.ahead' : 'board.well', { at, due }), ...late];
  return [tell('board.behind', { at, due }), ...causes(components.length > 0 ? components : objectives), ...late];
}

function causes(parts: readonly BoardPart[]): Sentence[] {
  const gap = ({ advance }: BoardPart) => (advance ? advance.due - advance.progress : 0);
  const behind = parts.filter((part) => gap(part) > slack).toSorted((one, other) => gap(other) - gap(one));
  const [worst, ...others] = behind;
  if (!worst) return [];
  const vars = { name: lowered(worst.title), href: `#part-${worst.item}`, count: others.length };
  return [others.length === 0 ? tell('board.cause', vars) : tell('board.causes', vars)];
}

function lateSentences(activities: number, readings: number): Sentence[] {
  return [
    ...(activities > 0 ? [tell('board.late', { count: activities })] : []),
    ...(activities === 0 && readings > 0 ? [tell('board.overdue', { count: readings })] : []),
  ];
}

/** A title in the middle of a sentence; one in capitals, such as TIC, stays. */
const lowered = (title: string) => (/^\p{Lu}\p{Ll}/u.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title);

/** How a figure stands against what is due, and where it ends at this pace. */
export function figureVoice(
  figure: Pick<Figure, 'value' | 'target' | 'due' | 'asOf' | 'percentOfDue' | 'fulfilled' | 'light' | 'forecast' | 'overdue' | 'endsOn'>,
  { own, percent, direction }: { own: boolean; percent: boolean; direction: 'up' | 'down' },
): Sentence[] {
  const { value, target, due, overdue, forecast } = figure;
  const unit = percent ? ' %' : '';
  if (value === null)
    return [overdue ? tell('figure.overdue', { count: overdue.daysLate }) : tell(own ? 'figure.nothing_own' : 'figure.nothing')];
  const is = { value: rounded(value), unit };
  if (overdue) return [tell('figure.old', is), tell('figure.overdue', { count: overdue.daysLate })];
  if (target === null || due === null) return [tell('figure.no_target', is)];
  const vars = { ...is, target: rounded(target), due: rounded(due, direction) };
  if (figure.fulfilled) return [tell('figure.fulfilled', vars)];
  const stands = tell(`figure.${figure.light === 'good' ? 'well' : direction === 'up' ? 'behind' : 'over'}${own ? '' : '_measured'}`, vars);
  return forecast ? [stands, tell('figure.forecast', { ...vars, forecast: rounded(forecast.value) })] : [stands];
}

/** Counts are told whole, small measures with one decimal. What is due of a count is told as whole things. */
function rounded(value: number, whole?: 'up' | 'down'): number {
  return Math.abs(value) >= 20 || whole === 'up' ? Math.round(value) : Math.round(value * 10) / 10;
}

/** How an activity stands. */
export function activityVoice({ owed, late, next, state }: Standing, today: string): Sentence[] {
  if (owed.length === 0) return [tell('activity.nothing_owed')];
  const [oldest] = late;
  if (oldest && late.length > 1) return [tell('activity.late_many', { count: late.length, days: oldest.daysLate })];
  if (oldest) return [tell('activity.late', { count: oldest.daysLate })];
  if (state === 'done' && !next) return [tell('activity.done')];
  if (!next) return [tell('activity.cancelled')];
  if (next.startsOn > today) return [tell('activity.ahead', { day: next.startsOn })];
  if (next.told?.state === 'under_way') return [tell('activity.under_way', { percent: next.told.percent, day: next.endsOn })];
  return [tell('activity.begun', { day: next.endsOn })];
}

/** How the activities of a plan stand, in one sentence. */
export function activitiesVoice({ all, late, done }: { all: number; late: number; done: number }): Sentence[] {
  if (all === 0) return [tell('activities.none')];
  if (late === 0) return [tell(done === all ? 'activities.done' : 'activities.well', { count: all, done })];
  return [tell('activities.late', { count: late, all })];
}

/** What somebody finds on coming in: what waits for a yes, what is late, or that nothing is. */
export function homeVoice({
  name,
  hour,
  toDecide,
  late,
  soon,
}: {
  name: string;
  hour: number;
  toDecide: number;
  late: number;
  soon: number;
}): Sentence[] {
  const greeting = tell(`home.${hour < 12 ? 'morning' : hour < 19 ? 'afternoon' : 'evening'}`, { name });
  if (toDecide === 0 && late === 0) return [greeting, soon > 0 ? tell('home.soon', { count: soon }) : tell('home.clear')];
  return [
    greeting,
    ...(toDecide > 0 ? [tell('home.to_decide', { count: toDecide })] : []),
    ...(late > 0 ? [tell('home.late', { count: late })] : []),
  ];
}

function tell(key: string, vars: Vars = {}): Sentence {
  return { key: `metrics.voice.${key}`, vars };
}
