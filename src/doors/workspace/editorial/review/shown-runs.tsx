import { Fragment, type ReactNode } from 'react';
import type { Run } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';
import type { Note } from './noted.ts';

/** Which side of a difference is shown, and whether what changed is marked. */
export type Show = 'both' | 'before' | 'after' | 'clean';

type Inline = Run['nodes'][number];
interface Bit {
  readonly node: Inline;
  readonly text: string;
  readonly note: Note | undefined;
  readonly last: boolean;
}

/** The words of a line: what came and what went, and the passages spoken about. */
export function ShownRuns({ runs, notes, show }: { runs: readonly Run[]; notes: readonly Note[]; show: Show }) {
  const { say } = useWords();
  const begins = beginnings(runs);
  return runs.map(({ change, nodes }, index) => {
    if (change === (show === 'before' ? 'added' : 'removed') && show !== 'both') return null;
    const bits = change === 'removed' || show === 'before' ? whole(nodes) : cut(nodes, begins[index]!, notes);
    const words = bits.map((bit, key) => <Words key={key} bit={bit} change={show === 'clean' ? 'same' : change} />);
    if (change === 'same' || show === 'clean') return <span key={index}>{words}</span>;
    const Tag = change === 'added' ? 'ins' : 'del';
    // What came stands a little apart from what went; the space is no part of the text.
    const apart = change === 'added' && show === 'both' && runs[index - 1]?.change === 'removed';
    return (
      <Fragment key={index}>
        {apart && <span className="gap"> </span>}
        <Tag>
          <span className="sr">{say(`ui.${change}`)} </span>
          {words}
        </Tag>
      </Fragment>
    );
  });
}

/** Where each run begins in the line as it is now. */
function beginnings(runs: readonly Run[]): number[] {
  let at = 0;
  return runs.map(({ change, nodes }) => {
    const begin = at;
    if (change !== 'removed') at += nodes.reduce((sum, node) => sum + lettersOf(node), 0);
    return begin;
  });
}

const lettersOf = (node: Inline) => (node.type === 'text' ? node.text.length : 1);
const whole = (nodes: readonly Inline[]): Bit[] =>
  nodes.map((node) => ({ node, text: node.type === 'text' ? node.text : '', note: undefined, last: false }));

/** Words cut where a passage begins and ends. */
function cut(nodes: readonly Inline[], begin: number, notes: readonly Note[]): Bit[] {
  let at = begin;
  return nodes.flatMap((node): Bit[] => {
    if (node.type !== 'text') {
      at += 1;
      return [{ node, text: '', note: undefined, last: false }];
    }
    const [from, to] = [at, at + node.text.length];
    at = to;
    const edges = [
      ...new Set([from, ...notes.flatMap((note) => [note.from, note.to]).filter((edge) => edge > from && edge < to), to]),
    ].toSorted((one, other) => one - other);
    return edges.slice(0, -1).map((edge, index) => {
      const end = edges[index + 1]!;
      const note = notes.find((one) => one.from <= edge && end <= one.to);
      return { node, text: node.text.slice(edge - from, end - from), note, last: note?.to === end };
    });
  });
}

function Words({ bit: { node, text, note, last }, change }: { bit: Bit; change: Run['change'] }) {
  const { say } = useWords();
  if (node.type !== 'text') return <br />;
  let words: ReactNode = text;
  for (const mark of node.marks ?? []) {
    if (mark.type === 'bold') words = <strong>{words}</strong>;
    if (mark.type === 'italic') words = <em>{words}</em>;
    if (mark.type === 'link')
      words = (
        <>
          <a href={mark.attrs.href} rel="noreferrer">
            {words}
          </a>
          {change !== 'same' && <small> ({mark.attrs.href})</small>}
        </>
      );
    if (mark.type === 'source')
      words = (
        <>
          {words}
          <small className="muted"> ({say('review.source', { source: mark.attrs.source })})</small>
        </>
      );
  }
  if (!note) return words;
  return (
    <mark className="noted">
      {words}
      {last && (
        <sup>
          <a href={`#n${note.number}`}>
            <span className="sr">{say('review.note')} </span>
            {note.number}
          </a>
        </sup>
      )}
    </mark>
  );
}
