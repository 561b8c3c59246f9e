import { Form } from 'react-router';
import { FormRefusal } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Drawer } from '../organization/drawer.tsx';

/** Takes a part out of the draft, asked for once more. */
export function PartRemoval({
  intent,
  fields,
  says,
  how,
}: {
  intent: string;
  fields: Readonly<Record<string, string | number>>;
  says: string;
  how: string;
}) {
  const { say } = useWords();
  const answer = useAnswer(intent);
  return (
    <Drawer name={says} open={answer !== undefined}>
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <p className="small">{how}</p>
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <div className="actions">
          <button className="button grave" name="intent" value={intent}>
            {say('plan.remove_it')}
          </button>
        </div>
      </Form>
    </Drawer>
  );
}
