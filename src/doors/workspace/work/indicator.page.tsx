import { useLoaderData } from 'react-router';
import { peopleOptions } from '#domains/organization/index.ts';
import {
  annotate,
  annotationInput,
  correctionInput,
  correctReading,
  decideReading,
  readingDecisionInput,
  readingInput,
  takeReading,
  withdrawalInput,
  withdrawAnnotation,
} from '#domains/plan/index.ts';
import { figureVoice, indicatorCard, readsItself } from '#domains/metrics/index.ts';
import { parse } from '#platform/http/form.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal, NotFound, type Refusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { FigureLight } from './figures.tsx';
import { IndicatorAside } from './indicator-aside.tsx';
import { IndicatorChart } from './indicator-chart.tsx';
import { Readings } from './readings.tsx';
import { Records } from './records.tsx';
import { Said } from './said.tsx';
import { spoken } from './spoken.ts';
import { TakeReading } from './take-reading.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ plan, row, above }: Data, say: Say) => [
    { name: say('workspace.rail.plans'), to: '/workspace/plans' },
    { name: plan.title, to: `/workspace/plans/${plan.id}` },
    ...above
      .filter(({ kind }) => kind === 'component')
      .map(({ item, title }) => ({ name: title, to: `/workspace/plans/${plan.id}?component=${item}` })),
    { name: row.title },
  ],
  topics: ({ plan }: Data) => [`plan:${plan.id}`],
};

export const loader = load(async ({ ctx, params, visit }) => {
  if (!/^\d+$/.test(params.item ?? '')) throw new NotFound(`indicator ${params.item}`);
  const card = await indicatorCard(ctx, Number(params.item));
  const { row, own, figure } = card;
  return {
    ...card,
    me: visit.actor.id,
    people: card.may.annotate ? await peopleOptions(ctx) : [],
    voice: figureVoice(figure, { own, percent: row.figureUnit === '%', direction: row.direction! }),
  };
});

export const action = act(async ({ typed, perform, params, visit }) => {
  const fields = { ...typed.fields, item: params.item };
  const done = (name: string, result: object | Refusal) =>
    isRefusal(result) ? result : redirect(`/workspace/indicators/${params.item}?done=${name}`);
  switch (typed.fields.intent) {
    case 'annotate': {
      const input = parse(annotationInput, fields);
      return done('annotated', isRefusal(input) ? input : await perform((ctx) => annotate(ctx, input)));
    }
    case 'withdraw': {
      const input = parse(withdrawalInput, fields);
      return done('withdrawn', isRefusal(input) ? input : await perform((ctx) => withdrawAnnotation(ctx, input)));
    }
    case 'accepted':
    case 'returned': {
      const input = parse(readingDecisionInput, { ...fields, decision: typed.fields.intent });
      return done(typed.fields.intent, isRefusal(input) ? input : await perform((ctx) => decideReading(ctx, input)));
    }
    case 'correct': {
      const input = parse(correctionInput, fields);
      if (isRefusal(input)) return input;
      return done(
        'corrected',
        await perform(async (ctx) => {
          const files = await keepTypedFiles(visit.app, ctx, typed);
          return isRefusal(files) ? files : correctReading(ctx, { ...input, files });
        }),
      );
    }
    default: {
      const [startsOn, endsOn] = String(typed.fields.period ?? '').split('/');
      const input = parse(readingInput, { ...fields, startsOn, endsOn });
      if (isRefusal(input)) return input;
      return done(
        'taken',
        await perform(async (ctx) => {
          const files = await keepTypedFiles(visit.app, ctx, typed);
          return isRefusal(files) ? files : takeReading(ctx, { ...input, files }, readsItself);
        }),
      );
    }
  }
});

export default function Indicator() {
  const card = useLoaderData<typeof loader>();
  const { row, figure, may, own } = card;
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${row.title} · Pregón`}</title>
      <Head
        name={
          <>
            {row.title} <FigureLight light={figure.light} target={figure.target} />
          </>
        }
        voice={spoken(say, format, card.voice)}
        actions={
          <>
            <a className="button" href={`/workspace/indicators/${row.item}/export?format=csv`}>
              {say('work.download_csv')}
            </a>
            {may.take ? (
              <a className="button" href="#take">
                {say('work.take')}
              </a>
            ) : (
              may.annotate && (
                <a className="button primary" href="#notes">
                  {say('work.annotate')}
                </a>
              )
            )}
          </>
        }
      />
      <Said />
      <div className="two">
        <div>
          <IndicatorChart card={card} />
          <Readings card={card} />
          {own ? <Records card={card} /> : <TakeReading card={card} />}
        </div>
        <IndicatorAside card={card} />
      </div>
    </main>
  );
}
