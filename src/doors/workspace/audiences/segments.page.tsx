import { Link, useLoaderData } from 'react-router';
import { audiencesPolicy, listSegments } from '#domains/audiences/index.ts';
import { channelsInForce } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { Done } from './done.tsx';
import { AudienceTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('audiences.audiences'), to: '/workspace/segments' },
    { name: say('audiences.place.segments') },
  ],
  topics: () => ['segments'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const channels = new Map((await channelsInForce(ctx)).map(({ code, name }) => [code, name]));
  return {
    segments: (await listSegments(ctx, url.searchParams.get('q') ?? '')).map(
      ({ code, name, focus, channels: by, rule, count, roughly }) => ({
        code,
        name,
        focus,
        channels: by.map((one) => channels.get(one) ?? one),
        ruled: rule.groups.some(({ conditions }) => conditions.length > 0),
        count,
        roughly,
      }),
    ),
    filtered: url.searchParams.has('q'),
    reads: may(visit.actor, audiencesPolicy['contacts.read']),
    writes: may(visit.actor, audiencesPolicy['segments.write']),
  };
});

export default function Segments() {
  const { segments, filtered, reads, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const unruled = segments.filter(({ ruled }) => !ruled).length;
  const largest = segments.toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0))[0];
  return (
    <main className="page" id="contenido">
      <title>{`${say('audiences.place.segments')} · Pregón`}</title>
      <Head
        name={say('audiences.place.segments')}
        voice={
          segments.length === 0
            ? say('audiences.voice.no_segments')
            : unruled > 0
              ? say('audiences.voice.segments_unruled', { count: unruled, all: segments.length })
              : say('audiences.voice.segments', {
                  count: segments.length,
                  name: largest!.name,
                  largest: format.number(largest!.count ?? 0),
                })
        }
        actions={
          writes && (
            <Link className="button primary" to="/workspace/segments/new">
              {say('audiences.segment.add')}
            </Link>
          )
        }
      />
      <AudienceTabs reads={reads} />
      <Done />
      <Filters search={say('audiences.segment.find')} />
      <Table
        caption={say('audiences.place.segments')}
        rows={segments}
        rowKey={({ code }) => code}
        empty={
          <Empty slim title={say(filtered ? 'audiences.segment.none_found' : 'audiences.segment.none')}>
            {say('audiences.segment.none_how')}
          </Empty>
        }
        columns={[
          {
            key: 'name',
            name: say('audiences.segment.one'),
            phone: 'lead',
            cell: ({ code, name, focus }) => (
              <>
                <Link className="quiet" to={`/workspace/segments/${code}`}>
                  {name}
                </Link>
                {focus && <small>{focus}</small>}
              </>
            ),
          },
          { key: 'channels', name: say('audiences.segment.channels'), phone: 'second', cell: ({ channels }) => channels.join(', ') },
          {
            key: 'count',
            name: say('audiences.place.contacts'),
            number: true,
            phone: 'figure',
            cell: ({ ruled, count, roughly }) =>
              ruled ? (
                count === null ? (
                  ''
                ) : roughly ? (
                  say('audiences.segment.roughly', { count })
                ) : (
                  format.number(count)
                )
              ) : (
                <span className="muted">{say('audiences.segment.unruled')}</span>
              ),
          },
        ]}
      />
    </main>
  );
}
