import { Prints } from './prints.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import type { ShownPrint } from '#domains/editorial/index.ts';
import { Framed, previewAddress, Widths } from './framed.tsx';

interface Preview {
  readonly code: string;
  readonly name: string;
  readonly means: string;
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  /** On paper: its sheets. */
  readonly prints: readonly ShownPrint[];
}

/** How it will look in each channel: where it has a page of its own, that page; what is printed, its sheets; what is carried by hand, as the words to carry. */
export function Previews({ piece, previews }: { piece: number; previews: readonly Preview[] }) {
  const { say } = useWords();
  if (previews.length === 0) return null;
  return (
    <Section title={say('dispatches.previews')} more={<Widths />}>
      {previews.map((preview, index) => (
        <details key={preview.code} className="fold" open={index === 0 || undefined}>
          <summary>{preview.name}</summary>
          <Look piece={piece} preview={preview} />
        </details>
      ))}
    </Section>
  );
}

function Look({ piece, preview }: { piece: number; preview: Preview }) {
  const { say } = useWords();
  const src = previewAddress(piece, preview);
  if (preview.prints.length > 0)
    return <Prints prints={preview.prints} at={`/workspace/pieces/${piece}/renditions/${preview.code}/sheets`} />;
  if (src) return <Framed src={src} title={`${say('dispatches.previews')}: ${preview.name}`} />;
  return (
    <div className="manuscript-preview">
      <p>
        <b>{preview.title}</b>
      </p>
      {preview.lead && <p>{preview.lead}</p>}
      <p className="pre">{preview.text}</p>
    </div>
  );
}
