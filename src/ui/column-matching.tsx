import type { Answer, Option } from './field.tsx';
import { Section } from './section.tsx';
import { useWords } from './words.tsx';

interface Props {
  readonly heads: readonly string[];
  /** What each column is taken for, in the order of the file. */
  readonly columns: readonly string[];
  readonly targets: readonly Option[];
  /** The first rows of the file, to see what a column holds. */
  readonly sample?: readonly (readonly string[])[];
  readonly answer: Answer | undefined;
}

/** Says of each column of a file what it is; sends `columns`. */
export function ColumnMatching({ heads, columns, targets, sample, answer }: Props) {
  const { say } = useWords();
  const wrong = answer?.problems.columns;
  return (
    <Section title={say('ui.sheet.columns')} count={heads.length}>
      {wrong && (
        <p className="error" id="columns">
          {say(`refusals.${wrong.refused}`, wrong.details)}
        </p>
      )}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={say('ui.sheet.columns')}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{say('ui.sheet.column')}</th>
              {sample && <th scope="col">{say('ui.sheet.holds')}</th>}
              <th scope="col">{say('ui.sheet.is')}</th>
            </tr>
          </thead>
          <tbody>
            {heads.map((head, at) => {
              const name = head || say('ui.sheet.nameless', { number: at + 1 });
              return (
                <tr key={at}>
                  <th scope="row">{name}</th>
                  {sample && <td className="muted">{shown(sample, at)}</td>}
                  <td>
                    <select
                      className="input"
                      name="columns"
                      defaultValue={columns[at] ?? ''}
                      aria-label={say('ui.sheet.is_of', { column: name })}
                    >
                      <option value="">{say('ui.sheet.left_out')}</option>
                      {targets.map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const shown = (sample: readonly (readonly string[])[], at: number): string =>
  sample
    .map((cells) => cells[at])
    .filter(Boolean)
    .slice(0, 3)
    .join(' · ');
