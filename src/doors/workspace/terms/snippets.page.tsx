import { Form, useLoaderData } from 'react-router';
import {
  changedSnippetInput,
  changeSnippet,
  editorialPolicy,
  listSnippets,
  removedTermInput,
  removeSnippet,
  snippetInput,
  writeSnippet,
  type Snippet,
} from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { TermsTabs } from './terms-tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('terms.terms'), to: '/workspace/terms' }, { name: say('terms.snippets') }],
  topics: () => ['terms'],
};

export const loader = load(async ({ ctx, visit }) => ({
  snippets: await listSnippets(ctx),
  writes: may(visit.actor, editorialPolicy['terms.write']),
}));

export const action = act(async ({ typed, perform }) => {
  const input =
    typed.fields.intent === 'remove'
      ? parse(removedTermInput, typed.fields)
      : typed.fields.intent === 'change'
        ? parse(changedSnippetInput, typed.fields)
        : parse(snippetInput, typed.fields);
  if (isRefusal(input)) return input;
  const done = await perform((ctx) => {
    if (!('name' in input)) return removeSnippet(ctx, input);
    return 'id' in input ? changeSnippet(ctx, input as typeof input & { id: number }) : writeSnippet(ctx, input);
  });
  return isRefusal(done) ? done : redirect('/workspace/terms/snippets');
});

export default function Snippets() {
  const { snippets, writes } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('terms.snippets')} · Pregón`}</title>
      <Head
        name={say('terms.snippets')}
        voice={snippets.length === 0 ? say('terms.snippets_none') : say('terms.snippets_voice', { count: snippets.length })}
      />
      <TermsTabs />
      {snippets.length === 0 && (
        <Empty slim title={say('terms.snippets_none')}>
          {say('terms.snippets_none_how')}
        </Empty>
      )}
      <div className="drawers">
        {snippets.map((snippet) =>
          writes ? (
            <Editing key={snippet.id} snippet={snippet} answer={answer?.typed.id === String(snippet.id) ? answer : undefined} />
          ) : (
            <section key={snippet.id}>
              <h2>{snippet.name}</h2>
              <p>{snippet.text}</p>
            </section>
          ),
        )}
        {writes && (
          <details className="drawer-fold" open={answer !== undefined && answer.typed.id === undefined}>
            <summary>{say('terms.new_snippet')}</summary>
            <SnippetForm answer={answer?.typed.id === undefined ? answer : undefined} />
          </details>
        )}
      </div>
    </main>
  );
}

function Editing({ snippet, answer }: { snippet: Snippet; answer: Answer | undefined }) {
  return (
    <details className="drawer-fold" open={answer !== undefined}>
      <summary>{snippet.name}</summary>
      <SnippetForm snippet={snippet} answer={answer} />
    </details>
  );
}

function SnippetForm({ snippet, answer }: { snippet?: Snippet; answer: Answer | undefined }) {
  const { say } = useWords();
  return (
    <Form method="post" className="form">
      <FormRefusal answer={answer} />
      {snippet && <input type="hidden" name="id" value={snippet.id} />}
      <TextField name="name" label={say('terms.snippet_name')} required maxLength={120} answer={answer} defaultValue={snippet?.name} />
      <TextAreaField name="text" label={say('terms.snippet_text')} required maxLength={5000} answer={answer} defaultValue={snippet?.text} />
      <div className="actions">
        <button className={snippet ? 'button' : 'button primary'} name="intent" value={snippet ? 'change' : 'write'}>
          {say(snippet ? 'terms.save' : 'terms.new_snippet')}
        </button>
        {snippet && (
          <button className="button" name="intent" value="remove" formNoValidate>
            {say('terms.remove')}
          </button>
        )}
      </div>
    </Form>
  );
}
