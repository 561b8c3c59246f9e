import { Form, Link, useActionData, useLoaderData, useSearchParams } from 'react-router';
import {
  editorialPolicy,
  importTerms,
  listTerms,
  loadStartingTerms,
  termFilterInput,
  termInput,
  writeTerm,
  type TermFault,
} from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, refuse } from '#platform/refusal.ts';
import { gather } from '#platform/sheets/gather.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Banner, Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Faults } from './term-faults.tsx';
import { sorts, TermFields } from './term-fields.tsx';
import { TermsTabs } from './terms-tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('assets.assets'), to: '/workspace/assets' }, { name: say('terms.terms') }],
  topics: () => ['terms'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = termFilterInput.parse(Object.fromEntries(url.searchParams));
  return {
    ...(await listTerms(ctx, filter)),
    begun: filter.after === undefined,
    filtered: Boolean(filter.q ?? filter.sort),
    writes: may(visit.actor, editorialPolicy['terms.write']),
    imported: Number(url.searchParams.get('imported')) || 0,
  };
});

/** A term is added; or a file of them comes; or the list of the product is taken as the first one. */
export const action = act(async ({ typed, perform }) => {
  if (typed.fields.intent === 'start') {
    const loaded = await perform((ctx) => loadStartingTerms(ctx));
    return isRefusal(loaded) ? loaded : redirect(`/workspace/terms?imported=${loaded}`);
  }
  if (typed.fields.intent === 'import') {
    const [sheet] = typed.files.sheet ?? [];
    if (!sheet) return refuse('input.required', {}, 'sheet');
    const file = await gather(sheet.name, sheet.content());
    const done = await perform((ctx) => importTerms(ctx, file));
    if (isRefusal(done) || 'faults' in done) return done;
    return redirect(`/workspace/terms?imported=${done.terms}`);
  }
  const input = parse(termInput, typed.fields);
  if (isRefusal(input)) return input;
  const written = await perform((ctx) => writeTerm(ctx, input));
  return isRefusal(written) ? written : redirect(`/workspace/terms?q=${encodeURIComponent(input.term)}`);
});

export default function Terms() {
  const { terms, count, next, begun, filtered, writes, imported } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const [params] = useSearchParams();
  const found = useActionData<{ faults?: TermFault[] } | undefined>();
  const query = new URLSearchParams([...params].filter(([name]) => name !== 'after' && name !== 'imported'));
  return (
    <main className="page" id="contenido">
      <title>{`${say('terms.terms')} · Pregón`}</title>
      <Head
        name={say('terms.terms')}
        voice={filtered ? say('terms.voice_found', { count }) : count === 0 ? say('terms.voice_none') : say('terms.voice', { count })}
      />
      <TermsTabs />
      {writes && <Adding />}
      {imported > 0 && <Banner tone="good">{say('terms.imported', { count: imported })}</Banner>}
      {found?.faults && <Faults faults={found.faults} />}
      <Filters
        search={say('terms.find')}
        filters={[
          {
            name: 'sort',
            label: say('terms.sort'),
            all: say('terms.all'),
            options: sorts.map((sort) => ({ value: sort, label: say(`terms.sort.${sort}`) })),
          },
        ]}
      >
        <span className="push small">
          {say('terms.export')} <a href={`/workspace/terms/export?${query}&format=xlsx`}>XLSX</a> ·{' '}
          <a href={`/workspace/terms/export?${query}&format=csv`}>CSV</a>
        </span>
      </Filters>
      <Table
        caption={say('terms.terms')}
        rows={terms}
        rowKey={({ id }) => id}
        empty={
          filtered ? (
            <Empty slim title={say('terms.none_found')}>
              {say('terms.none_found_how')}
            </Empty>
          ) : (
            <None writes={writes} />
          )
        }
        columns={[
          {
            key: 'term',
            name: say('terms.term'),
            phone: 'lead',
            cell: ({ id, term }) =>
              writes ? (
                <Link className="quiet" to={`/workspace/terms/${id}`}>
                  <b>{term}</b>
                </Link>
              ) : (
                <b>{term}</b>
              ),
          },
          { key: 'sort', name: say('terms.sort'), phone: 'figure', cell: ({ sort }) => say(`terms.sort.${sort}`) },
          {
            key: 'meaning',
            name: say('terms.meaning'),
            phone: 'second',
            cell: ({ meaning, sort }) => meaning || (sort === 'jargon' ? <span className="muted">{say('terms.needless')}</span> : ''),
          },
          { key: 'instead_of', name: say('terms.instead_of'), phone: 'under', cell: ({ insteadOf }) => insteadOf.join(', ') },
        ]}
      />
      <Pages
        says={say('terms.shown', { shown: terms.length, count })}
        previous={begun ? null : `?${query}`}
        next={next === null ? null : `?${new URLSearchParams([...query, ['after', String(next)]])}`}
      />
    </main>
  );
}

function None({ writes }: { writes: boolean }) {
  const { say } = useWords();
  return (
    <Empty
      title={say('terms.none')}
      actions={
        writes && (
          <Form method="post">
            <button className="button primary" name="intent" value="start">
              {say('terms.load')}
            </button>
          </Form>
        )
      }
    >
      {say('terms.none_how')}
    </Empty>
  );
}

function Adding() {
  const { say } = useWords();
  const answer = useAnswer();
  const importing = answer?.typed.intent === 'import';
  return (
    <div className="drawers">
      <details className="drawer-fold" open={answer !== undefined && !importing}>
        <summary>{say('terms.new')}</summary>
        <Form method="post" className="form">
          <FormRefusal answer={importing ? undefined : answer} />
          <TermFields answer={importing ? undefined : answer} />
          <button className="button primary" name="intent" value="write">
            {say('terms.new')}
          </button>
        </Form>
      </details>
      <details className="drawer-fold" open={importing}>
        <summary>{say('terms.import')}</summary>
        <Form method="post" encType="multipart/form-data" className="form">
          <FormRefusal answer={importing ? answer : undefined} />
          <TextField
            name="sheet"
            type="file"
            accept=".csv,.xlsx"
            required
            label={say('terms.import_file')}
            hint={say('terms.import_hint')}
            answer={importing ? answer : undefined}
          />
          <button className="button" name="intent" value="import">
            {say('terms.import')}
          </button>
        </Form>
      </details>
    </div>
  );
}
