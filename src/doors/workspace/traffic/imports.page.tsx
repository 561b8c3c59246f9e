import { Form, Link, useLoaderData } from 'react-router';
import {
  beginVisitImport,
  listVisitImports,
  metricsPolicy,
  visitImportLimit,
  visitImportsAtOnce,
  visitImportsFilterInput,
  visitImportStates,
  type VisitImport,
} from '#domains/metrics/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, refuse } from '#platform/refusal.ts';
import { useAnswer } from '#ui/answer.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { PageTurns, TakeAway } from '#ui/list-parts.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { VisitImportStateMark } from './import-state.tsx';
import { TrafficTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('traffic.traffic'), to: '/workspace/traffic' }, { name: say('traffic.place.imports') }],
  topics: () => ['visit_imports'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = visitImportsFilterInput.parse(Object.fromEntries(url.searchParams));
  return {
    ...(await listVisitImports(ctx, filter)),
    filtered: Boolean(filter.q || filter.state || filter.origin),
    page: filter.page,
    states: visitImportStates,
    atOnce: visitImportsAtOnce,
    limit: Math.floor(visitImportLimit / 1_000_000),
    writes: may(visit.actor, metricsPolicy['traffic.import']),
    now: visit.now,
  };
});

export const action = act(
  async ({ typed, perform, visit }) => {
    const [sheet] = typed.files.sheet ?? [];
    if (!sheet) return refuse('input.required', {}, 'sheet');
    const { files, config } = visit.app;
    const begun = await perform(async (ctx) => {
      const kept = await files.keep(ctx, {
        name: sheet.name,
        content: sheet.content(),
        accepts: ['text/csv', 'application/json', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
        limit: visitImportLimit,
      });
      return isRefusal(kept) ? { ...kept, field: 'sheet' } : beginVisitImport(ctx, { files, config }, kept);
    });
    return isRefusal(begun) ? begun : redirect(`/workspace/traffic/imports/${begun.id}`);
  },
  { file: visitImportLimit },
);

/** What other systems counted, brought in. */
export default function Imports() {
  const { imports, total, last, filtered, page, states, atOnce, limit, writes, now } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('traffic.place.imports')} · ${say('traffic.traffic')} · Pregón`}</title>
      <Head
        name={say('traffic.place.imports')}
        voice={last ? say('traffic.voice.imports', { views: last.views, file: last.name }) : say('traffic.voice.no_imports')}
      />
      <TrafficTabs />
      {writes && (
        <Form method="post" encType="multipart/form-data" className="form card">
          <FormRefusal answer={answer} />
          <TextField
            name="sheet"
            type="file"
            accept=".csv,.tsv,.json,.xlsx"
            required
            label={say('traffic.import.file')}
            hint={say('traffic.import.file_hint', { limit })}
            answer={answer}
          />
          <p className="actions">
            <button className="button primary">{say('traffic.import.upload')}</button>
          </p>
        </Form>
      )}
      <Filters
        search={say('traffic.import.find')}
        filters={[
          {
            name: 'state',
            label: say('traffic.state'),
            all: say('traffic.all'),
            options: states.map((state) => ({ value: state, label: say(`traffic.import.state.${state}`).toLowerCase() })),
          },
          {
            name: 'origin',
            label: say('traffic.import.origin'),
            all: say('traffic.all'),
            options: (['matomo', 'umami', 'csv'] as const).map((origin) => ({ value: origin, label: say(`traffic.origin.${origin}`) })),
          },
        ]}
      >
        <TakeAway from="/workspace/traffic/imports/export" />
      </Filters>
      <Table<VisitImport>
        caption={say('traffic.place.imports')}
        rows={imports}
        rowKey={({ id }) => id}
        empty={
          <Empty slim title={say(filtered ? 'traffic.import.none_found' : 'traffic.import.none')}>
            {say(filtered ? 'traffic.import.none_found_how' : 'traffic.import.none_how')}
          </Empty>
        }
        columns={[
          {
            key: 'name',
            name: say('traffic.import.file'),
            phone: 'lead',
            cell: ({ id, name }) => (
              <Link className="quiet" to={`/workspace/traffic/imports/${id}`}>
                {name}
              </Link>
            ),
          },
          { key: 'state', name: say('traffic.state'), phone: 'under', cell: ({ state }) => <VisitImportStateMark state={state} /> },
          { key: 'origin', name: say('traffic.origin'), cell: ({ origin }) => say(`traffic.origin.${origin}`) },
          {
            key: 'site',
            name: say('traffic.site'),
            cell: ({ site, siteName }) => (site === null ? '—' : (siteName ?? say('traffic.portal'))),
          },
          { key: 'faulted', name: say('traffic.import.faulted'), number: true, cell: ({ faulted }) => format.number(faulted) },
          { key: 'views', name: say('traffic.views'), number: true, phone: 'figure', cell: ({ views }) => format.number(views) },
          {
            key: 'who',
            name: say('traffic.import.who'),
            phone: 'second',
            cell: ({ createdBy, createdAt }) => [createdBy, format.ago(createdAt, now)].filter(Boolean).join(' · '),
          },
        ]}
      />
      <PageTurns page={page} atOnce={atOnce} shown={imports.length} total={total} />
    </main>
  );
}
