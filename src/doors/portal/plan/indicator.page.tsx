import { useLoaderData } from 'react-router';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { Light } from '#ui/state.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { amount, lightWord, whole } from './figure-words.ts';
import { PeriodTable } from './period-table.tsx';
import { standingOf } from './standing.ts';
import { Why } from './why.tsx';

export const loader = load(async ({ ctx, params }) => {
  const { plan, version, figures } = await standingOf(ctx, params.code!);
  const figure = figures.find(({ item }) => String(item) === params.item);
  if (!figure) throw new NotFound(`indicator ${params.item}`);
  return { plan, version, figure };
});

export default function Indicator() {
  const { plan, version, figure } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const written = (value: number) => amount(value, figure.figureUnit, format);
  const voice =
    figure.value === null
      ? say('portal.figure.none')
      : figure.target === null
        ? say('portal.figure.untargeted', { value: written(figure.value), unit: figure.figureUnit })
        : say(figure.due === null ? 'portal.figure.of' : 'portal.figure.voice', {
            value: written(figure.value),
            target: written(figure.target),
            due: figure.due === null ? '' : written(whole(figure.due, figure)),
          });
  return (
    <Page
      title={`${figure.title} · ${plan.title}`}
      description={voice.replaceAll('**', '')}
      here={figure.title}
      crumbs={[
        { to: '/plan', name: say('portal.how_we_go') },
        { to: `/plan/${plan.code}`, name: plan.title },
      ]}
    >
      <header className="head">
        <p className="kicker">
          {plan.title} · {say('portal.version', { number: version.number, day: format.day(version.inForceFrom) })}
        </p>
        <h1 className="title">{figure.title}</h1>
        <Voice sentence={voice} />
        <p>
          <Light light={figure.light}>{lightWord(figure, say)}</Light>
        </p>
      </header>
      <div className="river">
        <section className="section records" aria-labelledby="registros">
          <header>
            <h2 id="registros">{say('portal.records')}</h2>
            <a href={`/plan/${plan.code}/indicators/${figure.item}/data.csv`}>CSV</a>
          </header>
          <PeriodTable figure={figure} />
        </section>
        <section className="section" aria-labelledby="por-que">
          <header>
            <h2 id="por-que">{say('portal.why')}</h2>
          </header>
          <div className="why">
            <Why figure={figure} />
          </div>
        </section>
      </div>
    </Page>
  );
}
