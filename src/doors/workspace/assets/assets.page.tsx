import { Link, useLoaderData, useSearchParams } from 'react-router';
import {
  assetKinds,
  assetProblems,
  assetsVoice,
  editorialPolicy,
  libraryStanding,
  libraryTags,
  listAssets,
} from '#domains/editorial/index.ts';
import { todayOf, unitOptions } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { assetsFilter } from './assets-filter.ts';
import { Thumbnail } from './thumbnail.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('assets.assets') }],
  topics: () => ['assets'],
};

export const loader = load(async ({ ctx, visit, url }) => {
  const { after, ...filter } = assetsFilter(url);
  const [page, standing, tags, units, today] = await Promise.all([
    listAssets(ctx, { ...filter, after }),
    libraryStanding(ctx),
    libraryTags(ctx),
    unitOptions(ctx),
    todayOf(ctx),
  ]);
  return {
    ...page,
    assets: page.assets.map((asset) => ({
      id: asset.id,
      kind: asset.kind,
      title: asset.title,
      alt: asset.alt,
      file: asset.file,
      fileName: asset.fileName,
      size: asset.size,
      secret: asset.secret,
      uses: asset.uses,
      problems: assetProblems(asset, today),
    })),
    voice: assetsVoice(standing),
    filtered: Object.values(filter).some(Boolean),
    begun: after === undefined,
    tags,
    units: units.filter(({ depth, id }) => depth < 2 || id === filter.unit).slice(0, 60),
    uploads: may(visit.actor, editorialPolicy['assets.write']),
  };
});

type Row = Awaited<ReturnType<typeof loader>>['assets'][number];

const states = ['rights', 'expired', 'words', 'unused', 'withdrawn'] as const;

export default function Assets() {
  const { assets, count, next, voice, filtered, begun, tags, units, uploads } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const query = new URLSearchParams(params);
  query.delete('after');
  return (
    <main className="page" id="contenido">
      <title>{`${say('assets.assets')} · Pregón`}</title>
      <Head
        name={say('assets.assets')}
        voice={say(voice.key, voice.vars)}
        actions={
          <>
            <Link className="button" to="/workspace/terms">
              {say('assets.terms')}
            </Link>
            {uploads && (
              <Link className="button primary" to="/workspace/assets/new">
                {say('assets.upload')}
              </Link>
            )}
          </>
        }
      />
      <Filters
        search={say('assets.find')}
        filters={[
          {
            name: 'kind',
            label: say('assets.kind'),
            all: say('assets.all_f'),
            options: assetKinds.map((kind) => ({ value: kind, label: say(`assets.kind.${kind}`) })),
          },
          {
            name: 'state',
            label: say('assets.state'),
            all: say('assets.all_m'),
            options: states.map((state) => ({ value: state, label: say(`assets.state.${state}`) })),
          },
          ...(tags.length === 0
            ? []
            : [
                {
                  name: 'tag',
                  label: say('assets.tag'),
                  all: say('assets.all_f'),
                  options: tags.map(({ tag, count: used }) => ({ value: tag, label: `${tag} (${format.number(used)})` })),
                },
              ]),
          {
            name: 'unit',
            label: say('assets.unit'),
            all: say('assets.all_f'),
            options: units.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u2003'.repeat(depth)}${name}` })),
          },
        ]}
      >
        <span className="push small">
          {say('assets.export')} <a href={`/workspace/assets/export?${query}&format=xlsx`}>XLSX</a> ·{' '}
          <a href={`/workspace/assets/export?${query}&format=csv`}>CSV</a>
        </span>
      </Filters>
      {assets.length === 0 ? (
        <Nothing filtered={filtered} />
      ) : (
        <ul className="assets" aria-label={say('assets.assets')}>
          {assets.map((asset) => (
            <Tile key={asset.id} asset={asset} />
          ))}
        </ul>
      )}
      <Pages
        says={say('assets.shown', { shown: assets.length, count })}
        previous={begun ? null : `?${query}`}
        next={next === null ? null : `?${new URLSearchParams([...query, ['after', String(next)]])}`}
      />
    </main>
  );
}

function Tile({ asset }: { asset: Row }) {
  const { say, format } = useWords();
  return (
    <li>
      <Link to={`/workspace/assets/${asset.id}`}>
        <Thumbnail asset={{ ...asset, alt: '' }} />
        <b>{asset.title}</b>
      </Link>
      <small>
        {say(`assets.kind.${asset.kind}`)} · {format.size(asset.size)}
        {asset.uses > 0 && <> · {say('assets.used', { count: asset.uses })}</>}
      </small>
      {asset.secret && <small>{say('assets.secret')}</small>}
      {asset.problems[0] && (
        <small className={asset.problems[0] === 'licence' ? 'late' : 'soon'}>
          {say(`assets.lacks.${asset.problems[0]}`)}
          {asset.problems.length > 1 && ` ${say('assets.and_more', { count: asset.problems.length - 1 })}`}
        </small>
      )}
    </li>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { say } = useWords();
  return filtered ? (
    <Empty slim title={say('assets.none_found')}>
      {say('assets.none_found_how')}
    </Empty>
  ) : (
    <Empty title={say('assets.none')}>{say('assets.none_how')}</Empty>
  );
}
