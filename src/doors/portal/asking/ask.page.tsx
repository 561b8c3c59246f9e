import { useLoaderData } from 'react-router';
import { answerDays, answerDueOn, askFromOutside, openLinkOf, outsideAskInput, outsider } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { limit } from '#platform/http/rate-limit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { useAnswer } from '#ui/answer.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { TextAreaField, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { outsideLimits } from './form.ts';

export const loader = load(async ({ ctx, params }) => {
  const { name } = await openLinkOf(ctx, params.code ?? '');
  return { name, days: answerDays, day: await answerDueOn(ctx) };
});

export const action = act(async ({ typed, perform, params, visit }) => {
  const tooMany = await limit(visit, 'public_form', visit.addressKey);
  if (tooMany) return tooMany;
  const input = parse(outsideAskInput, { ...typed.fields, files: [] });
  if (isRefusal(input)) return input;
  const result = await perform(async (inside) => {
    const ctx = outsider(inside);
    await openLinkOf(ctx, params.code ?? '');
    const files = await keepTypedFiles(visit.app, ctx, typed, outsideLimits.file);
    if (isRefusal(files)) return files;
    return askFromOutside(ctx, params.code ?? '', { ...input, files }, { origin: visit.origin, language: visit.locale });
  });
  return isRefusal(result) ? result : redirect(`/request/follow/${result.follow}?sent=yes`, 303);
}, outsideLimits);

const fields = ['title', 'what', 'why', 'forWhom', 'wantedOn', 'files', 'name', 'email'] as const;

/** Where somebody without an account asks the office for something. */
export default function Ask() {
  const { name, days, day } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  const title = say('requests.outside.title');
  const field = (of: (typeof fields)[number]) => ({ name: of, id: of, answer });
  return (
    <Page title={answer ? say('requests.error_title', { title }) : title} here={title}>
      <meta name="robots" content="noindex" />
      <div className="ask">
        <div>
          <ErrorSummary answer={answer} fields={fields} />
          <p className="step">{say('requests.outside.for', { name })}</p>
          <h1 className="title">{title}</h1>
          <p className="lede">{say('requests.outside.lede', { count: days })}</p>
          <form method="post" encType="multipart/form-data">
            <TextField {...field('title')} label={say('requests.ask_title')} hint={say('requests.ask_title_hint')} maxLength={200} />
            <TextAreaField
              {...field('what')}
              label={say('requests.ask_what')}
              hint={say('requests.ask_what_hint')}
              rows={6}
              maxLength={5000}
            />
            <TextAreaField
              {...field('why')}
              label={say('requests.ask_why')}
              hint={say('requests.ask_why_hint')}
              optional
              maxLength={5000}
            />
            <TextAreaField
              {...field('forWhom')}
              label={say('requests.ask_for_whom')}
              hint={say('requests.ask_for_whom_hint')}
              optional
              rows={2}
              maxLength={2000}
            />
            <TextField {...field('wantedOn')} type="date" label={say('requests.ask_when')} optional />
            <TextField
              {...field('files')}
              type="file"
              multiple
              label={say('requests.outside.files')}
              hint={say('requests.outside.files_hint')}
              optional
            />
            <TextField {...field('name')} label={say('requests.outside.name')} autoComplete="name" maxLength={200} />
            <TextField
              {...field('email')}
              type="text"
              inputMode="email"
              autoComplete="email"
              label={say('requests.outside.email')}
              hint={say('requests.outside.email_hint')}
              maxLength={200}
            />
            <p className="small muted">{say('requests.outside.privacy')}</p>
            <p className="actions">
              <button className="button primary">{say('requests.outside.do')}</button>
            </p>
          </form>
        </div>
        <aside className="term">
          <h2>{say('requests.outside.answer_by')}</h2>
          <p className="figure">
            <b>{format.weekday(day).split(' de ')[0]}</b>
          </p>
          <p className="small muted">{say('requests.outside.answer_by_more', { day: format.weekday(day) })}</p>
        </aside>
      </div>
    </Page>
  );
}
