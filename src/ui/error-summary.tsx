import type { Answer } from './field.tsx';
import { useWords } from './words.tsx';

/** What is missing, in the order of the fields, each a link to its own: for forms that work without script. `fields` are names, which are also ids. */
export function ErrorSummary({ answer, fields }: { answer: Answer | undefined; fields: readonly string[] }) {
  const { say } = useWords();
  const wrong = fields.filter((name) => answer?.problems[name]);
  if (!answer || (wrong.length === 0 && !answer.refusal)) return null;
  return (
    <section className="summary-error" role="alert" aria-labelledby="errors">
      <h2 id="errors">{say('ui.errors', { count: wrong.length + (answer.refusal ? 1 : 0) })}</h2>
      <ul>
        {answer.refusal && <li>{say(`refusals.${answer.refusal.refused}`, answer.refusal.details)}</li>}
        {wrong.map((name) => {
          const { refused, details } = answer.problems[name]!;
          return (
            <li key={name}>
              <a href={`#${name}`}>{say(`refusals.${refused}`, details)}</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
