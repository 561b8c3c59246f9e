import type { Comment, Part, PieceDifference, Reviewing, Run, Suggestion } from '#domains/editorial/index.ts';
import type { Passage } from './noted.ts';
import type { Speakable } from './speak.tsx';
import type { NumberedSuggestion } from './suggestions.tsx';
import type { Thread } from './threads.tsx';

/** Comments as threads and suggestions, each with the number by which the text names it. */
export function numbered({ comments, suggestions }: Pick<Reviewing, 'comments' | 'suggestions'>) {
  const threads: Thread[] = comments
    .filter(({ parent }) => parent === null)
    .map((comment, at) => ({ number: at + 1, comment, answers: comments.filter(({ parent }) => parent === comment.id) }));
  const numberedSuggestions: NumberedSuggestion[] = suggestions.map((suggestion, at) => ({ number: threads.length + at + 1, suggestion }));
  const passages: Passage[] = [
    ...threads
      .filter(({ comment }) => comment.resolvedAt === null && isOnPassage(comment))
      .map(({ number, comment }) => passage(number, comment)),
    ...numberedSuggestions
      .filter(({ suggestion }) => suggestion.decision === null)
      .map(({ number, suggestion }) => passage(number, suggestion)),
  ];
  return { threads, suggestions: numberedSuggestions, passages };
}

const isOnPassage = ({ block }: Comment) => block !== '';
const passage = (number: number, { block, quote }: Pick<Comment | Suggestion, 'block' | 'quote'>): Passage => ({ number, block, quote });

/** What may be spoken about, by its first words: the title, each field of words, each block of text. */
export function blocksOf({ title, fields, parts }: PieceDifference): Speakable[] {
  return [
    { block: ':title', words: begin(runsText(title)) },
    ...fields.filter(({ runs }) => runs !== null).map(({ code, runs }) => ({ block: `:${code}`, words: begin(runsText(runs!)) })),
    ...parts
      .filter(({ is }) => typeof is?.id === 'string' && is.id !== '')
      .map((part) => ({ block: String(part.is!.id), words: begin(partText(part)) }))
      .filter(({ words }) => words !== ''),
  ];
}

const begin = (text: string) => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text);

const runsText = (runs: readonly Run[]) =>
  runs
    .filter(({ change }) => change !== 'removed')
    .flatMap(({ nodes }) => nodes.map((node) => (node.type === 'text' ? node.text : ' ')))
    .join('');

const partText = ({ runs, parts }: Part): string => (runs ? runsText(runs) : (parts ?? []).map(partText).join(' ')).trim();

/** The assets of the library that either side shows. */
export function assetsIn({ fields, parts }: Pick<PieceDifference, 'fields' | 'parts'>): number[] {
  const found = new Set<number>();
  for (const { was, is } of fields) for (const placed of [was, is]) if (placed) found.add(placed.asset);
  const look = ({ was, is, parts: inside }: Part) => {
    for (const attrs of [was, is]) {
      if (typeof attrs?.asset === 'number') found.add(attrs.asset);
      if (Array.isArray(attrs?.images)) for (const { asset } of attrs.images as { asset: number }[]) found.add(asset);
    }
    inside?.forEach(look);
  };
  parts.forEach(look);
  return [...found];
}
