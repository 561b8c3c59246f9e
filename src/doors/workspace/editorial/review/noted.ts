import { findPassage, type Part, type PieceDifference, type Run } from '#domains/editorial/index.ts';

/** Words of a line that somebody spoke about: from its first letter to the one after its last, and the number of what was said. */
export interface Note {
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/** A passage that was spoken about: `number` is shown beside it. */
export interface Passage {
  readonly number: number;
  readonly block: string;
  readonly quote: string;
}

export interface NotedLine {
  readonly runs: readonly Run[];
  readonly notes: readonly Note[];
}

/** A part as the page shows it. `numbers`: what was said of the whole block. */
export interface NotedPart extends Omit<Part, 'parts'> {
  readonly parts?: readonly NotedPart[];
  readonly notes?: readonly Note[];
  readonly numbers?: readonly number[];
}

/** What changed in a piece, with the passages that were spoken about where they are now. */
export function noted(difference: PieceDifference, passages: readonly Passage[]) {
  const line = (block: string, runs: readonly Run[]): NotedLine => ({ runs, notes: notesIn(runs, of(passages, block), new Set()) });
  return {
    title: line(':title', difference.title),
    fields: difference.fields.map((field) => ({ ...field, ...(field.runs ? line(`:${field.code}`, field.runs) : { notes: [] }) })),
    parts: difference.parts.map((part) => {
      const spoken = of(passages, String(part.is?.id ?? ''));
      return { ...withNotes(part, spoken, new Set()), numbers: spoken.filter(({ quote }) => quote === '').map(({ number }) => number) };
    }),
  };
}

const of = (passages: readonly Passage[], block: string) => (block === '' ? [] : passages.filter((passage) => passage.block === block));

/** Each passage is marked once in its block: where it is found first. */
function withNotes(part: Part, passages: readonly Passage[], found: Set<number>): NotedPart {
  const { parts, ...rest } = part;
  return {
    ...rest,
    ...(part.runs ? { notes: notesIn(part.runs, passages, found) } : {}),
    ...(parts ? { parts: parts.map((inside) => withNotes(inside, passages, found)) } : {}),
  };
}

function notesIn(runs: readonly Run[], passages: readonly Passage[], found: Set<number>): Note[] {
  const line = runs
    .filter(({ change }) => change !== 'removed')
    .flatMap(({ nodes }) => nodes.map((node) => (node.type === 'text' ? node.text : ' ')))
    .join('');
  const notes: Note[] = [];
  for (const { number, quote } of passages) {
    const place = found.has(number) ? undefined : findPassage(line, quote);
    // Two marks that overlap would hide each other: the later one is read beside the text.
    if (!place || notes.some(({ from, to }) => place.from < to && from < place.to)) continue;
    found.add(number);
    notes.push({ ...place, number });
  }
  return notes.toSorted((one, other) => one.from - other.from);
}
