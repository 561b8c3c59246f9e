import type { ReactNode } from 'react';
import { path, round, scale, spread, ticks, type Point } from './chart-scale.ts';

/** A point of the period, `at` from 0 (start) to 1 (end), and its figure. */
export interface Dot { readonly at: number; readonly value: number; readonly label?: string }

interface Props {
  readonly title: ReactNode;
  readonly more?: ReactNode;
  /** The whole drawing in words, for who does not see it. */
  readonly says: string;
  readonly line: readonly Dot[];
  readonly target?: readonly Dot[];
  readonly past?: readonly Dot[];
  readonly forecast?: { readonly line: readonly Dot[]; readonly low: number; readonly high: number } | null;
  /** Words under the axis, each in the middle of its part. */
  readonly parts: readonly string[];
  readonly ends: readonly { readonly value: number; readonly label: string; readonly own?: boolean }[];
  readonly notes?: readonly { readonly at: number; readonly value: number; readonly label: string }[];
  readonly number: (value: number) => string;
  readonly table: ReactNode;
  readonly tableName: string;
}

const box = { left: 44, right: 616, top: 20, bottom: 230 };

/** A server-drawn line: thin, labelled where lines end, the target dashed, the forecast dotted in its band, a table behind. */
export function LineChart(chart: Props) {
  const all = [chart.line, chart.target ?? [], chart.past ?? [], chart.forecast?.line ?? []].flat().map((dot) => dot.value);
  const marks = ticks(Math.max(...all, chart.forecast?.high ?? 0, 0));
  const x = scale([0, 1], [box.left, box.right]);
  const y = scale([0, marks.at(-1)!], [box.bottom, box.top]);
  const place = (dots: readonly Dot[]): Point[] => dots.map((dot) => ({ x: x(dot.at), y: y(dot.value) }));
  const labels = spread(chart.ends.map((end) => y(end.value) + 4), 17, [box.top, box.bottom]);
  const last = chart.line.at(-1);
  const ahead = chart.forecast?.line;

  return (
    <figure className="chart section">
      <figcaption>{chart.title}{chart.more && <small>{chart.more}</small>}</figcaption>
      <svg viewBox="0 0 720 268" role="img" aria-label={chart.says}>
        {marks.map((mark) => <g key={mark}><path className="grid" d={`M${box.left} ${round(y(mark))}H${box.right}`} /><text x={box.left - 8} y={round(y(mark)) + 4} textAnchor="end">{chart.number(mark)}</text></g>)}
        {chart.parts.map((part, index) => <g key={part}>
          <path className="grid" d={`M${round(x((index + 1) / chart.parts.length))} ${box.top}V${box.bottom + 6}`} />
          <text x={round(x((index + 0.5) / chart.parts.length))} y={box.bottom + 20} textAnchor="middle">{part}</text>
        </g>)}
        <path className="axis" d={`M${box.left} ${box.bottom}H${box.right}`} />
        {chart.past && <path className="past" d={path(place(chart.past))} />}
        {chart.target && <path className="target" d={path(place(chart.target))} />}
        {ahead && ahead.length > 1 && <>
          <path className="band" d={`${path(place([ahead[0]!, { at: 1, value: chart.forecast!.high }, { at: 1, value: chart.forecast!.low }]))}Z`} />
          <path className="forecast" d={path(place(ahead))} />
        </>}
        <path className="line" d={path(place(chart.line))} />
        {chart.line.map((dot, index) => <g key={dot.at}>
          <circle className={index === chart.line.length - 1 ? 'dot last' : 'dot'} cx={round(x(dot.at))} cy={round(y(dot.value))} r={index === chart.line.length - 1 ? 4.5 : 3.5} />
          {dot.label && <text className={dot === last ? 'own' : 'value'} x={round(x(dot.at)) + (dot === last ? 0 : 6)} y={round(y(dot.value)) + 20} textAnchor={dot === last ? 'middle' : 'start'}>{dot.label}</text>}
        </g>)}
        {chart.notes?.map((note) => <g key={note.label}><path className="note" d={`M${round(x(note.at))} ${round(y(note.value)) - 4}V${round(y(note.value)) - 24}`} /><text className="says" x={round(x(note.at))} y={round(y(note.value)) - 28} textAnchor="middle">{note.label}</text></g>)}
        {chart.ends.map((end, index) => <text key={end.label} className={end.own ? 'own' : 'says'} x={box.right + 8} y={round(labels[index]!)}>{end.label}</text>)}
      </svg>
      <details><summary>{chart.tableName}</summary>{chart.table}</details>
    </figure>
  );
}
