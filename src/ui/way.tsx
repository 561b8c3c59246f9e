import { Form } from 'react-router';
import type { ReactNode } from 'react';
import { FormRefusal, type Answer } from './field.tsx';

interface Props {
  /** What it is called, closed. */
  readonly name: string;
  readonly hint: string;
  readonly intent: string;
  readonly does: string;
  readonly answer: Answer | undefined;
  readonly small?: boolean;
  /** The fields. */
  readonly children: ReactNode;
}

/** Something that is seldom done, folded until somebody wants it, or until it was refused. */
export function Way({ name, hint, intent, does, answer, small = false, children }: Props) {
  return (
    <details className="way" open={answer !== undefined}>
      <summary>{name}</summary>
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <p className="hint">{hint}</p>
        {children}
        <button className={small ? 'button small' : 'button'} name="intent" value={intent}>
          {does}
        </button>
      </Form>
    </details>
  );
}
