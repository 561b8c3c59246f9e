import { monthWeeks } from '#ui/month-weeks.ts';
import { useWords } from '#ui/words.tsx';

export type DayKind = 'holiday' | 'own';

/** Twelve months: weekends quiet, holidays and own days with a shape and a name for who does not see it. */
export function Year({
  year,
  marks,
  today,
  worksSaturdays,
}: {
  year: number;
  marks: Readonly<Record<string, { kind: DayKind; name: string }>>;
  today: string;
  worksSaturdays: boolean;
}) {
  const { say, format } = useWords();
  return (
    <div className="year">
      {Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`).map((month) => (
        <table key={month}>
          <caption>{format.month(`${month}-01`).replace(/ (de )?\d+$/, '')}</caption>
          <thead>
            <tr>
              {monthWeeks(month, [])[0]!.map(({ day }) => (
                <th key={day} scope="col">
                  <abbr title={format.weekday(day).split(' ')[0]}>{format.weekday(day)[0]}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {monthWeeks(month, []).map((week) => (
              <tr key={week[0]!.day}>
                {week.map(({ day, out }, weekday) => {
                  if (out) return <td key={day} />;
                  const mark = marks[day];
                  const rest = weekday === 6 || (weekday === 5 && !worksSaturdays);
                  return (
                    <td
                      key={day}
                      className={mark?.kind ?? (rest ? 'rest' : undefined)}
                      title={mark?.name}
                      aria-current={day === today ? 'date' : undefined}
                    >
                      <time dateTime={day}>{Number(day.slice(8))}</time>
                      {mark && (
                        <span className="sr">
                          {' '}
                          {mark.name} ({say(`organization.calendar.${mark.kind}`)})
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
