import { Form, Link } from 'react-router';
import type { Interaction } from '#domains/audiences/index.ts';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  /** Each with what it was done with, in words. */
  readonly interactions: readonly (Interaction & { readonly label: string })[];
  readonly writes: boolean;
}

/** What a contact did, the last first, and how each is known. What he opens or clicks is known of nobody. */
export function ContactInteractions({ interactions, writes }: Props) {
  const { say, format } = useWords();
  if (interactions.length === 0) return null;
  return (
    <Section title={say('audiences.did.title')} id="did" count={interactions.length}>
      <ol className="ledger small">
        {interactions.map(({ id, act, label, day, source, importId, importName }) => (
          <li key={id}>
            {say(`audiences.did.${act}`)} <b>{label}</b>
            <br />
            <span className="muted">
              {format.day(day)} ·{' '}
              {importId === null ? say(`audiences.did.by_${source}`) : <Link to={`/workspace/imports/${importId}`}>{importName}</Link>}
            </span>
            {writes && (
              <Form method="post">
                <input type="hidden" name="interaction" value={id} />
                <button className="link" name="intent" value="remove_interaction">
                  {say('audiences.did.remove')}
                  <span className="sr"> {label}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
