import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { useAnswer } from './answer.ts';
import { FormRefusal, type Answer } from './field.tsx';
import { Section } from './section.tsx';

interface Props {
  readonly title: string;
  readonly intent: string;
  /** What its button says. */
  readonly does: string;
  readonly tone?: 'primary' | 'grave';
  /** Its fields, with what the server said to them. */
  readonly children: (answer: Answer | undefined) => ReactNode;
}

/** A section that is one form, told apart from the others of its page by its intent. */
export function SectionForm({ title, intent, does, tone, children }: Props) {
  const answer = useAnswer(intent);
  return (
    <Section title={title}>
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <input type="hidden" name="intent" value={intent} />
        {children(answer)}
        <p className="actions">
          <button className={['button', tone].filter(Boolean).join(' ')}>{does}</button>
        </p>
      </Form>
    </Section>
  );
}
