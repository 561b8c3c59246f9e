import { Link } from 'react-router';
import { round, scale } from './chart-scale.ts';
import { Light, type LightName } from './state.tsx';

export interface GanttRow {
  readonly key: string | number;
  readonly name: string;
  readonly to: string;
  readonly more?: string;
  /** From 0 (start of the time shown) to 1 (its end). */
  readonly from: number;
  readonly until: number;
  /** 0–100 */
  readonly progress: number;
  readonly light: LightName;
  readonly says: string;
}

/** Activities along time: one bar each, filled as far as it is done, and the line of today. */
export function Gantt({ rows, months, today, label }: { rows: readonly GanttRow[]; months: readonly string[]; today: number | null; label: string }) {
  const x = scale([0, 1], [0, 600]);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="rows gantt">
        <caption className="sr">{label}</caption>
        <thead><tr><th scope="col" /><th scope="col"><svg viewBox="0 0 600 20" aria-hidden="true">{months.map((month, index) => <text key={month + String(index)} x={round(x((index + 0.5) / months.length))} y="14" textAnchor="middle">{month}</text>)}</svg></th><th scope="col" /></tr></thead>
        <tbody>{rows.map((row) => <tr key={row.key}>
          <th scope="row"><Link className="quiet" to={row.to}>{row.name}</Link>{row.more && <small>{row.more}</small>}</th>
          <td><svg viewBox="0 0 600 20" preserveAspectRatio="none" aria-hidden="true">
            {months.map((_, index) => <path key={index} className="grid" d={`M${round(x(index / months.length))} 0V20`} />)}
            <rect className="whole" x={round(x(row.from))} y="6" width={Math.max(3, round(x(row.until) - x(row.from)))} height="8" />
            <rect className={`done ${row.light}`} x={round(x(row.from))} y="6" width={round((x(row.until) - x(row.from)) * row.progress / 100)} height="8" />
            {today !== null && <path className="today" d={`M${round(x(today))} 0V20`} />}
          </svg></td>
          <td><Light light={row.light}>{row.says}</Light></td>
        </tr>)}</tbody>
      </table>
    </div>
  );
}
