import { Form, Link, useActionData, useLoaderData } from 'react-router';
import { issueKey, newKeyShape } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from './answer.ts';
import { crumbs } from './crumbs.ts';
import { scopes } from './tables.ts';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'keys', { name: say('organization.key.issue') }) };

export const loader = load(() => ({ scopes }));

/** The key is in this answer and nowhere else: it is not sent to another page, where it would be an address or be kept. */
export const action = act(async ({ typed, perform }) => {
  const input = parse(newKeyShape(scopes), typed.fields);
  if (isRefusal(input)) return input;
  return perform((ctx) => issueKey(ctx, input));
});

export default function NewKey() {
  const { scopes: known } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  const issued = useActionData<{ key?: string } | undefined>();
  if (issued?.key) {
    return (
      <main className="page" id="contenido">
        <title>{`${say('organization.key.issued_title')} · Pregón`}</title>
        <Head name={say('organization.key.issue')} low voice={say('organization.key.issued_voice')} />
        <Banner tone="warn" title={say('organization.key.once')}>
          <code className="key-shown">{issued.key}</code>
        </Banner>
        <p className="hint">{say('organization.key.how')}</p>
        <p className="actions">
          <Link className="button primary" to="/workspace/settings/keys">
            {say('organization.key.kept')}
          </Link>
        </p>
      </main>
    );
  }
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.key.issue')} · Pregón`}</title>
      <Head name={say('organization.key.issue')} low voice={say('organization.key.issue_voice')} />
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <TextField
          name="name"
          label={say('organization.key.name')}
          hint={say('organization.key.name_hint')}
          answer={answer}
          required
          maxLength={120}
          autoComplete="off"
        />
        <Choices
          name="scopes"
          legend={say('organization.key.scopes')}
          several
          options={known.map((scope) => ({ value: scope, label: say(`organization.scope.${scope}`), more: scope }))}
          answer={answer}
        />
        <TextField
          name="expires_on"
          type="date"
          label={say('organization.key.expires_on')}
          hint={say('organization.key.expires_hint')}
          optional
          answer={answer}
        />
        <p className="actions">
          <button className="button primary">{say('organization.key.issue_do')}</button>
          <Link className="button quiet" to="/workspace/settings/keys">
            {say('organization.leave_it')}
          </Link>
        </p>
      </Form>
    </main>
  );
}
