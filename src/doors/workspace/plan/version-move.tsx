import { Form, Link, useLoaderData } from 'react-router';
import type { MoveName, Plan, Version } from '#domains/plan/index.ts';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';

/** The question of a move on a page of its own: where a refused one comes back to. */
export function VersionMove({ move }: { move: MoveName }) {
  const { plan, version } = useLoaderData<{ plan: Plan; version: Version }>();
  const { say } = useWords();
  const answer = useAnswer();
  const name = say(`plan.do.${move}`, { number: version.number });
  const reasoned = move === 'return' || move === 'close';
  return (
    <main className="page" id="contenido">
      <title>{`${name} · ${plan.title} · Pregón`}</title>
      <Head
        low
        name={plan.title}
        voice={say('plan.move_voice', { number: version.number, state: say(`plan.state.${version.state}`).toLowerCase() })}
      />
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        {move === 'put_in_force' && <TextField type="date" name="on" label={say('plan.rules_from')} required answer={answer} />}
        <TextAreaField
          name="note"
          label={say(reasoned ? 'plan.reason' : 'plan.note')}
          optional={!reasoned}
          required={reasoned}
          maxLength={2000}
          answer={answer}
        />
        <div className="actions">
          <button className="button primary">{name}</button>
          <Link className="button" to={`/workspace/plans/${plan.id}/versions`}>
            {say('plan.back_to_versions')}
          </Link>
        </div>
      </Form>
    </main>
  );
}
