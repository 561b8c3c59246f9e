import { useLoaderData, useSearchParams } from 'react-router';
import { askSubscription, purposesNow, subscriptionInput } from '#domains/audiences/index.ts';
import { departments } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { limit } from '#platform/http/rate-limit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '#ui/answer.ts';
import { Page } from '../page.tsx';

export const loader = load(async ({ ctx }) => ({
  purposes: (await purposesNow(ctx)).map(({ code, name, text }) => ({ value: code, label: name, more: text })),
  regions: departments().map(({ name }) => name),
}));

export const action = act(async ({ typed, perform, visit }) => {
  const tooMany = await limit(visit, 'public_form', visit.addressKey);
  if (tooMany) return tooMany;
  const input = parse(subscriptionInput, typed.fields);
  if (isRefusal(input)) return input;
  const asked = await perform((ctx) => askSubscription(ctx, input, { origin: visit.origin, language: visit.locale }));
  return isRefusal(asked) ? asked : redirect('/subscription?sent=yes', 303);
});

const fields = ['email', 'purposes', 'name', 'region'] as const;

/** Where anybody asks to receive what the institution sends: each purpose by itself. */
export default function Subscribe() {
  const { purposes, regions } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  const [params] = useSearchParams();
  const title = say('audiences.portal.title');
  if (params.get('sent') === 'yes') return <Sent title={title} />;
  return (
    <Page title={answer ? say('audiences.portal.error_title', { title }) : title} here={title} description={say('audiences.portal.lede')}>
      <div className="ask">
        <div>
          <ErrorSummary answer={answer} fields={fields} />
          <h1 className="title">{title}</h1>
          <p className="lede">{say('audiences.portal.lede')}</p>
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
            <div id="purposes">
              <Choices
                name="purposes"
                several
                legend={say('audiences.portal.purposes')}
                hint={say('audiences.portal.purposes_hint')}
                options={purposes}
                answer={answer}
              />
            </div>
            <TextField
              name="name"
              id="name"
              label={say('audiences.portal.name')}
              optional
              autoComplete="name"
              maxLength={200}
              answer={answer}
            />
            <TextField
              name="region"
              id="region"
              label={say('audiences.contact.region')}
              hint={say('audiences.portal.region_hint')}
              optional
              list="region-names"
              maxLength={100}
              answer={answer}
            />
            <datalist id="region-names">
              {regions.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <p className="small muted">{say('audiences.portal.privacy')}</p>
            <p className="actions">
              <button className="button primary">{say('audiences.portal.do')}</button>
            </p>
          </form>
        </div>
        <aside className="term">
          <h2>{say('audiences.portal.already')}</h2>
          <p className="small">
            <a href="/subscription/mine">{say('audiences.portal.ask_link')}</a>
          </p>
          <h2>{say('push.portal.title')}</h2>
          <p className="small">
            <a href="/subscription/browser">{say('push.portal.offer')}</a>
          </p>
        </aside>
      </div>
    </Page>
  );
}

function Sent({ title }: { title: string }) {
  const { say } = useWords();
  return (
    <Page title={title} here={title} unlisted>
      <h1 className="title">{say('audiences.portal.sent')}</h1>
      <p className="lede">{say('audiences.portal.sent_how')}</p>
      <p>
        <a href="/subscription">{say('audiences.portal.sent_again')}</a>
      </p>
    </Page>
  );
}
