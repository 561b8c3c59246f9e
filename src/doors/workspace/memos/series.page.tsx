import { Form, useLoaderData } from 'react-router';
import {
  closedSeriesInput,
  closeSeries,
  editorialPolicy,
  memoKinds,
  memoSeries,
  openSeries,
  seriesInput,
} from '#domains/editorial/index.ts';
import { unitOptions } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { SelectField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('memos.memos'), to: '/workspace/memos' }, { name: say('memos.series') }],
  topics: () => ['memos'],
};

export const loader = load(async ({ ctx, visit }) => {
  const numbers = may(visit.actor, editorialPolicy['memos.number'], null);
  return { series: await memoSeries(ctx), numbers, kinds: memoKinds, units: numbers ? await unitOptions(ctx) : [] };
});

export const action = act(async ({ typed, command }) => {
  const done =
    typed.fields.intent === 'close'
      ? await command(closedSeriesInput, typed.fields, closeSeries)
      : await command(seriesInput, typed.fields, openSeries);
  return isRefusal(done) ? done : redirect('/workspace/memos/series');
});

/** In what series memos and circulars are numbered. */
export default function Series() {
  const { series, numbers, kinds, units } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('memos.series')} · ${say('memos.memos')} · Pregón`}</title>
      <Head name={say('memos.series')} voice={say('memos.series_voice', { count: series.length })} />
      <Table
        caption={say('memos.series')}
        rows={series}
        rowKey={({ id }) => id}
        empty={
          <Empty slim title={say('memos.series_voice', { count: 0 })}>
            {say('memos.series_none_how')}
          </Empty>
        }
        columns={[
          { key: 'prefix', name: say('memos.series_prefix'), phone: 'lead', cell: (row) => <b>{row.prefix}</b> },
          { key: 'kind', name: say('memos.kind'), phone: 'second', cell: (row) => say(`pieces.kind.${row.kind}`) },
          { key: 'unit', name: say('memos.unit'), phone: 'under', cell: (row) => row.unitName ?? say('memos.series_whole') },
          {
            key: 'next',
            name: say('memos.series_next'),
            number: true,
            phone: 'figure',
            cell: (row) => String(row.last + 1).padStart(3, '0'),
          },
          ...(numbers
            ? [
                {
                  key: 'close',
                  name: <span className="sr">{say('memos.series_close')}</span>,
                  cell: (row: { id: number; prefix: string }) => (
                    <Form method="post">
                      <input type="hidden" name="intent" value="close" />
                      <button className="button small" name="series" value={row.id}>
                        {say('memos.series_close')} <span className="sr">{row.prefix}</span>
                      </button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
      />
      {numbers && (
        <SectionForm title={say('memos.series_open')} intent="open" does={say('memos.series_open')} tone="primary">
          {(answer) => (
            <>
              <SelectField
                name="kind"
                label={say('memos.kind')}
                answer={answer}
                defaultValue="circular"
                options={kinds.map((kind) => ({ value: kind, label: say(`pieces.kind.${kind}`) }))}
              />
              <SelectField
                name="unit"
                label={say('memos.unit')}
                hint={say('memos.series_unit_hint')}
                blank={say('memos.series_whole')}
                answer={answer}
                options={units.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u00a0\u00a0'.repeat(depth)}${name}` }))}
              />
              <TextField
                name="prefix"
                label={say('memos.series_prefix')}
                hint={say('memos.series_prefix_hint')}
                maxLength={60}
                answer={answer}
                required
              />
              <TextField
                name="last"
                type="number"
                min={0}
                label={say('memos.series_last')}
                hint={say('memos.series_last_hint')}
                answer={answer}
                optional
              />
            </>
          )}
        </SectionForm>
      )}
    </main>
  );
}
