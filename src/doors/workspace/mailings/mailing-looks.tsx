import { Form, useSearchParams } from 'react-router';
import { SelectField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';

/** Shows the letter as one of those who would get it would read it. */
export function LookLike({ like, others }: { like: number | null; others: readonly { id: number; name: string }[] }) {
  const { say } = useWords();
  const [params] = useSearchParams();
  return (
    <Section title={say('mailings.look_like')}>
      <Form method="get" className="form">
        {['scheme', 'at'].map((name) => params.get(name) && <input key={name} type="hidden" name={name} value={params.get(name)!} />)}
        <SelectField
          name="like"
          label={say('mailings.contact')}
          defaultValue={String(like ?? '')}
          options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <p className="actions">
          <button className="button">{say('mailings.look')}</button>
        </p>
      </Form>
    </Section>
  );
}

/** Sends it to oneself. */
export function Try({ like }: { like: number | null }) {
  const { say } = useWords();
  return (
    <Section title={say('mailings.try')}>
      <Form method="post" className="form">
        <input type="hidden" name="intent" value="try" />
        {like !== null && <input type="hidden" name="like" value={like} />}
        <p className="small muted">{say('mailings.try_means')}</p>
        <p className="actions">
          <button className="button">{say('mailings.try_it')}</button>
        </p>
      </Form>
    </Section>
  );
}
