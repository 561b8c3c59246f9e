import { Link, useLoaderData } from 'react-router';
import { peopleOptions } from '#domains/organization/index.ts';
import {
  activityCard,
  annotate,
  annotationInput,
  assignActivity,
  assignmentInput,
  reportInput,
  reportProgress,
  withdrawalInput,
  withdrawAnnotation,
} from '#domains/plan/index.ts';
import { activityVoice } from '#domains/metrics/index.ts';
import { parse } from '#platform/http/form.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { ActivityState } from './activity-state.tsx';
import { Assignment } from './assignment.tsx';
import { Channels } from './channels.tsx';
import { Notes } from './notes.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportHistory } from './report-history.tsx';
import { RowChanges } from './row-changes.tsx';
import { Said } from './said.tsx';
import { spoken } from './spoken.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ plan, row }: Data, say: Say) => [
    { name: plan.title, to: `/workspace/plans/${plan.id}` },
    { name: say('work.activities'), to: `/workspace/plans/${plan.id}/activities` },
    { name: `${row.number} ${row.title}`.trim() },
  ],
  topics: ({ plan }: Data) => [`plan:${plan.id}`],
};

export const loader = load(async ({ ctx, params, visit }) => {
  if (!/^\d+$/.test(params.item ?? '')) throw new NotFound(`activity ${params.item}`);
  const card = await activityCard(ctx, Number(params.item));
  return {
    ...card,
    voice: activityVoice(card.standing, card.today),
    me: visit.actor.id,
    people: card.mayAnnotate || card.mayAssign ? await peopleOptions(ctx) : [],
  };
});

export const action = act(async ({ typed, perform, params, visit }) => {
  const here = `/workspace/activities/${params.item}`;
  const fields = { ...typed.fields, item: params.item };
  if (typed.fields.intent === 'withdraw') {
    const input = parse(withdrawalInput, fields);
    const result = isRefusal(input) ? input : await perform((ctx) => withdrawAnnotation(ctx, input));
    return isRefusal(result) ? result : redirect(`${here}?done=withdrawn`);
  }
  if (typed.fields.intent === 'annotate') {
    const input = parse(annotationInput, fields);
    const result = isRefusal(input) ? input : await perform((ctx) => annotate(ctx, input));
    return isRefusal(result) ? result : redirect(`${here}?done=annotated`);
  }
  if (typed.fields.intent === 'assign') {
    const input = parse(assignmentInput, fields);
    const result = isRefusal(input) ? input : await perform((ctx) => assignActivity(ctx, input));
    return isRefusal(result) ? result : redirect(`${here}?done=assigned`);
  }
  const input = parse(reportInput, fields);
  if (isRefusal(input)) return input;
  const result = await perform(async (ctx) => {
    const files = await keepTypedFiles(visit.app, ctx, typed);
    return isRefusal(files) ? files : reportProgress(ctx, { ...input, files });
  });
  return isRefusal(result) ? result : redirect(`${here}?done=reported`);
});

export default function Activity() {
  const card = useLoaderData<typeof loader>();
  const { plan, row, segments, channels, standing, above, indicators, today } = card;
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${row.title} · Pregón`}</title>
      <Head
        name={
          <>
            {row.number} {row.title} <ActivityState state={standing.state} />
          </>
        }
        voice={spoken(say, format, card.voice)}
        actions={
          card.mayReport &&
          standing.next && (
            <a className="button primary" href="#report">
              {say('work.report')}
            </a>
          )
        }
      />
      <Said />
      <div className="two">
        <div>
          <ReportForm
            standing={standing}
            may={card.mayReport}
            inForce={card.version.state === 'in_force'}
            recurs={row.recurrence !== 'none'}
          />
          <ReportHistory reports={card.reports} recurs={row.recurrence !== 'none'} owed={standing.owed} today={today} />
          <RowChanges changes={card.changes} today={today} />
        </div>
        <aside>
          <Section title={say('work.what_it_is')}>
            <Facts
              rows={[
                row.description !== '' && [say('work.description'), row.description],
                [say('work.owner'), [row.personName, row.unitName].filter(Boolean).join(', ') || say('work.nobody')],
                [
                  say('work.dates'),
                  say('work.from_to', { from: format.shortDay(row.startsOn!, today), to: format.shortDay(row.endsOn!, today) }),
                ],
                [say('work.rhythm'), say(`work.recurrence.${row.recurrence}`)],
                segments.length > 0 && [say('work.segments'), segments.join(', ')],
                channels.length > 0 && [say('work.channels'), <Channels key="channels" channels={channels} />],
                [
                  say('work.hangs_from'),
                  <Link key="tree" to={`/workspace/plans/${plan.id}/tree?item=${row.item}`}>
                    {above.map(({ title }) => title).join(' › ')}
                  </Link>,
                ],
              ]}
            />
          </Section>
          {card.mayAssign && <Assignment row={row} people={card.people} />}
          <Section title={say('work.indicators')} count={indicators.length}>
            <ul className="files">
              {indicators.map(({ item, title }) => (
                <li key={item}>
                  <Link to={`/workspace/indicators/${item}`}>{title}</Link>
                </li>
              ))}
            </ul>
          </Section>
          <Notes notes={card.notes} may={card.mayAnnotate} me={card.me} today={today} people={card.people} />
        </aside>
      </div>
    </main>
  );
}
