import type { Ctx } from '#platform/ctx.ts';
import { addDays, type Day } from '#platform/clock/day.ts';
import type { PeriodKind } from '#platform/clock/period.ts';
import { accepted } from '#platform/refusal.ts';
import { correctReading, decideReading, takeReading } from '#domains/plan/index.ts';
import { readingDays, readsItself } from '#domains/metrics/index.ts';
import { draw } from './chance.ts';
import type { Adoption, Odd, Work } from './data.ts';
import { keepPaper, type Paper } from './evidence.ts';
import { figuresOf, yearlyFigures, type PeriodValue } from './figures.ts';
import { spelled } from './periods.ts';
import type { Times } from './times.ts';
import { answering, rowOf, type Act, type World } from './world.ts';

/** An indicator of a plan as its file has it. */
export interface Indicator {
  readonly code: string;
  readonly title: string;
  readonly frequency: PeriodKind;
  readonly measure: string;
}

interface Taken extends PeriodValue {
  readonly plan: string;
  readonly code: string;
  readonly title: string;
  readonly kind: PeriodKind;
  readonly unit: string;
  readonly day: Day;
  readonly odd: Odd;
}

/** Every figure taken by hand: with its evidence, and the yes or no of a second person. */
export function readingActs(
  adoption: Adoption,
  indicators: readonly Indicator[],
  work: Work,
  unitNames: ReadonlyMap<string, string>,
  from: Day,
  times: Times,
): Act[] {
  const plan = adoption.plan.code;
  const taken = indicators
    .filter(({ measure }) => !readsItself(measure))
    .flatMap((indicator): Taken[] => {
      const goal = adoption.indicators[indicator.code]!;
      const odd = work.readings[plan]?.[indicator.code] ?? {};
      const kind = goal.frequency ?? indicator.frequency;
      const said = {
        plan,
        code: indicator.code,
        title: goal.title ?? indicator.title,
        kind,
        unit: goal.in_charge ?? adoption.plan.unit,
        odd,
      };
      if (goal.yearly) return yearlyFigures(times, 'c0+112').map(({ taken: day, ...figure }) => ({ ...figure, ...said, day }));
      return figuresOf(indicator.code, goal, kind, times, from)
        .filter(({ back }) => back !== odd.missing)
        .map((figure) => ({ ...figure, ...said, day: dayOf(figure, indicator.code, odd, times) }));
    });
  const papers = Map.groupBy(taken, paperOf);
  return taken.flatMap((figure) => acts(figure, sheet(papers.get(paperOf(figure))!, unitNames), times));
}

function dayOf({ endsOn, back }: PeriodValue, code: string, { late }: Odd, times: Times): Day {
  const days = late?.[back] === undefined ? 2 + draw(6, code, endsOn) : readingDays + late[back];
  return times.workday(addDays(endsOn, days));
}

function acts(figure: Taken, paper: Paper, times: Times): Act[] {
  const { code, plan, startsOn, endsOn, value, back, day, odd } = figure;
  const minute = 60 + draw(400, code, endsOn);
  const correction = odd.corrected?.[back];
  const objection = odd.returned?.[back];
  const made: { id?: number } = {};
  const item = (world: World) => rowOf(world, plan, code)!.item;
  const taker = (world: World) => answering(world, plan, code);
  const take = (on: Day, what: number): Act => ({
    at: times.at(on, minute),
    who: taker,
    story: made,
    does: async (ctx, world) => {
      made.id = accepted(
        await takeReading(
          ctx,
          { item: item(world), startsOn, endsOn, value: what, note: '', files: [await keepPaper(ctx, world, paper)] },
          readsItself,
        ),
      ).id;
    },
  });
  const decide = (on: Day, note?: string): Act => ({
    at: times.at(times.workday(on), minute + 25),
    who: (world) => decider(taker(world), figure),
    story: made,
    does: (ctx) => decideReading(ctx, { reading: made.id!, decision: note === undefined ? 'accepted' : 'returned', note: note ?? '' }),
  });
  const first = take(day, value + (correction?.more ?? 0));
  if (odd.pending === back) return [first];
  if (objection !== undefined)
    return [
      first,
      decide(addDays(day, 1), objection),
      ...(odd.open ? [] : [take(times.workday(addDays(day, 4)), value), decide(addDays(day, 5))]),
    ];
  const decided = [first, decide(addDays(day, 1 + draw(3, endsOn, code)))];
  if (!correction) return decided;
  const correct = (ctx: Ctx) =>
    correctReading(ctx, { reading: made.id!, value, reason: correction.reason, files: [] }).then((done) => {
      made.id = accepted(done).id;
    });
  return [...decided, { at: times.at(times.workday(addDays(day, 21)), minute), who: taker, does: correct }, decide(addDays(day, 22))];
}

/** Somebody else than who took it. */
function decider(taker: string, { plan, code, endsOn }: Taken): string {
  if (plan === 'pec-oai' && taker !== 'tomas.arrieta' && draw(3, code, endsOn) > 0) return 'tomas.arrieta';
  return taker === 'marcela.ospina' || (taker !== 'julian.restrepo' && draw(4, code, endsOn) === 0) ? 'julian.restrepo' : 'marcela.ospina';
}

const withArticle = (name: string) => (/^(Oficina|Secretaría)/.test(name) ? `de la ${name}` : `de ${name}`);

const paperOf = ({ unit, kind, startsOn }: Taken) => `${unit} ${kind} ${startsOn}`;

/** One paper proves all that a dependency measured for one period. */
function sheet(figures: readonly Taken[], unitNames: ReadonlyMap<string, string>): Paper {
  const { unit, kind, startsOn, endsOn } = figures[0]!;
  const name = withArticle(unitNames.get(unit)!);
  const period = spelled(kind, startsOn);
  if (kind === 'month') {
    return {
      kind: 'csv',
      name: `Cifras ${name}, ${period}`,
      rows: [['indicador', 'desde', 'hasta', 'valor'], ...figures.map(({ title, value }) => [title, startsOn, endsOn, value])],
    };
  }
  return {
    kind: 'pdf',
    name: `Informe ${name}, ${period}`,
    title: `Informe ${name}, ${period}`,
    paragraphs: [
      'Cifras que se miden para el plan de comunicaciones, tomadas de los registros de la dependencia.',
      ...figures.map(({ title, value }) => `${title}: ${value.toLocaleString('es-CO')}.`),
    ],
  };
}
