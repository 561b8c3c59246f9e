import { Form, Link, useActionData, useLoaderData } from 'react-router';
import {
  getVisitImport,
  lookAtVisitImport,
  matchedVisitImportInput,
  metricsPolicy,
  runVisitImport,
  siteOptions,
  stopVisitImport,
  visitColumns,
  visitFaultsPage,
  visitImportIdInput,
  type VisitLook,
} from '#domains/metrics/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { reading } from '#platform/http/visit.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { useAnswer } from '#ui/answer.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { VisitImportFaults } from './import-faults.tsx';
import { VisitImportMatching } from './import-matching.tsx';
import { VisitImportStateMark } from './import-state.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ asked }: Data, say: Say) => [{ name: say('traffic.place.imports'), to: '/workspace/traffic/imports' }, { name: asked.name }],
  topics: () => ['visit_imports'],
};

export const loader = load(async ({ ctx, params, visit }) => ({
  asked: await getVisitImport(ctx, Number(params.import)),
  faults: (await visitFaultsPage(ctx, Number(params.import), 0, 20)).faults,
  sites: await siteOptions(ctx),
  targets: visitColumns,
  writes: may(visit.actor, metricsPolicy['traffic.import']),
}));

export const action = act(async ({ typed, params, perform, visit }) => {
  const fields = { ...typed.fields, id: params.import };
  if (typed.fields.intent === 'stop') {
    const input = parse(visitImportIdInput, fields);
    if (isRefusal(input)) return input;
    const stopped = await perform((ctx) => stopVisitImport(ctx, input));
    return isRefusal(stopped) ? stopped : redirect(`/workspace/traffic/imports/${stopped.id}`);
  }
  const input = parse(matchedVisitImportInput, fields);
  if (isRefusal(input)) return input;
  if (typed.fields.intent === 'look') {
    const look = await lookAtVisitImport(reading(visit), visit.app, input);
    return isRefusal(look) ? look : { look, typed: typed.fields };
  }
  const started = await perform((ctx) => runVisitImport(ctx, input));
  return isRefusal(started) ? started : redirect(`/workspace/traffic/imports/${started.id}`);
});

/** One file: whose export it is, what its columns are, what came of it. */
export default function ImportPage() {
  const { asked, faults, sites, targets, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  const found = useActionData<{ look?: VisitLook; typed?: Record<string, string | string[]> } | undefined>();
  const { state, views, rows, faulted, error } = asked;
  const site = sites.find(({ id }) => id === asked.site);
  return (
    <main className="page" id="contenido">
      <title>{`${asked.name} · ${say('traffic.place.imports')} · Pregón`}</title>
      <Head
        name={asked.name}
        low
        voice={say(`traffic.voice.import_${state}`, { views, rows, faulted, why: error ? say(`refusals.${error}`) : '' })}
      />
      {state === 'matching' && writes ? (
        <VisitImportMatching
          asked={asked}
          sites={sites}
          targets={targets}
          look={found?.look}
          chosen={found?.look ? found.typed : undefined}
        />
      ) : (
        <>
          <FormRefusal answer={answer} />
          <Section title={say('traffic.import.file')}>
            <Facts
              rows={[
                [say('traffic.state'), <VisitImportStateMark key="state" state={state} />],
                [say('traffic.origin'), say(`traffic.origin.${asked.origin}`)],
                [say('traffic.site'), site?.name ?? say('traffic.portal')],
                [say('traffic.import.rows'), format.number(rows)],
                [
                  say('traffic.views'),
                  <Link key="views" to={`/workspace/traffic/rows?origin=${asked.origin}&site=${site?.code ?? 'portal'}`}>
                    {format.number(views)}
                  </Link>,
                ],
                [say('traffic.sessions'), format.number(asked.sessions)],
                [say('traffic.import.faulted'), format.number(faulted)],
                asked.leftOut > 0 && [say('traffic.import.left_out_days'), format.number(asked.leftOut)],
              ]}
            />
          </Section>
          {state === 'running' && writes && (
            <Form method="post" className="actions">
              <button className="button" name="intent" value="stop">
                {say('traffic.import.stop')}
              </button>
            </Form>
          )}
        </>
      )}
      {faults.length > 0 && <VisitImportFaults asked={asked} faults={faults} count={faulted} />}
    </main>
  );
}
