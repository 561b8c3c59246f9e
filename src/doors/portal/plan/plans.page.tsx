import { redirect, useLoaderData } from 'react-router';
import { planBoard } from '#domains/metrics/index.ts';
import { publicPlans } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { Progress } from '#ui/time.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';

/** The one plan in force, or all of them to choose from. */
export const loader = load(async ({ ctx }) => {
  const plans = await publicPlans(ctx);
  if (plans.length === 1) throw redirect(`/plan/${plans[0]!.plan.code}`);
  return Promise.all(
    plans.map(async ({ plan, version }) => ({
      code: plan.code,
      title: plan.title,
      summary: plan.summary,
      unitName: plan.unitName,
      number: version.number,
      from: version.inForceFrom!,
      advance: (await planBoard(ctx, plan.id)).advance,
    })),
  );
});

export default function Plans() {
  const plans = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const voice = plans.length === 0 ? say('portal.plans.none') : say('portal.plans.voice', { count: plans.length });
  return (
    <Page title={say('portal.how_we_go')} description={voice.replaceAll('**', '')} here={say('portal.how_we_go')}>
      <header className="head">
        <h1 className="title sr">{say('portal.how_we_go')}</h1>
        <div className="headline">
          <Voice sentence={voice} />
        </div>
      </header>
      {plans.length === 0 && <p className="prose">{say('portal.plans.none_yet')}</p>}
      <ol className="aims">
        {plans.map((plan) => (
          <li key={plan.code}>
            <p className="figure">
              <b>
                {plan.advance ? (
                  <>
                    {format.number(Math.round(plan.advance.progress))}
                    <span>%</span>
                  </>
                ) : (
                  '–'
                )}
              </b>
            </p>
            <div>
              <h2>
                <a href={`/plan/${plan.code}`}>{plan.title}</a>
              </h2>
              <p className="small muted">
                {plan.unitName} · {say('portal.version', { number: plan.number, day: format.day(plan.from) })}
              </p>
            </div>
            <div>
              {plan.advance && (
                <Progress
                  at={plan.advance.progress}
                  due={plan.advance.due}
                  label={say('portal.progress', {
                    at: format.percent(Math.round(plan.advance.progress)),
                    due: format.percent(Math.round(plan.advance.due)),
                  })}
                />
              )}
              <small>
                {plan.advance ? say('portal.due_today', { due: format.percent(Math.round(plan.advance.due)) }) : say('portal.unmeasured')}
              </small>
            </div>
          </li>
        ))}
      </ol>
    </Page>
  );
}
