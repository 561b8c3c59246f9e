import { recordFacts, type Fact } from '#domains/metrics/index.ts';
import { addDays, weekday, type Day } from '#platform/clock/day.ts';
import { chance } from './chance.ts';
import type { Adoption } from './data.ts';
import type { Act } from './world.ts';
import type { Times } from './times.ts';

/** The portal's sections, and the part of its views that each has. */
const sections = [
  ['home', 0.36],
  ['plan', 0.44],
  ['search', 0.15],
  ['accessibility', 0.05],
] as const;
// January brings the property tax, June and December the holidays, October the rains.
const months = [1.22, 1.08, 1.04, 0.95, 0.98, 0.9, 0.94, 1, 1.02, 1.1, 1.03, 0.78];
const sessionsAView = 0.41;

/** Two years of visits to the portal by day and section, as the collector counts them: the sessions of the present year reach nine tenths of their target. */
export function trafficActs({ indicators }: Adoption, times: Times): Act[] {
  const goal = indicators['I12']!;
  return [-1, 0].map((count): Act => {
    const { startsOn, endsOn } = times.cycle(count);
    const days: Day[] = [];
    for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) days.push(day);
    const sessions = (goal.targets[count + 2] ?? 0) * (count === 0 ? 0.9 : 1.01);
    const whole = days.reduce((sum, day) => sum + weight(day), 0);
    const facts = days.filter((day) => day < times.today).flatMap((day) => visits(day, (sessions * weight(day)) / whole));
    return {
      at: count === 0 ? times.now : times.at(addDays(endsOn, 1)),
      who: null,
      does: async (ctx) => {
        for (let at = 0; at < facts.length; at += 2_000) await recordFacts(ctx.db, facts.slice(at, at + 2_000));
      },
    };
  });
}

function weight(day: Day): number {
  return months[Number(day.slice(5, 7)) - 1]! * (weekday(day) > 5 ? 0.46 : 1.2) * (0.86 + 0.28 * chance(day));
}

/** Sessions are counted on inner pages; the home page has views alone. */
function visits(day: Day, sessions: number): Fact[] {
  const inner = 1 - sections[0][1];
  return sections.flatMap(([section, part]): Fact[] => {
    const own = { day, section, record: { type: 'section', id: section } };
    const share = (part / inner) * (0.9 + 0.2 * chance(day, section));
    const views: Fact = { ...own, measure: 'metrics.page_views', amount: Math.round((sessions / sessionsAView) * share) };
    return section === 'home' ? [views] : [views, { ...own, measure: 'metrics.inner_page_sessions', amount: Math.round(sessions * share) }];
  });
}
