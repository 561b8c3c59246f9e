import { Form, Link, useLoaderData } from 'react-router';
import { addContact, contactKinds, newContactInput } from '#domains/audiences/index.ts';
import { departments } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { ContactFields } from './contact-fields.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('audiences.place.contacts'), to: '/workspace/contacts' },
    { name: say('audiences.contact.add') },
  ],
};

export const loader = load(() => ({ kinds: contactKinds, regions: departments().map(({ name }) => name) }));

export const action = act(async ({ typed, perform }) => {
  const input = parse(newContactInput, typed.fields);
  if (isRefusal(input)) return input;
  const added = await perform((ctx) => addContact(ctx, input));
  return isRefusal(added) ? added : redirect(`/workspace/contacts/${added.id}?done=contact_added`);
});

export default function NewContact() {
  const { kinds, regions } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('audiences.contact.add')} · Pregón`}</title>
      <Head name={say('audiences.contact.add')} low voice={say('audiences.voice.new_contact')} />
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <ContactFields kinds={kinds} regions={regions} answer={answer} />
        <p className="actions">
          <button className="button primary">{say('audiences.contact.add')}</button>
          <Link className="button quiet" to="/workspace/contacts">
            {say('audiences.leave_it')}
          </Link>
        </p>
      </Form>
    </main>
  );
}
