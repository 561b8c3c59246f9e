import { Readable } from 'node:stream';
import { addDays, weekday, type Day } from '#platform/clock/day.ts';
import { accepted } from '#platform/refusal.ts';
import { addSite, beginVisitImport, runVisitImport, visitImportWork } from '#domains/metrics/index.ts';
import { chance } from './chance.ts';
import { houseAt } from './context.ts';
import type { Adoption } from './data.ts';
import { unitOf, type Act, type ActContext, type World } from './world.ts';
import type { Times } from './times.ts';

type Part = readonly [name: string, part: number];

/** The portal's sections, and the part of its views that each has. */
const sections: readonly Part[] = [
  ['home', 0.36],
  ['plan', 0.44],
  ['search', 0.15],
  ['accessibility', 0.05],
];
/** A site that another team keeps: its sections, by the rules of its paths. */
const office = {
  name: 'Trámites en línea',
  hosts: ['tramites.puertoclaro.gov.co'],
  rules: [
    { path: '/predial/*', section: 'Predial' },
    { path: '/comercio/*', section: 'Industria y comercio' },
    { path: '/citas/*', section: 'Citas' },
  ],
};
const officeSessions = 24_000;
const officeSections: readonly Part[] = [
  ['/', 0.3],
  ['/predial/pago', 0.42],
  ['/comercio/declaracion', 0.11],
  ['/citas/agenda', 0.17],
];
const origins: readonly Part[] = [
  ['search', 0.47],
  ['direct', 0.29],
  ['social', 0.16],
  ['other', 0.08],
];
// January brings the property tax, June and December the holidays, October the rains.
const months = [1.22, 1.08, 1.04, 0.95, 0.98, 0.9, 0.94, 1, 1.02, 1.1, 1.03, 0.78];
const sessionsAView = 0.41;
const keeper = 'julian.restrepo';

/**
 * What the portal's former counter and the site of procedures had counted, brought in by file: of the portal two years. The sessions of both in
 * the present year reach nine tenths of their target.
 */
export function trafficActs({ indicators }: Adoption, times: Times): Act[] {
  const goal = indicators['I12']!;
  const made = { site: 0 };
  const yearOf = (count: number, sessions: number, parts: readonly Part[], head: string): string => {
    const { startsOn, endsOn } = times.cycle(count);
    const days: Day[] = [];
    for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) days.push(day);
    const whole = days.reduce((sum, day) => sum + weight(day), 0);
    const rows = days.filter((day) => day < times.today).flatMap((day) => visits(day, (sessions * weight(day)) / whole, parts));
    return [['fecha', head, 'fuente', 'vistas', 'sesiones', 'entradas'], ...rows].map((row) => row.join(';')).join('\n');
  };
  const portal = (count: number): Act => ({
    at: count === 0 ? times.now : times.at(addDays(times.cycle(count).endsOn, 1)),
    who: keeper,
    does: (ctx, world) => {
      const whole = (goal.targets[count + 2] ?? 0) * (count === 0 ? 0.9 : 1.01);
      const sessions = count === 0 ? whole - officeSessions : whole;
      return bringIn(ctx, world, {
        site: 0,
        name: `portal-${count === 0 ? 'este' : 'el-otro'}-ano.csv`,
        content: yearOf(count, sessions, sections, 'sección'),
      });
    },
  });
  return [
    portal(-1),
    portal(0),
    {
      at: times.at(addDays(times.today, -3), 90),
      who: keeper,
      does: async (ctx, world) => {
        made.site = accepted(await addSite(ctx, { ...office, unit: unitOf(world, 'hacienda') })).id;
      },
    },
    {
      at: times.now,
      who: keeper,
      does: (ctx, world) =>
        bringIn(ctx, world, { site: made.site, name: 'tramites-en-linea.csv', content: yearOf(0, officeSessions, officeSections, 'ruta') }),
    },
  ];
}

interface Counted {
  readonly site: number;
  readonly name: string;
  readonly content: string;
}

async function bringIn(ctx: ActContext, world: World, { site, name, content }: Counted): Promise<void> {
  const { files } = world.app;
  const kept = accepted(await files.keep(ctx, { name, content: Readable.from([Buffer.from(content)]) }));
  const { id } = accepted(await beginVisitImport(ctx, world.app, kept));
  const part = site === 0 ? ('section' as const) : ('path' as const);
  accepted(await runVisitImport(ctx, { id, origin: 'csv', site, columns: ['day', part, 'source', 'views', 'sessions', 'begun'] }));
  const work = visitImportWork();
  const house = houseAt(ctx, world);
  while (await work.run(house));
}

function weight(day: Day): number {
  return months[Number(day.slice(5, 7)) - 1]! * (weekday(day) > 5 ? 0.46 : 1.2) * (0.86 + 0.28 * chance(day));
}

/** A day's rows; `sessions` is how many there are on inner pages, and the first page is where most begin. */
function visits(day: Day, sessions: number, parts: readonly Part[]): (string | number)[][] {
  const inner = 1 - parts[0]![1];
  return parts.flatMap(([name, part], at) =>
    origins.map(([origin, share]) => {
      const own = sessions * (part / inner) * (0.9 + 0.2 * chance(day, name)) * share;
      return [day, name, origin, Math.round(own / sessionsAView), Math.round(own), Math.round(own * (at === 0 ? 0.8 : 0.3))];
    }),
  );
}
