import { Link, useLoaderData } from 'react-router';
import { memoReport, memosAtOnce, memoVoice, readersFilterInput, readingMeans, shortHash, verifyPath } from '#domains/editorial/index.ts';
import { unitOptions, zoneOf } from '#domains/organization/index.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { NotFound } from '#platform/refusal.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { PageTurns, TakeAway } from '#ui/list-parts.tsx';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { AboutMemo } from './about-memo.tsx';
import { Readers } from './readers.tsx';
import { UnitReadings } from './unit-readings.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ memo }: Data, say: Say) => [{ name: say('memos.memos'), to: '/workspace/memos' }, { name: memo.label }],
  topics: ({ memo }: Data) => [`memo:${memo.id}`],
};

export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.memo ?? '')) throw new NotFound(`memo ${params.memo}`);
  const filter = readersFilterInput.parse(Object.fromEntries(url.searchParams));
  const [report, units, zone] = await Promise.all([memoReport(ctx, Number(params.memo), filter), unitOptions(ctx), zoneOf(ctx)]);
  return {
    ...report,
    names: units.map(({ id, name }) => [id, name] as const),
    voice: memoVoice(report.memo, report, formatIn(visit.locale, zone)),
    hash: shortHash(report.memo.sha256),
    verify: verifyPath(report.memo.code),
    page: filter.page,
    filtered: Boolean(filter.q || filter.unit || filter.state),
    noted: Number(url.searchParams.get('noted')) || 0,
    means: readingMeans,
    atOnce: memosAtOnce,
  };
});

/** A signed memo: who has read it and who has not, in each dependency, by which means, and how long it took. */
export default function MemoPage() {
  const { memo, voice, units, sum, notes, readers, total, sheets, names, hash, verify, page, filtered, noted, means, atOnce } =
    useLoaderData<typeof loader>();
  const { say } = useWords();
  const unsent = memo.sentAt === null;
  return (
    <main className="page" id="contenido">
      <title>{`${memo.label} · Pregón`}</title>
      <Head
        name={memo.title}
        voice={say(voice.key, voice.vars)}
        actions={
          <a className="button" href={`/workspace/memos/${memo.id}/document.pdf`}>
            {say('memos.document')}
          </a>
        }
      />
      {noted > 0 && <Banner tone="good">{say('memos.sheet_done', { count: noted })}</Banner>}
      <div className="two">
        <div>
          {!unsent && <UnitReadings memo={memo.id} open={memo.state === 'sent'} units={units} sum={sum} notes={notes} />}
          {!unsent && (
            <Filters
              search={say('memos.find_reader')}
              filters={[
                {
                  name: 'state',
                  label: say('memos.reader_state'),
                  all: say('memos.any'),
                  options: ['unread', 'read', ...means].map((state) => ({ value: state, label: say(`memos.reader_state.${state}`) })),
                },
                {
                  name: 'unit',
                  label: say('memos.unit'),
                  all: say('memos.any'),
                  options: units.flatMap(({ unit, name }) => (unit === null ? [] : [{ value: String(unit), label: name ?? '' }])),
                },
              ]}
            >
              <TakeAway from={`/workspace/memos/${memo.id}/export`} />
            </Filters>
          )}
          <Readers readers={readers} sentAt={memo.sentAt} filtered={filtered} />
          <PageTurns page={page} atOnce={atOnce} shown={readers.length} total={total} />
        </div>
        <aside>
          <AboutMemo memo={memo} sheets={sheets} names={new Map(names)} hash={hash} verify={verify} hours={sum.hours} />
          <p className="small">
            <Link to={`/workspace/pieces/${memo.piece}/memo`}>{say('memos.desk')}</Link>
          </p>
        </aside>
      </div>
    </main>
  );
}
