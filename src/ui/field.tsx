import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { useWords } from './words.tsx';

/** A refusal as it travels: its code says the sentence (`refusals.<code>`). */
export interface Problem {
  readonly refused: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What a refused form sends back: everything typed, and what is wrong beside each field. */
export interface Answer {
  readonly typed: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: Readonly<Record<string, Problem>>;
  readonly refusal: Problem | null;
}

export interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  /** The form's answer: it gives this field what had been typed and what is wrong with it. */
  readonly answer?: Answer | undefined;
  /** Where a summary of errors leads to. */
  readonly id?: string | undefined;
}

interface Wired {
  id: string;
  name: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

/** Label, hint, error, and the control last, so that a keyboard on the screen never hides the help. */
export function Field({
  name,
  label,
  hint,
  optional,
  answer,
  id: given,
  children,
}: FieldProps & { children: (wired: Wired, typed: string | undefined) => ReactNode }) {
  const { say } = useWords();
  const own = useId();
  const id = given ?? own;
  const problem = answer?.problems[name];
  const typed = answer?.typed[name];
  const described = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ');
  const wired: Wired = {
    id,
    name,
    ...(problem ? { 'aria-invalid': true as const } : {}),
    ...(described ? { 'aria-describedby': described } : {}),
  };
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && (
          <>
            {' '}
            <span className="optional">{say('ui.optional')}</span>
          </>
        )}
      </label>
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
      {children(wired, typeof typed === 'string' ? typed : typed?.[0])}
    </div>
  );
}

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>;

export function TextField({ name, label, hint, optional, answer, id, className, defaultValue, ...input }: FieldProps & Input) {
  return (
    <Field {...{ name, label, hint, optional, answer, id }}>
      {(wired, typed) => (
        <input
          className={className ? `input ${className}` : 'input'}
          {...input}
          {...wired}
          defaultValue={input.type === 'password' || input.type === 'file' ? undefined : (typed ?? defaultValue)}
        />
      )}
    </Field>
  );
}

export function TextAreaField({
  name,
  label,
  hint,
  optional,
  answer,
  id,
  defaultValue,
  ...input
}: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>) {
  return (
    <Field {...{ name, label, hint, optional, answer, id }}>
      {(wired, typed) => <textarea className="input" rows={4} {...input} {...wired} defaultValue={typed ?? defaultValue} />}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export function SelectField({
  name,
  label,
  hint,
  optional,
  answer,
  options,
  blank,
  defaultValue,
  ...input
}: FieldProps & { options: readonly Option[]; blank?: string } & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id'>) {
  return (
    <Field {...{ name, label, hint, optional, answer }}>
      {(wired, typed) => (
        <select className="input" {...input} {...wired} defaultValue={typed ?? defaultValue}>
          {blank !== undefined && <option value="">{blank}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A tick or one of several: the label beside it, more words below. */
export function Choice({
  label,
  more,
  ...input
}: { label: ReactNode; more?: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { type?: 'checkbox' | 'radio' }) {
  return (
    <label className="choice">
      <input type="checkbox" {...input} />
      <span>
        {label}
        {more && <small>{more}</small>}
      </span>
    </label>
  );
}

/** The refusal of a whole form: what cannot be, why, and who can. Not an error: nobody did anything wrong. */
export function FormRefusal({ answer }: { answer?: Answer | undefined }) {
  const { say } = useWords();
  if (!answer?.refusal) return null;
  return <Refusal sentence={say(`refusals.${answer.refusal.refused}`, answer.refusal.details)} />;
}

export function Refusal({ sentence, more }: { sentence: string; more?: ReactNode }) {
  return (
    <div className="refusal" role="alert">
      <p>{sentence}</p>
      {more && <p>{more}</p>}
    </div>
  );
}
