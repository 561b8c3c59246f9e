import { useWords } from '#ui/words.tsx';
import { amount, periodName, whole } from './figure-words.ts';
import type { PublicFigure } from './standing.ts';

/** A figure by its periods: what was counted in each, all together, and what it should be. */
export function PeriodTable({ figure }: { figure: PublicFigure }) {
  const { say, format } = useWords();
  const { periods, figureUnit, frequency, addsUp } = figure;
  const years = new Set(periods.map(({ startsOn }) => startsOn.slice(0, 4)));
  const sums = addsUp === 'sum';
  const cell = (value: number | null) =>
    value === null ? (
      <span className="muted">
        <span aria-hidden="true">–</span>
        <span className="sr">{say('portal.no_figure')}</span>
      </span>
    ) : (
      amount(value, figureUnit, format)
    );
  return (
    <table>
      <caption>{say(`portal.table.${frequency}`, { unit: figureUnit, years: [...years].join('–') })}</caption>
      <thead>
        <tr>
          <th scope="col">{say(`portal.frequency.${frequency}`)}</th>
          <th scope="col" className="num">
            {say('portal.table.value')}
          </th>
          {sums && (
            <th scope="col" className="num">
              {say('portal.table.accumulated')}
            </th>
          )}
          <th scope="col" className="num">
            {say('portal.table.due')}
          </th>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.startsOn}>
            <th scope="row">{periodName(period, frequency, years.size > 1, say, format)}</th>
            <td className="num">{cell(period.value)}</td>
            {sums && <td className="num">{cell(period.accumulated)}</td>}
            <td className="num">{cell(period.due === null ? null : whole(period.due, figure))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
