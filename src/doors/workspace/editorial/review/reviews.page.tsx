import { Form, Link, useLoaderData } from 'react-router';
import {
  dismissStandIn,
  editorialPolicy,
  endedStandInInput,
  listStandIns,
  nameStandIn,
  standInInput,
  waitingReviews,
  type ReturnedPiece,
} from '#domains/editorial/index.ts';
import { peopleOptions } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { ListTabs } from '../list-tabs.tsx';
import { AskedSteps } from './asked-steps.tsx';
import { useMoment } from './moments.ts';
import { reviewsVoice } from './reviews-voice.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('pieces.pieces'), to: '/workspace/pieces' }, { name: say('review.reviews') }],
  topics: () => ['reviews', 'pieces'],
};

export const loader = load(async ({ ctx, visit }) => {
  const everybody = may(visit.actor, editorialPolicy['stand_ins.name_for_others']);
  const [waiting, standIns, people] = await Promise.all([waitingReviews(ctx), listStandIns(ctx, { everybody }), peopleOptions(ctx)]);
  return {
    ...waiting,
    standIns: standIns.map((one) => ({ ...one, ends: everybody || one.person === visit.actor.id })),
    people: people.map(({ id, name, unit }) => ({ value: id, label: unit ? `${name} · ${unit}` : name })),
    me: visit.actor.id,
    everybody,
  };
});

export const action = act(async ({ typed, perform }) => {
  const done = typed.fields.intent === 'dismiss' ? await dismiss(typed.fields, perform) : await name(typed.fields, perform);
  return isRefusal(done) ? done : redirect('/workspace/reviews#stand-ins');
});

type Perform = Parameters<Parameters<typeof act>[0]>[0]['perform'];

function dismiss(fields: unknown, perform: Perform) {
  const input = parse(endedStandInInput, fields);
  return isRefusal(input) ? input : perform((ctx) => dismissStandIn(ctx, input));
}

function name(fields: unknown, perform: Perform) {
  const input = parse(standInInput, fields);
  return isRefusal(input) ? input : perform((ctx) => nameStandIn(ctx, input));
}

/** What waits for who came in, what came back to him, and what he waits for. */
export default function Reviews() {
  const { forMe, forOthers, returned, standIns, people, me, everybody } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const answer = useAnswer('name');
  const late = forMe.filter(({ dueAt }) => dueAt !== null && dueAt < now).length;
  return (
    <main className="page" id="contenido">
      <title>{`${say('review.reviews')} · Pregón`}</title>
      <Head
        name={say('review.reviews')}
        voice={reviewsVoice(say, { waiting: forMe.length, late, returned: returned.length, others: forOthers.length })}
      />
      <ListTabs waiting={forMe.length} />
      <Section id="mine" title={say('review.for_me')} count={forMe.length}>
        {forMe.length === 0 ? (
          <Empty slim title={say('review.for_me_none')}>
            {say('review.for_me_how')}
          </Empty>
        ) : (
          <AskedSteps steps={forMe} whose="mine" />
        )}
      </Section>
      {returned.length > 0 && (
        <Section id="returned" title={say('review.returned_to_me')} count={returned.length}>
          <Returned pieces={returned} />
        </Section>
      )}
      <Section id="others" title={say('review.for_others')} count={forOthers.length}>
        {forOthers.length === 0 ? (
          <Empty slim title={say('review.for_others_none')}>
            {say('review.for_others_how')}
          </Empty>
        ) : (
          <AskedSteps steps={forOthers} whose="others" />
        )}
      </Section>
      <Section id="stand-ins" title={say('review.stand_ins')} count={standIns.length}>
        {standIns.length === 0 && <p className="small muted">{say('review.stand_ins_none')}</p>}
        <ul className="lines">
          {standIns.map((one) => (
            <li key={one.id}>
              <span className="what">
                <b>{say('review.stands_in', { who: one.standInName, for: one.personName })}</b>
                <small>{say('review.days', { from: format.shortDay(one.startsOn), to: format.shortDay(one.endsOn) })}</small>
              </span>
              {one.ends && (
                <Form method="post">
                  <input type="hidden" name="id" value={one.id} />
                  <button className="button quiet small" name="intent" value="dismiss">
                    {say('review.dismiss')} <span className="sr">{one.standInName}</span>
                  </button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        <details className="add-stand-in" open={answer !== undefined || undefined}>
          <summary className="button small">{say('review.name_stand_in')}</summary>
          <Form method="post" className="form" key={standIns.length}>
            <FormRefusal answer={answer} />
            <input type="hidden" name="intent" value="name" />
            {everybody && (
              <SelectField name="person" label={say('review.who_is_away')} options={people} defaultValue={me ?? ''} answer={answer} />
            )}
            <SelectField
              name="standIn"
              label={say('review.who_decides')}
              blank={say('review.choose')}
              options={people.filter(({ value }) => everybody || value !== me)}
              required
              answer={answer}
            />
            <div className="pair">
              <TextField name="startsOn" type="date" label={say('review.first_day')} required answer={answer} />
              <TextField name="endsOn" type="date" label={say('review.last_day')} required answer={answer} />
            </div>
            <p className="actions">
              <button className="button">{say('review.name_stand_in_do')}</button>
            </p>
          </Form>
        </details>
      </Section>
    </main>
  );
}

function Returned({ pieces }: { pieces: readonly ReturnedPiece[] }) {
  const { say } = useWords();
  const moment = useMoment();
  return (
    <ul className="lines">
      {pieces.map((one) => (
        <li key={one.piece}>
          <Link className="quiet what" to={`/workspace/pieces/${one.piece}/review`}>
            <b>{one.title}</b>
            <small>
              {one.returnedByName ?? say('review.somebody')}, {moment(one.returnedAt)}: {one.note}
            </small>
          </Link>
          <Link className="button small" to={`/workspace/pieces/${one.piece}`}>
            {say('review.mend')} <span className="sr">{one.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
