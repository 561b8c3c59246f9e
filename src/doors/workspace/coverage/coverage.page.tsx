import { Link, useLoaderData, useSearchParams } from 'react-router';
import { coverage, coverageInput, coverageVoice, kinds } from '#domains/editorial/index.ts';
import { listChannels } from '#domains/channels/index.ts';
import { regionMap, regionName, todayOf } from '#domains/organization/index.ts';
import { load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { RegionMap } from '#ui/region-map.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ department }: Data, say: Say) => [
    { name: say('coverage.coverage'), to: '/workspace/coverage' },
    ...(department ? [{ name: department.name }] : []),
  ],
  topics: () => ['portal'],
};

export const loader = load(async ({ ctx, url }) => {
  // All that ever was is asked for; until then, this year.
  if (!url.searchParams.has('year'))
    throw redirect(`?${new URLSearchParams([...url.searchParams, ['year', (await todayOf(ctx)).slice(0, 4)]])}`);
  const asked = coverageInput.parse(Object.fromEntries(url.searchParams));
  const [found, channels] = await Promise.all([coverage(ctx, asked), listChannels(ctx)]);
  const department = asked.department ? { code: asked.department, name: regionName(asked.department) } : null;
  return {
    ...found,
    department,
    map: regionMap(asked.department ?? null),
    voice: coverageVoice(found, department?.name ?? null),
    channels: channels.map(({ code, name }) => ({ value: code, label: name })),
  };
});

export default function CoveragePage() {
  const { regions, all, placed, own, years, department, map, voice, channels } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const within = (code: string) =>
    `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'department'), ['department', code]])}`;
  const pieces = (code: string) => `/workspace/pieces?region=${code}`;
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const title = department ? department.name : say('coverage.coverage');
  return (
    <main className="page" id="contenido">
      <title>{`${title} · Pregón`}</title>
      <Head name={title} voice={say(voice.key, voice.vars)} />
      <Filters
        filters={[
          {
            name: 'year',
            label: say('coverage.year'),
            all: say('coverage.all_m'),
            options: years.map((year) => ({ value: String(year), label: String(year) })),
          },
          {
            name: 'kind',
            label: say('coverage.kind'),
            all: say('coverage.all_m'),
            options: kinds.map(({ code }) => ({ value: code, label: say(`pieces.kind.${code}`) })),
          },
          { name: 'channel', label: say('coverage.channel'), all: say('coverage.all_m'), options: channels },
        ]}
      >
        <span className="push small">
          {say('coverage.export')} <a href={`/workspace/coverage/export?${params}&format=xlsx`}>XLSX</a> ·{' '}
          <a href={`/workspace/coverage/export?${params}&format=csv`}>CSV</a>
        </span>
      </Filters>
      <div className="two">
        <figure className="coverage-map">
          <RegionMap
            {...map}
            label={say('coverage.map')}
            regions={map.shapes.map((shape) => {
              const { name = shape.code, pieces: value = 0 } = byCode.get(shape.code) ?? {};
              const says = say('coverage.says', { name, count: value });
              return { ...shape, name, value, says, to: department ? (value > 0 ? pieces(shape.code) : undefined) : within(shape.code) };
            })}
          />
          <figcaption className="small muted">{say('coverage.credit')}</figcaption>
        </figure>
        <aside>
          {department && (
            <p className="small">
              <Link to={`?${new URLSearchParams([...params].filter(([name]) => name !== 'department'))}`}>{say('coverage.country')}</Link>
              {own > 0 && ` · ${say('coverage.own', { count: own })}`}
            </p>
          )}
          {!department && all > placed && <p className="small muted">{say('coverage.nowhere', { count: all - placed })}</p>}
          <Table
            caption={say('coverage.table')}
            rows={regions}
            rowKey={({ code }) => code}
            columns={[
              {
                key: 'name',
                name: say(department ? 'coverage.municipality' : 'coverage.department'),
                cell: ({ code, name, pieces: count }) => (
                  <Link className={count > 0 ? 'quiet' : 'quiet muted'} to={department ? pieces(code) : within(code)}>
                    {name}
                  </Link>
                ),
              },
              { key: 'code', name: 'DIVIPOLA', cell: ({ code }) => <span className="muted">{code}</span> },
              {
                key: 'pieces',
                name: say('coverage.pieces'),
                number: true,
                cell: ({ pieces: count }) => (count > 0 ? format.number(count) : '—'),
              },
            ]}
          />
        </aside>
      </div>
    </main>
  );
}
