import type { Block, Fields } from '#domains/editorial/index.ts';
import type { Conflict } from '#platform/stale.ts';
import { useWords } from '#ui/words.tsx';
import type { Tree } from './content.ts';

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly who: string;
  readonly onDecide: (field: string, side: 'yours' | 'theirs') => void;
}

/** What two wrote in the same place: both, one beside the other, and a choice. Nothing is sent until each is chosen. */
export function Differences({ conflicts, who, onDecide }: Props) {
  const { say } = useWords();
  if (conflicts.length === 0) return null;
  return (
    <section className="differences" aria-labelledby="differences-title" role="alert">
      <h2 id="differences-title">{say('writing.differ', { count: conflicts.length, who })}</h2>
      <p className="muted">{say('writing.differ_how')}</p>
      {conflicts.map(({ field, yours, theirs }) => (
        <div className="differ" key={field}>
          <h3>{nameOf(field)}</h3>
          <div>
            <h4>{say('writing.yours')}</h4>
            <p>{shown(yours) || <i>{say('writing.taken_out')}</i>}</p>
            <button className="button small" type="button" onClick={() => onDecide(field, 'yours')}>
              {say('writing.keep_yours')}
            </button>
          </div>
          <div>
            <h4>{say('writing.theirs', { who })}</h4>
            <p>{shown(theirs) || <i>{say('writing.taken_out')}</i>}</p>
            <button className="button small" type="button" onClick={() => onDecide(field, 'theirs')}>
              {say('writing.keep_theirs', { who })}
            </button>
          </div>
        </div>
      ))}
    </section>
  );

  function nameOf(field: string): string {
    if (field === 'title') return say('pieces.title');
    if (field.startsWith('fields.')) return say(`pieces.field.${field.slice('fields.'.length)}`);
    return say('writing.in_the_text');
  }
}

/** A field or a block as words. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  const field = value as Fields[string] | Block;
  if (typeof field === 'object' && 'asset' in field) return field.alt;
  return wordsOf(value as Tree);
}

const wordsOf = (node: Tree): string =>
  node.text ??
  (node.content ?? [])
    .map(wordsOf)
    .filter((text) => text !== '')
    .join(node.type === 'paragraph' || node.type === 'heading' ? '' : ' ') ??
  '';
