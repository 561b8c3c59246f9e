import { Spark } from '#ui/spark.tsx';
import { Light } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { amount, lightWord } from './figure-words.ts';
import { PeriodTable } from './period-table.tsx';
import type { PublicFigure } from './standing.ts';
import { Why } from './why.tsx';

/** One figure of the plan: a line that opens, without script, into its table and its reasons. */
export function Measure({ code, figure, open }: { code: string; figure: PublicFigure; open: boolean }) {
  const { say } = useWords();
  const address = `/plan/${code}/indicators/${figure.item}`;
  return (
    <details className="measure" id={`cifra-${figure.item}`} open={open}>
      <summary>
        <b>{figure.title}</b>
        <Spark values={figure.periods.map(({ accumulated }) => accumulated)} due={figure.periods.map(({ due }) => due)} />
        <Amount figure={figure} />
        <Light light={figure.light}>{lightWord(figure, say)}</Light>
      </summary>
      <div>
        <div>
          <PeriodTable figure={figure} />
        </div>
        <div className="small">
          <Why figure={figure} />
          <p className="take">
            <a className="more" href={address}>
              {say('portal.figure.page')}
            </a>
            <a className="more" href={`${address}/data.csv`}>
              CSV
            </a>
          </p>
        </div>
      </div>
    </details>
  );
}

/** What there is, of what is asked. */
export function Amount({ figure: { value, target, figureUnit } }: { figure: Pick<PublicFigure, 'value' | 'target' | 'figureUnit'> }) {
  const { say, format } = useWords();
  const of = target === null ? '' : say('portal.of', { target: amount(target, figureUnit, format) });
  return (
    <data value={value ?? ''}>
      <b>{value === null ? '–' : amount(value, figureUnit, format)}</b>
      {of && (
        <>
          {' '}
          <small className="muted">{of}</small>
        </>
      )}
    </data>
  );
}
