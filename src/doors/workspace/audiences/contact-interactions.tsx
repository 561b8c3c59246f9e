import { Form, Link } from 'react-router';
import type { Interaction } from '#domains/audiences/index.ts';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';

/** Each with what it was done with, in words. */
type Named = Interaction & { readonly label: string };

const shownAtOnce = 20;

/** What a contact did, the last first, and how each is known. What he opens or clicks is known of nobody. */
export function ContactInteractions({ interactions, writes }: { interactions: readonly Named[]; writes: boolean }) {
  const { say } = useWords();
  if (interactions.length === 0) return null;
  const more = interactions.slice(shownAtOnce);
  return (
    <Section title={say('audiences.did.title')} id="did" count={interactions.length}>
      <Ledger interactions={interactions.slice(0, shownAtOnce)} writes={writes} />
      {more.length > 0 && (
        <details className="drawer-fold">
          <summary>{say('audiences.did.more', { count: more.length })}</summary>
          <Ledger interactions={more} writes={writes} />
        </details>
      )}
    </Section>
  );
}

function Ledger({ interactions, writes }: { interactions: readonly Named[]; writes: boolean }) {
  const { say, format } = useWords();
  return (
    <ol className="ledger small">
      {interactions.map(({ id, act, label, day, source, importId, importName }) => (
        <li key={id}>
          <Form method="post" className="actions">
            <span>
              {say(`audiences.did.${act}`)} <b>{label}</b>
              <br />
              <span className="muted">
                {format.day(day)} ·{' '}
                {importId === null ? say(`audiences.did.by_${source}`) : <Link to={`/workspace/imports/${importId}`}>{importName}</Link>}
              </span>
            </span>
            {writes && (
              <>
                <input type="hidden" name="interaction" value={id} />
                <button className="link" name="intent" value="remove_interaction">
                  {say('audiences.did.remove')}
                  <span className="sr"> {label}</span>
                </button>
              </>
            )}
          </Form>
        </li>
      ))}
    </ol>
  );
}
