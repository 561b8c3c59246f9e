import { Link, useSearchParams } from 'react-router';
import type { TrafficBoard } from '#domains/metrics/index.ts';
import { LineChart } from '#ui/line-chart.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { narrowing } from './traffic-words.ts';

type Data = Pick<TrafficBoard, 'from' | 'to' | 'today' | 'days' | 'whole'>;

/** Views by day, and a table of them behind. */
export function TrafficChart({ from, to, today, days, whole }: Data) {
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const narrow = narrowing(params);
  const months = monthsOf(from, to);
  const known = new Map(days.map((day) => [day.day as string, day]));
  // Over many months the weekends hide how it goes: each whole day stands for the seven up to it.
  const smooth = months.length > 3;
  const all = everyDay(from, to < today ? to : today);
  const views = all.map((day) => known.get(day)?.views ?? 0);
  const line = all
    .map((day, index) => ({ day, at: place(day, months), value: smooth ? meanUpTo(views, index) : views[index]! }))
    .filter(({ day }, index) => !smooth || (index >= 6 && day < today));
  const most = [...days].sort((one, other) => other.views - one.views)[0];
  return (
    <LineChart
      title={say('traffic.by_day')}
      more={smooth ? say('traffic.by_day_mean') : undefined}
      says={say('traffic.chart_says', {
        views: whole.views,
        days: all.length,
        day: most ? format.day(most.day) : '—',
        most: most?.views ?? 0,
      })}
      line={line}
      parts={
        months.length === 1
          ? Array.from({ length: lengthOf(months[0]!) }, (_, at) => String(at + 1))
          : months.map((month) => format.shortDay(`${month}-01`).replace(/[\d\s]|de/g, ''))
      }
      ends={[]}
      number={(value) => format.number(value)}
      tableName={say('work.chart_table')}
      table={
        <Table
          caption={say('traffic.by_day')}
          rows={days.toReversed()}
          rowKey={({ day }) => day}
          columns={[
            {
              key: 'day',
              name: say('traffic.day'),
              cell: ({ day }) => <Link to={narrow({ day, period: null }, '/workspace/traffic/rows')}>{format.day(day)}</Link>,
            },
            { key: 'views', name: say('traffic.views'), number: true, cell: ({ views }) => format.number(views) },
            { key: 'sessions', name: say('traffic.sessions'), number: true, cell: ({ sessions }) => format.number(sessions) },
          ]}
        />
      }
    />
  );
}

function meanUpTo(values: readonly number[], at: number): number {
  const near = values.slice(Math.max(0, at - 6), at + 1);
  return near.reduce((sum, value) => sum + value, 0) / near.length;
}

function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

const lengthOf = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

function everyDay(from: string, to: string): string[] {
  return monthsOf(from, to).flatMap((month) =>
    Array.from({ length: lengthOf(month) }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`).filter(
      (day) => day >= from && day <= to,
    ),
  );
}

/** Each month is as wide as the others, each day stands in the middle of its own. */
function place(day: string, months: readonly string[]): number {
  const month = day.slice(0, 7);
  return (months.indexOf(month) + (Number(day.slice(8)) - 0.5) / lengthOf(month)) / months.length;
}
