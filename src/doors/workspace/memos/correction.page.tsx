import { Form, Link, useLoaderData } from 'react-router';
import { correctSheet, memoSheet, sheetCorrectionInput } from '#domains/editorial/index.ts';
import { todayOf } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { FormRefusal, TextAreaField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { SheetFields } from './sheet-fields.tsx';
import { SheetHistory } from './sheet-history.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ memo, sheet }: Data, say: Say) => [
    { name: say('memos.memos'), to: '/workspace/memos' },
    { name: memo.label, to: `/workspace/memos/${memo.id}` },
    { name: say('memos.sheet_of', { unit: sheet.unitName }) },
  ],
  topics: ({ memo }: Data) => [`memo:${memo.id}`],
};

export const loader = load(async ({ ctx, params, url }) => {
  if (![params.memo, params.sheet].every((part) => /^\d{1,15}$/.test(part ?? ''))) throw new NotFound('memo');
  return {
    ...(await memoSheet(ctx, Number(params.memo), Number(params.sheet))),
    today: await todayOf(ctx),
    done: url.searchParams.has('done'),
  };
});

export const action = act(async ({ typed, perform, params, visit }) => {
  const nobody = typed.fields.intent === 'take_back' ? { people: [], names: '' } : {};
  const input = parse(sheetCorrectionInput, { ...typed.fields, ...nobody, memo: params.memo, sheet: params.sheet });
  if (isRefusal(input)) return input;
  const done = await perform(async (ctx) => {
    const files = await keepTypedFiles(visit.app, ctx, typed);
    return isRefusal(files) ? files : correctSheet(ctx, input, files[0] ?? null);
  });
  return isRefusal(done) ? done : redirect(`/workspace/memos/${params.memo}/sheets/${done.id}?done=1`);
});

/** One list of whom a memo reached: what it says, what it said before, and its correction. */
export default function Correction() {
  const { memo, sheet, history, others, corrects, today, done } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  const own = history[0]!.persons;
  const vars = { unit: sheet.unitName, label: memo.label };
  const voice = sheet.corrected !== null ? 'memos.sheet_old' : sheet.people === 0 ? 'memos.sheet_holds_none' : 'memos.sheet_holds';
  return (
    <main className="page" id="contenido">
      <title>{`${say('memos.sheet_of', { unit: sheet.unitName })} · ${memo.label} · Pregón`}</title>
      <Head
        name={say('memos.sheet_of', { unit: sheet.unitName })}
        voice={say(voice, { ...vars, count: sheet.people })}
        actions={
          sheet.corrected !== null && (
            <Link className="button" to={`/workspace/memos/${memo.id}/sheets/${sheet.corrected}`}>
              {say('memos.sheet_new')}
            </Link>
          )
        }
      />
      {done && (
        <Banner tone="good">
          {sheet.people === 0 ? say('memos.sheet_corrected_done_none') : say('memos.sheet_corrected_done', { count: sheet.people })}
        </Banner>
      )}
      <div className={corrects ? 'two' : undefined}>
        {corrects && (
          <Section title={say('memos.sheet_correct_title')}>
            <Form key={sheet.id} method="post" encType="multipart/form-data" className="form">
              <FormRefusal answer={answer} />
              <SheetFields answer={answer} today={today} is={{ ...sheet, people: sheet.persons }} people={[...own, ...others]} />
              <TextAreaField
                name="reason"
                label={say('memos.sheet_reason')}
                hint={say('memos.sheet_reason_hint')}
                rows={3}
                answer={answer}
                required
              />
              <p className="muted">{say('memos.sheet_take_back_how')}</p>
              <p className="actions">
                <button className="button primary" name="intent" value="correct">
                  {say('memos.sheet_correct')}
                </button>
                <button className="button" name="intent" value="take_back">
                  {say('memos.sheet_take_back')}
                </button>
              </p>
            </Form>
          </Section>
        )}
        <aside>
          <SheetHistory history={history} />
        </aside>
      </div>
    </main>
  );
}
