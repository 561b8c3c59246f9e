import { useState, type ReactNode } from 'react';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly title: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly button: string;
  /** What is wrong with what was typed, or null. */
  readonly fault: (typed: string) => string | null;
  readonly onKeep: (typed: string) => void;
  /** Takes away what was there, when something was. */
  readonly onTake?: (() => void) | undefined;
  readonly takeName?: string;
  readonly onClose: () => void;
}

/** Asks for one line: the address of a link, the source of a figure. */
export function LineDialog({ title, label, hint, value, button, fault, onKeep, onTake, takeName, onClose }: Props) {
  const { say } = useWords();
  const [typed, setTyped] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <button className="button primary" type="submit" form="one-line">
            {button}
          </button>
          {onTake && value && (
            <button className="button" type="button" onClick={onTake}>
              {takeName}
            </button>
          )}
          <button className="button quiet" type="button" onClick={onClose}>
            {say('writing.leave_it')}
          </button>
        </>
      }
    >
      <form
        id="one-line"
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const bad = fault(typed);
          if (bad) setWrong(bad);
          else onKeep(typed);
        }}
      >
        <TextField
          name="line"
          label={label}
          hint={hint}
          value={typed}
          maxLength={2000}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          answer={wrong ? { typed: {}, problems: { line: { refused: wrong, details: {} } }, refusal: null } : undefined}
        />
      </form>
    </Dialog>
  );
}
