import { Link, useLoaderData, useSearchParams } from 'react-router';
import { sources, trafficBoard, trafficInput, windows } from '#domains/metrics/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Figure } from '#ui/figure.tsx';
import { Head } from '#ui/head.tsx';
import { Banner, Empty } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { TrafficTabs } from './tabs.tsx';
import { TrafficChart } from './traffic-chart.tsx';
import { TrafficFilters } from './traffic-filters.tsx';
import { BySection, BySite, BySource } from './traffic-parts.tsx';
import { trafficVoice } from './traffic-voice.ts';
import { narrowing, periodWords } from './traffic-words.ts';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('traffic.traffic') }] };

export const loader = load(async ({ ctx, url }) => {
  const asked = trafficInput.parse(Object.fromEntries(url.searchParams));
  return { board: await trafficBoard(ctx, { ...asked, day: undefined }), windows, sources };
});

/** How much the sites of the institution are looked at, where in them, and what leads to them. */
export default function Traffic() {
  const { board, ...choices } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const rows = narrowing(params)({}, '/workspace/traffic/rows');
  const { whole, before, origins } = board;
  const voice = trafficVoice(board);
  const imported = origins.filter(({ origin }) => origin !== 'own');
  return (
    <main className="page" id="contenido">
      <title>{`${say('traffic.traffic')} · Pregón`}</title>
      <Head name={say('traffic.traffic')} voice={say(voice.key, { ...voice.vars, period: periodWords(say, format, board) })} />
      <TrafficTabs />
      <TrafficFilters {...board} {...choices} origins={origins.map(({ origin }) => origin)} />
      {whole.views === 0 ? (
        <Empty title={say('traffic.nothing')} actions={<Link to="/workspace/traffic/sites">{say('traffic.sites')}</Link>}>
          {say('traffic.nothing_how')}
        </Empty>
      ) : (
        <>
          {imported.length > 0 && (
            <Banner title={`${say('traffic.imported')} `}>
              {format.list(
                imported.map(({ origin, views }) =>
                  say('traffic.imported_of', { views: format.number(views), origin: say(`traffic.origin.${origin}`) }),
                ),
              )}
            </Banner>
          )}
          <div className="figures">
            <Figure
              big
              value={<Link to={rows}>{format.number(whole.views)}</Link>}
              more={than(say, say('traffic.views'), whole.views, before?.views)}
            />
            <Figure
              big
              value={<Link to={rows}>{format.number(whole.sessions)}</Link>}
              more={than(say, say('traffic.sessions'), whole.sessions, before?.sessions)}
            />
          </div>
          <TrafficChart {...board} />
          <div className="two">
            <div>
              <BySection board={board} />
            </div>
            <div>
              <BySite board={board} />
              <BySource board={board} />
            </div>
          </div>
          <p className="small muted">{say('traffic.means')}</p>
        </>
      )}
    </main>
  );
}

/** «Vistas, 12 % más que antes» */
function than(say: Say, name: string, now: number, before: number | undefined): string {
  if (!before) return name;
  const change = Math.round((100 * (now - before)) / before);
  return `${name} · ${say(change === 0 ? 'traffic.same' : change > 0 ? 'traffic.more' : 'traffic.less', { percent: Math.abs(change) })}`;
}
