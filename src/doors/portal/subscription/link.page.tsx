import { useSearchParams } from 'react-router';
import { linkInput, sendPreferencesLink } from '#domains/audiences/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { limit } from '#platform/http/rate-limit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '#ui/answer.ts';
import { Page } from '../page.tsx';

export const loader = load(() => null);

export const action = act(async ({ typed, perform, visit }) => {
  const tooMany = await limit(visit, 'public_form', visit.addressKey);
  if (tooMany) return tooMany;
  const input = parse(linkInput, typed.fields);
  if (isRefusal(input)) return input;
  await perform((ctx) => sendPreferencesLink(ctx, input, { origin: visit.origin }));
  return redirect('/subscription/mine?sent=yes', 303);
});

/** Sends somebody the address of his own page. The answer does not tell whether the house knows him. */
export default function AskLink() {
  const { say } = useWords();
  const answer = useAnswer();
  const [params] = useSearchParams();
  const title = say('audiences.portal.link');
  return (
    <Page title={answer ? say('audiences.portal.error_title', { title }) : title} here={title}>
      <ErrorSummary answer={answer} fields={['email']} />
      <h1 className="title">{params.get('sent') === 'yes' ? say('audiences.portal.link_sent') : title}</h1>
      {params.get('sent') === 'yes' ? (
        <p className="lede">{say('audiences.portal.link_sent_how')}</p>
      ) : (
        <>
          <p className="lede">{say('audiences.portal.link_lede')}</p>
          <form method="post">
            <FormRefusal answer={answer} />
            <TextField
              name="email"
              id="email"
              inputMode="email"
              autoComplete="email"
              label={say('audiences.portal.email')}
              maxLength={254}
              answer={answer}
            />
            <p className="actions">
              <button className="button primary">{say('audiences.portal.link_do')}</button>
            </p>
          </form>
        </>
      )}
    </Page>
  );
}
