import { Form, useLoaderData } from 'react-router';
import { failedWork, retryShape, retryWork } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { crumbs } from './crumbs.ts';
import { Done } from './done.tsx';
import { mayEdit, placesOf } from './settings.ts';
import { SettingsTabs } from './settings-tabs.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'work'), topics: () => ['work'] };

export const loader = load(async ({ ctx, visit, url }) => {
  const page = Math.max(0, Math.trunc(Number(url.searchParams.get('page')) || 0));
  return { ...(await failedWork(ctx, page)), page, retries: mayEdit(visit.actor, 'jobs.retry', null), places: placesOf(visit.actor) };
});

export const action = act(async ({ typed, perform }) => {
  const input = parse(retryShape, typed.fields);
  if (isRefusal(input)) return input;
  await perform((ctx) => retryWork(ctx, input));
  return redirect('/workspace/settings/work?done=work.retry');
});

export default function FailedWork() {
  const { reactions, jobs, more, page, retries, places } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const count = reactions.length + jobs.length;
  const again = (name: 'reaction' | 'job', value: string | number, what: string) =>
    retries && (
      <Form method="post">
        <button className="button small" name={name} value={value} aria-label={say('organization.work.retry_of', { name: what })}>
          {say('organization.work.retry')}
        </button>
      </Form>
    );
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.place.work')} · Pregón`}</title>
      <Head
        name={say('organization.place.work')}
        voice={say(more ? 'organization.work.voice_many' : 'organization.work.voice', { count })}
      />
      <SettingsTabs places={places} />
      <Done />
      {count === 0 && page === 0 ? (
        <Empty title={say('organization.work.none')}>{say('organization.work.none_how')}</Empty>
      ) : (
        <>
          <Section title={say('organization.work.reactions')} count={format.number(reactions.length)}>
            <Table
              className="stacked"
              caption={say('organization.list_of', { what: say('organization.work.reactions') })}
              rows={reactions}
              rowKey={({ id }) => id}
              empty={<Empty slim title={say('organization.work.none')} />}
              columns={[
                {
                  key: 'what',
                  name: say('organization.work.what'),
                  cell: (row) => (
                    <>
                      <code>{row.reaction}</code>
                      <small>
                        {row.name} · {row.subject_type} {row.subject_id}
                      </small>
                    </>
                  ),
                },
                { key: 'error', name: say('organization.work.error'), cell: (row) => row.error },
                { key: 'attempts', name: say('organization.work.attempts'), number: true, cell: (row) => format.number(row.attempts) },
                { key: 'when', name: say('organization.audit.when'), cell: (row) => row.dead_at && format.instant(row.dead_at) },
                {
                  key: 'retry',
                  name: <span className="sr">{say('organization.work.retry')}</span>,
                  cell: (row) => again('reaction', row.id, row.reaction),
                },
              ]}
            />
            <Pages says="" previous={page > 0 ? `?page=${page - 1}` : null} next={more ? `?page=${page + 1}` : null} />
          </Section>
          <Section title={say('organization.work.jobs')} count={format.number(jobs.length)}>
            <Table
              className="stacked"
              caption={say('organization.list_of', { what: say('organization.work.jobs') })}
              rows={jobs}
              rowKey={({ id }) => id}
              empty={<Empty slim title={say('organization.work.none')} />}
              columns={[
                { key: 'what', name: say('organization.work.what'), cell: (row) => <code>{row.name}</code> },
                { key: 'error', name: say('organization.work.error'), cell: (row) => row.error },
                { key: 'attempts', name: say('organization.work.attempts'), number: true, cell: (row) => format.number(row.attempts) },
                { key: 'when', name: say('organization.audit.when'), cell: (row) => row.failed_at && format.instant(row.failed_at) },
                {
                  key: 'retry',
                  name: <span className="sr">{say('organization.work.retry')}</span>,
                  cell: (row) => again('job', row.id, row.name),
                },
              ]}
            />
          </Section>
        </>
      )}
    </main>
  );
}
