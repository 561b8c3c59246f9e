import { Form, Link, useLoaderData } from 'react-router';
import { memoToNote, noteReached, sheetInput } from '#domains/editorial/index.ts';
import { todayOf } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { SheetFields } from './sheet-fields.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ memo }: Data, say: Say) => [
    { name: say('memos.memos'), to: '/workspace/memos' },
    { name: memo.label, to: `/workspace/memos/${memo.id}` },
    { name: say('memos.sheet') },
  ],
};

export const loader = load(async ({ ctx, params }) => {
  if (![params.memo, params.unit].every((part) => /^\d{1,15}$/.test(part ?? ''))) throw new NotFound('memo');
  return { ...(await memoToNote(ctx, Number(params.memo), Number(params.unit))), today: await todayOf(ctx) };
});

export const action = act(async ({ typed, perform, params, visit }) => {
  const input = parse(sheetInput, { ...typed.fields, memo: params.memo, unit: params.unit });
  if (isRefusal(input)) return input;
  const done = await perform(async (ctx) => {
    const files = await keepTypedFiles(visit.app, ctx, typed);
    return isRefusal(files) ? files : noteReached(ctx, input, files[0] ?? null);
  });
  return isRefusal(done) ? done : redirect(`/workspace/memos/${params.memo}?noted=${done.people}`);
});

/** The head or the liaison of a dependency says whom a memo reached by paper or by a screen. */
export default function Sheet() {
  const { memo, unitName, unread, total, today } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  const vars = { unit: unitName, label: memo.label };
  return (
    <main className="page narrow" id="contenido">
      <title>{`${say('memos.sheet')} · ${memo.label} · Pregón`}</title>
      <Head
        name={say('memos.sheet')}
        voice={total === 0 ? say('memos.sheet_voice_none', vars) : say('memos.sheet_voice', { ...vars, count: total })}
        actions={
          <a className="button" href={`/workspace/memos/${memo.id}/document.pdf`}>
            {say('memos.document')}
          </a>
        }
      />
      <Form method="post" encType="multipart/form-data" className="form">
        <FormRefusal answer={answer} />
        <SheetFields
          answer={answer}
          today={today}
          is={{ means: 'print', heldOn: today, people: [], names: [], note: '' }}
          people={unread.map(({ person, name, unitName: own }) => ({ person, name, ...(own === unitName ? {} : { more: own }) }))}
        />
        <p className="actions">
          <button className="button primary">{say('memos.sheet_do')}</button>
          <Link className="button quiet" to={`/workspace/memos/${memo.id}`}>
            {say('memos.back')}
          </Link>
        </p>
      </Form>
    </main>
  );
}
