import { Link, useLoaderData, useSearchParams } from 'react-router';
import { dayIn } from '#platform/clock/day.ts';
import { listChannels } from '#domains/channels/index.ts';
import {
  campaignOptions,
  editorialPolicy,
  kindCodes,
  listPieces,
  piecesAtOnce,
  piecesCounted,
  piecesVoice,
  segmentChoices,
} from '#domains/editorial/index.ts';
import { unitOptions, zoneOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { placeFilter } from '../coverage/place-filter.ts';
import { placesAsked } from '../coverage/places-asked.ts';
import { PieceStateMark } from './piece-state.tsx';
import { ListTabs } from './list-tabs.tsx';
import { piecesFilter } from './pieces-filter.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('pieces.pieces') }],
  topics: () => ['pieces'],
};

export const loader = load(async ({ ctx, visit, url }) => {
  const filter = piecesFilter(url);
  const [zone, list, units, campaigns, channels, segments] = await Promise.all([
    zoneOf(ctx),
    listPieces(ctx, filter),
    unitOptions(ctx),
    campaignOptions(ctx),
    listChannels(ctx),
    segmentChoices(ctx),
  ]);
  return {
    ...list,
    rows: list.rows.map((piece) => ({ ...piece, outOn: piece.publishedAt && dayIn(piece.publishedAt, zone) })),
    page: filter.page,
    more: list.found > piecesCounted ? list.rows.length === piecesAtOnce : filter.page * piecesAtOnce < list.found,
    counted: Math.min(list.found, piecesCounted),
    filtered: [...url.searchParams].some(([name, value]) => name !== 'page' && value !== ''),
    voice: piecesVoice(list.counts, list.found),
    writes: may(visit.actor, editorialPolicy['pieces.write']),
    reviews: may(visit.actor, editorialPolicy['pieces.review']),
    options: { units, campaigns, channels, segments, kinds: kindCodes, places: placesAsked(filter.region) },
  };
});

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

const states = ['open', 'late', 'draft', 'in_review', 'approved', 'scheduled', 'published', 'expired', 'withdrawn', 'discarded'] as const;

export default function Pieces() {
  const { rows, found, counted, page, more, filtered, voice, writes, reviews, options, today } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const [params] = useSearchParams();
  const to = (number: number) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['page', String(number)]])}`;
  const download = (form: string) => `/workspace/pieces/export?${new URLSearchParams([...params, ['format', form]])}`;
  const chip = (name: string, all: 'all_f' | 'all_m' | 'any', list: readonly { value: string; label: string }[]) => ({
    name,
    label: say(`pieces.${name === 'q' ? 'find' : name}`),
    all: say(`pieces.${all}`),
    options: list,
  });
  const begin = writes && (
    <Link className="button primary" to="/workspace/pieces/new">
      {say('pieces.new')}
    </Link>
  );
  return (
    <main className="page" id="contenido">
      <title>{`${say('pieces.pieces')} · Pregón`}</title>
      <Head name={say('pieces.pieces')} voice={say(voice.key, voice.vars)} actions={begin} />
      {reviews && <ListTabs />}
      <Filters
        search={say('pieces.find')}
        filters={[
          chip(
            'state',
            'any',
            states.map((state) => ({ value: state, label: say(`pieces.state.${state}`) })),
          ),
          chip(
            'kind',
            'all_m',
            options.kinds.map((code) => ({ value: code, label: say(`pieces.kind.${code}`) })),
          ),
          chip(
            'unit',
            'all_f',
            options.units.map(({ id, name }) => ({ value: String(id), label: name })),
          ),
          chip(
            'campaign',
            'all_f',
            options.campaigns.map(({ id, name }) => ({ value: String(id), label: name })),
          ),
          chip(
            'channel',
            'all_m',
            options.channels.map(({ code, name }) => ({ value: code, label: name })),
          ),
          chip(
            'segment',
            'all_m',
            options.segments.map(({ code, name }) => ({ value: code, label: name })),
          ),
          placeFilter(say, options.places),
          chip(
            'line',
            'all_f',
            (['information', 'training', 'participation'] as const).map((line) => ({ value: line, label: say(`pieces.line.${line}`) })),
          ),
        ]}
      >
        <span className="push small">
          {say('pieces.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
        </span>
      </Filters>
      <Table
        caption={say('pieces.pieces')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          filtered ? (
            <Empty slim title={say('pieces.none_found')}>
              {say('pieces.none_found_how')}
            </Empty>
          ) : (
            <Empty title={say('pieces.none')}>{say('pieces.none_how')}</Empty>
          )
        }
        columns={[
          {
            key: 'title',
            name: say('pieces.piece'),
            phone: 'lead',
            cell: (piece) => (
              <>
                <Link className="quiet" to={`/workspace/pieces/${piece.id}`}>
                  <b>{piece.title}</b>
                </Link>
                <small>
                  {say(`pieces.kind.${piece.kind}`)}
                  {piece.class !== 'public' && ` · ${say(`pieces.class.${piece.class}`)}`}
                  {piece.campaignName && ` · ${piece.campaignName}`}
                </small>
              </>
            ),
          },
          {
            key: 'unit',
            name: say('pieces.unit'),
            phone: 'second',
            cell: ({ unitName, ownerName }) => (
              <>
                <span className="of-unit">{unitName}</span>
                <small>{ownerName ?? say('pieces.nobody')}</small>
              </>
            ),
          },
          { key: 'state', name: say('pieces.state'), phone: 'under', cell: ({ state }) => <PieceStateMark state={state} /> },
          { key: 'when', name: say('pieces.due'), number: true, phone: 'figure', cell: (piece) => <When piece={piece} today={today} /> },
        ]}
      />
      <Pages
        says={say(found > counted ? 'pieces.shown_of_more' : 'pieces.shown', { shown: rows.length, count: counted })}
        previous={page > 1 ? to(page - 1) : null}
        next={more ? to(page + 1) : null}
      />
    </main>
  );
}

/** When it came out, comes out, or should. */
function When({ piece, today }: { piece: Row; today: string }) {
  const { say, format } = useWords();
  if (piece.outOn) return <>{say('pieces.out_at', { day: format.shortDay(piece.outOn, today) })}</>;
  if (piece.publishAt) return <>{say('pieces.comes_out', { at: format.instant(piece.publishAt) })}</>;
  if (!piece.dueOn) return null;
  const late = piece.dueOn < today && piece.state !== 'discarded' && piece.state !== 'withdrawn';
  return (
    <span className={late ? 'late' : undefined}>
      {say(late ? 'pieces.late_since' : 'pieces.for_day', { day: format.shortDay(piece.dueOn, today) })}
    </span>
  );
}
