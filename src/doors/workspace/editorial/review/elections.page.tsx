import { Form, useLoaderData } from 'react-router';
import {
  declareElectionWindow,
  editorialPolicy,
  electionWindowInput,
  kindCodes,
  listElectionWindows,
  revokedWindowInput,
  revokeElectionWindow,
} from '#domains/editorial/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { dayIn } from '#platform/clock/day.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { crumbs } from '../../organization/crumbs.ts';
import { placesOf } from '../../organization/settings.ts';
import { SettingsTabs } from '../../organization/settings-tabs.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'elections'), topics: () => ['elections'] };

export const loader = load(async ({ ctx, visit }) => {
  const { zone } = await institutionOf(ctx);
  return {
    windows: await listElectionWindows(ctx),
    today: dayIn(visit.now, zone),
    kinds: kindCodes,
    places: placesOf(visit.actor),
    declares: may(visit.actor, editorialPolicy['election.declare'], null),
  };
});

export const action = act(async ({ typed, perform }) => {
  const done = typed.fields.intent === 'revoke' ? await revoke(typed.fields, perform) : await declare(typed.fields, perform);
  return isRefusal(done) ? done : redirect('/workspace/settings/elections');
});

type Perform = Parameters<Parameters<typeof act>[0]>[0]['perform'];

function revoke(fields: unknown, perform: Perform) {
  const input = parse(revokedWindowInput, fields);
  return isRefusal(input) ? input : perform((ctx) => revokeElectionWindow(ctx, input));
}

function declare(fields: unknown, perform: Perform) {
  const input = parse(electionWindowInput, fields);
  return isRefusal(input) ? input : perform((ctx) => declareElectionWindow(ctx, input));
}

/** The times before elections, in which what goes out also passes the legal office and promotes nobody. */
export default function Elections() {
  const { windows, today, kinds, places, declares } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer('declare');
  const inForce = windows.find(({ revokedAt, startsOn, endsOn }) => revokedAt === null && startsOn <= today && today <= endsOn);
  const next = windows.findLast(({ revokedAt, startsOn }) => revokedAt === null && startsOn > today);
  return (
    <main className="page" id="contenido">
      <title>{`${say('review.elections')} · Pregón`}</title>
      <Head
        name={say('review.elections')}
        voice={
          inForce
            ? say('review.elections_voice.now', { name: inForce.name, day: format.day(inForce.endsOn) })
            : next
              ? say('review.elections_voice.next', { name: next.name, day: format.day(next.startsOn) })
              : say('review.elections_voice.none')
        }
      />
      <SettingsTabs places={places} />
      <Section title={say('review.election_windows')} count={windows.length}>
        {windows.length === 0 && (
          <Empty slim title={say('review.no_elections')}>
            {say('review.no_elections_how')}
          </Empty>
        )}
        <ul className="lines">
          {windows.map((one) => (
            <li key={one.id}>
              <div className="what">
                <b>
                  {one.name} <WindowState window={one} today={today} />
                </b>
                <small>
                  {say('review.days', { from: format.day(one.startsOn), to: format.day(one.endsOn) })} · {one.act}
                </small>
                <small>
                  {say('review.election_kinds', { kinds: format.list(one.kinds.map((kind) => say(`pieces.kind.${kind}`).toLowerCase())) })}
                </small>
                {one.candidates.length > 0 && (
                  <small>{say('review.election_candidates', { count: one.candidates.length, names: format.list(one.candidates) })}</small>
                )}
              </div>
              {declares && one.revokedAt === null && one.endsOn >= today && (
                <Form method="post">
                  <input type="hidden" name="window" value={one.id} />
                  <button className="button quiet small" name="intent" value="revoke">
                    {say('review.revoke')} <span className="sr">{one.name}</span>
                  </button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {declares && (
        <Section title={say('review.declare_election')}>
          <Form method="post" className="form" key={windows.length}>
            <FormRefusal answer={answer} />
            <input type="hidden" name="intent" value="declare" />
            <TextField
              name="name"
              label={say('review.election_name')}
              hint={say('review.election_name_hint')}
              required
              maxLength={200}
              answer={answer}
            />
            <TextField
              name="act"
              label={say('review.election_act')}
              hint={say('review.election_act_hint')}
              required
              maxLength={300}
              answer={answer}
            />
            <div className="pair">
              <TextField name="startsOn" type="date" label={say('review.first_day')} required answer={answer} />
              <TextField name="endsOn" type="date" label={say('review.last_day')} required answer={answer} />
            </div>
            <div className="kinds">
              <Choices
                name="kinds"
                several
                legend={say('review.election_which')}
                hint={say('review.election_which_hint')}
                options={kinds.map((kind) => ({ value: kind, label: say(`pieces.kind.${kind}`) }))}
                chosen={kinds.filter((kind) => usual.has(kind))}
                answer={answer}
              />
            </div>
            <TextAreaField
              name="candidates"
              label={say('review.election_names')}
              hint={say('review.election_names_hint')}
              optional
              rows={4}
              answer={answer}
            />
            <p className="actions">
              <button className="button primary">{say('review.declare_election_do')}</button>
            </p>
          </Form>
        </Section>
      )}
    </main>
  );
}

/** What usually shows people: chosen beforehand. */
const usual = new Set(['press_release', 'news', 'success_story', 'speech', 'video', 'audio', 'photo_gallery', 'social_post', 'newsletter']);

function WindowState({
  window: { revokedAt, startsOn, endsOn },
  today,
}: {
  window: { revokedAt: Date | null; startsOn: string; endsOn: string };
  today: string;
}) {
  const { say } = useWords();
  const state = revokedAt ? 'revoked' : endsOn < today ? 'past' : startsOn > today ? 'ahead' : 'now';
  const shape = ({ revoked: 'withdrawn', past: 'withdrawn', ahead: 'scheduled', now: 'live' } as const)[state];
  return <State state={shape}>{say(`review.election_state.${state}`)}</State>;
}
