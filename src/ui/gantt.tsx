import { Link } from 'react-router';
import { round } from './chart-scale.ts';
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

interface Props {
  readonly rows: readonly GanttRow[];
  readonly months: readonly string[];
  /** Where today falls, 0–1, and its word; null when the time shown does not hold it. */
  readonly today: number | null;
  readonly todayName?: string;
  readonly label: string;
  /** What the first and last columns hold. */
  readonly heads: readonly [name: string, state: string];
}

const part = (share: number) => `${round(Math.max(0, Math.min(1, share)) * 100)}%`;

/** Activities along time: one bar each, filled as far as it is done, and the line of today. */
export function Gantt({ rows, months, today, todayName, label, heads }: Props) {
  const lines = months.map((_, index) => (
    <line key={index} className="month" x1={part(index / months.length)} x2={part(index / months.length)} y1="0" y2="100%" />
  ));
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="rows gantt">
        <caption className="sr">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col">
              <span className="sr">{label}</span>
              <svg aria-hidden="true">
                {months.map((month, index) => (
                  <text key={index} x={part((index + 0.5) / months.length)} y="32" textAnchor="middle">
                    {month}
                  </text>
                ))}
                {today !== null && todayName && (
                  <text className="now" x={part(today)} y="12" textAnchor="middle">
                    {todayName}
                  </text>
                )}
              </svg>
            </th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <Link className="quiet" to={row.to}>
                  {row.name}
                </Link>
                {row.more && <small>{row.more}</small>}
              </th>
              <td>
                <svg aria-hidden="true">
                  {lines}
                  <Bar row={row} />
                  {today !== null && <line className="now" x1={part(today)} x2={part(today)} y1="0" y2="100%" />}
                </svg>
              </td>
              <td>
                <Light light={row.light}>{row.says}</Light>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bar({ row: { from, until, progress, light } }: { row: GanttRow }) {
  const begin = Math.max(0, from);
  // Nothing is drawn thinner than can be seen, however short the activity or long the time.
  const length = Math.max(0.006, Math.min(1, until) - begin);
  if (begin >= 1 || until <= 0) return null;
  return (
    <>
      <rect className={progress > 0 ? 'whole' : 'whole ahead'} x={part(begin)} y="30%" width={part(length)} height="40%" />
      {progress > 0 && (
        <rect className={`done ${light}`} x={part(begin)} y="30%" width={part((length * Math.min(100, progress)) / 100)} height="40%" />
      )}
    </>
  );
}
