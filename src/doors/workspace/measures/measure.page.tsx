import { useLoaderData, useSearchParams } from 'react-router';
import { measureCard, measureInput, measureVoice, type MeasureCard } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Badge } from '#ui/state.tsx';
import { Pages } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { RecordsTable } from '../work/records.tsx';
import { spoken } from '../work/spoken.ts';
import { MeasureAside } from './measure-aside.tsx';
import { partFilters } from './part-filters.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ card }: Data, say: Say) => [
    { name: say('metrics.measures'), to: '/workspace/measures' },
    { name: say(`metrics.measure.${card.measure.code}`) },
  ],
};

export const loader = load(async ({ ctx, params, url }) => {
  const asked = measureInput.parse(Object.fromEntries(url.searchParams));
  const card = await measureCard(ctx, params.measure ?? '', asked);
  return { card, begun: asked.after === undefined, voice: measureVoice(card) };
});

/** A measure down to the last record that it counted. */
export default function Measure() {
  const { card, begun, voice } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const unit = say(`metrics.unit.${card.measure.unit}`);
  const name = say(`metrics.measure.${card.measure.code}`);
  return (
    <main className="page" id="contenido">
      <title>{`${name} · Pregón`}</title>
      <Head
        name={
          <>
            {name} <Badge>{say(`metrics.reads.${card.measure.reads}`)}</Badge>
          </>
        }
        voice={spoken(
          say,
          format,
          voice.map(({ key, vars }) => ({ key, vars: { ...vars, unit } })),
        )}
      />
      <div className="two">
        <div>{card.measure.reads === 'own' ? <Counted card={card} begun={begun} /> : <ByHand card={card} />}</div>
        <MeasureAside card={card} />
      </div>
    </main>
  );
}

function Counted({ card, begun }: { card: MeasureCard; begun: boolean }) {
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const query = new URLSearchParams([...params].filter(([key]) => key !== 'after'));
  const download = (kind: string) => `/workspace/measures/${card.measure.code}/export?${new URLSearchParams([...query, ['format', kind]])}`;
  const after = card.next && `?${new URLSearchParams([...query, ['after', `${card.next.day}.${card.next.id}`]])}`;
  return (
    <>
      <Filters filters={partFilters(card, params, say, format)}>
        <span className="push small">
          {say('work.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <RecordsTable
        rows={card.records}
        today={card.today}
        empty={
          <Empty slim title={say('work.no_records')}>
            {say('metrics.no_records_how')}
          </Empty>
        }
      />
      {(!begun || card.next) && (
        <Pages
          says={say('metrics.records_shown', { shown: card.records.length, count: card.entries })}
          previous={begun ? null : `?${query}`}
          next={after}
        />
      )}
    </>
  );
}

function ByHand({ card }: { card: MeasureCard }) {
  const { say } = useWords();
  return (
    <Empty slim title={say('metrics.by_hand_title')}>
      {say(`metrics.by_hand.${card.measure.code.split('.')[0]}`)}
    </Empty>
  );
}
