import { useId, type ReactNode } from 'react';
import { Choice, type Answer } from './field.tsx';
import { useWords } from './words.tsx';

export interface Chosen {
  readonly value: string;
  readonly label: ReactNode;
  readonly more?: ReactNode;
  readonly disabled?: boolean;
}

interface Props {
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly options: readonly Chosen[];
  /** Several ticks instead of one of several. */
  readonly several?: boolean;
  readonly chosen?: readonly string[];
  readonly answer?: Answer | undefined;
}

/** One of several, or several of them, under one name. */
export function Choices({ name, legend, hint, options, several = false, chosen = [], answer }: Props) {
  const { say } = useWords();
  const id = useId();
  const problem = answer?.problems[name];
  const typed = answer?.typed[name];
  const marked = typed === undefined ? chosen : [typed].flat();
  const described = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className="field" aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span className="error" id={`${id}-error`}>
          <span className="sr">{say('ui.error')} </span>
          {say(`refusals.${problem.refused}`, problem.details)}
        </span>
      )}
      {options.map(({ value, label, more, disabled }) => (
        <Choice
          key={value}
          type={several ? 'checkbox' : 'radio'}
          name={name}
          value={value}
          label={label}
          more={more}
          disabled={disabled}
          defaultChecked={marked.includes(value)}
        />
      ))}
    </fieldset>
  );
}
