import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';

interface Preview {
  readonly code: string;
  readonly name: string;
  readonly means: string;
  readonly title: string;
  readonly lead: string;
  readonly text: string;
}

/** How it will look in each channel: the portal on a page of its own, what is carried or mailed as its words. */
export function Previews({ piece, previews }: { piece: number; previews: readonly Preview[] }) {
  const { say } = useWords();
  if (previews.length === 0) return null;
  return (
    <Section title={say('dispatches.previews')}>
      {previews.map(({ code, name, means, title, lead, text }) => (
        <details key={code} className="fold" open={means === 'portal' || undefined}>
          <summary>{name}</summary>
          {means === 'portal' && (
            <p className="actions">
              <a className="button small" href={`/preview/${piece}`} target="_blank" rel="noreferrer">
                {say('dispatches.see_portal')}
              </a>
            </p>
          )}
          <div className="manuscript-preview">
            <p>
              <b>{title}</b>
            </p>
            {lead && <p>{lead}</p>}
            <p className="pre">{text}</p>
          </div>
        </details>
      ))}
    </Section>
  );
}
