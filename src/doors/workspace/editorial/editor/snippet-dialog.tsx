import { Dialog } from '#ui/dialog.tsx';
import { Empty } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';

export interface Snippet {
  readonly id: number;
  readonly name: string;
  readonly text: string;
}

/** Words of the house that are written often: one is put where the caret is. */
export function SnippetDialog({
  snippets,
  onPick,
  onClose,
}: {
  snippets: readonly Snippet[];
  onPick: (text: string) => void;
  onClose: () => void;
}) {
  const { say } = useWords();
  return (
    <Dialog
      open
      title={say('writing.snippets')}
      onClose={onClose}
      actions={
        <button className="button quiet" type="button" onClick={onClose}>
          {say('writing.leave_it')}
        </button>
      }
    >
      {snippets.length === 0 ? (
        <Empty slim title={say('writing.no_snippets')}>
          {say('writing.no_snippets_how')}
        </Empty>
      ) : (
        <ul className="plain-rows">
          {snippets.map(({ id, name, text }) => (
            <li key={id}>
              <b>{name}</b>
              <p className="small muted">{text}</p>
              <button className="button small" type="button" onClick={() => onPick(text)}>
                {say('writing.put_snippet')}
                <span className="sr"> {name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
