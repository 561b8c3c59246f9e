import type { IndicatorCard } from '#domains/metrics/index.ts';
import { LineChart } from '#ui/line-chart.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { figureIn } from './figures.tsx';
import { letterOf } from './notes.tsx';
import { capital, periodName, shortPeriod } from './periods.ts';

/** The figure through the period of its target: what there is, what is due, what is foreseen. */
export function IndicatorChart({ card: { row, figure, series, past, notes, today } }: { card: IndicatorCard }) {
  const { say, format } = useWords();
  const number = (value: number) => figureIn(format, value, row.figureUnit!);
  const sums = row.addsUp === 'sum';
  const at = (day: string) => place(day, figure);
  const known = series.filter((period) => period.accumulated !== null);
  const dots = known.map((period, index) => ({
    at: at(period.open ? (figure.asOf ?? period.endsOn) : period.endsOn),
    value: period.accumulated!,
    label:
      index === known.length - 1 && period.open ? say('work.now', { value: number(period.accumulated!) }) : number(period.accumulated!),
  }));
  const last = dots.at(-1);
  const end = { at: 1, value: figure.target ?? 0 };
  const yearBefore = { startsOn: past[0]?.startsOn ?? '', endsOn: past.at(-1)?.endsOn ?? '' };
  const before = past.flatMap(({ endsOn, accumulated }) =>
    accumulated === null ? [] : [{ at: place(endsOn, yearBefore), value: accumulated }],
  );
  const says = say('work.chart_says', {
    title: row.title,
    values: format.list(known.map((period) => `${number(period.accumulated!)} (${periodName(say, format, period)})`)),
  });
  return (
    <LineChart
      title={say(sums ? 'work.chart_sum' : 'work.chart_value', { year: figure.startsOn.slice(0, 4), unit: capital(row.figureUnit!) })}
      more={figure.forecast ? say('work.chart_hint') : undefined}
      says={figure.target === null ? says : `${says} ${say('work.chart_target', { target: number(figure.target) })}`}
      line={sums && dots.length > 0 ? [{ at: 0, value: 0 }, ...dots] : dots}
      target={figure.target === null ? [] : [{ at: 0, value: sums ? 0 : figure.target }, end]}
      past={sums && before.length > 0 ? [{ at: 0, value: 0 }, ...before] : before}
      forecast={
        figure.forecast && last
          ? { line: [last, { at: 1, value: figure.forecast.value }], low: figure.forecast.low, high: figure.forecast.high }
          : null
      }
      parts={partsOf(figure, series.length).map((period) => shortPeriod(say, format, period))}
      ends={[
        ...(figure.target === null ? [] : [{ value: figure.target, label: say('work.end_target', { target: number(figure.target) }) }]),
        ...(before.length > 0
          ? [
              {
                value: before.at(-1)!.value,
                label: say('work.end_past', { year: String(Number(figure.endsOn.slice(0, 4)) - 1), value: number(before.at(-1)!.value) }),
              },
            ]
          : []),
        ...(figure.forecast
          ? [
              {
                value: figure.forecast.value,
                label: say('work.end_forecast', { value: number(Math.round(figure.forecast.value)) }),
                own: true,
              },
            ]
          : []),
      ]}
      notes={
        last
          ? notes.flatMap((note, index) =>
              note.startsOn >= figure.startsOn && note.startsOn <= today
                ? [{ at: at(note.startsOn), value: heightAt(dots, at(note.startsOn)), label: `${letterOf(index)}.` }]
                : [],
            )
          : []
      }
      number={number}
      tableName={say('work.chart_table')}
      table={
        <Table
          caption={row.title}
          rows={known}
          rowKey={({ startsOn }) => startsOn}
          columns={[
            { key: 'period', name: say('work.period'), cell: (period) => periodName(say, format, period) },
            { key: 'value', name: say('work.accumulated'), number: true, cell: (period) => number(period.accumulated!) },
            {
              key: 'due',
              name: say('work.target'),
              number: true,
              cell: (period) => (period.due === null ? '—' : number(Math.round(period.due * 10) / 10)),
            },
          ]}
        />
      }
    />
  );
}

interface Window {
  readonly startsOn: string;
  readonly endsOn: string;
}

const dayMs = 86_400_000;
const place = (day: string, { startsOn, endsOn }: Window) =>
  Math.max(0, Math.min(1, (Date.parse(day) + dayMs - Date.parse(startsOn)) / (Date.parse(endsOn) + dayMs - Date.parse(startsOn))));

function heightAt(dots: readonly { at: number; value: number }[], at: number): number {
  return (dots.findLast((dot) => dot.at <= at) ?? dots[0])!.value;
}

/** The axis in twelve months, or quarters when the window is a year and the figure is taken by quarter. */
function partsOf({ startsOn, endsOn }: Window, periods: number): { startsOn: string; endsOn: string }[] {
  const months =
    (Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4))) * 12 + Number(endsOn.slice(5, 7)) - Number(startsOn.slice(5, 7)) + 1;
  const step = months > 24 ? 12 : months === 12 && periods <= 4 ? 3 : 1;
  const month = (index: number) =>
    new Date(Date.UTC(Number(startsOn.slice(0, 4)), Number(startsOn.slice(5, 7)) - 1 + index, 1)).toISOString().slice(0, 10);
  return Array.from({ length: Math.ceil(months / step) }, (_, index) => ({
    startsOn: month(index * step),
    endsOn: `${month((index + 1) * step - 1).slice(0, 7)}-${step === 12 ? '31' : '28'}`,
  }));
}
