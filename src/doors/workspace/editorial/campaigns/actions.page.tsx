import { Form, useLoaderData } from 'react-router';
import { actionInput, actionMoveInput, moveAction, planAction } from '#domains/editorial/index.ts';
import { channelsInForce } from '#domains/plan/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { daysLate } from '#platform/i18n/format.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { CampaignHead } from './campaign-head.tsx';
import { CampaignTable } from './campaign-table.tsx';
import { ActionStateMark } from './campaign-state.tsx';
import { campaignFrame, campaignHandle } from './frame.ts';
import { Sums } from './sums.tsx';

export const handle = campaignHandle('campaigns.actions');

export const loader = load(async (asked) => {
  const [frame, channels] = await Promise.all([campaignFrame(asked), channelsInForce(asked.ctx)]);
  return {
    ...frame,
    late: Object.fromEntries(frame.actions.map(({ id, state, endsOn }) => [id, state === 'planned' ? daysLate(endsOn, frame.today) : 0])),
    channels: channels.map(({ name }) => name),
  };
});

export const action = act(async ({ typed, command, params }) => {
  const given = { ...typed.fields, campaign: params.campaign };
  const plans = typed.fields.intent === 'plan';
  const done = plans ? await command(actionInput, given, planAction) : await command(actionMoveInput, given, moveAction);
  return isRefusal(done) ? done : redirect(`/workspace/campaigns/${params.campaign}/actions?done=${plans ? 'action' : 'action_moved'}`);
});

/** What is done in a campaign, by what means and when; its sums by class. */
export default function Actions() {
  const data = useLoaderData<typeof loader>();
  const { actions, writes, late, channels, campaign, today } = data;
  const { say, format } = useWords();
  const planned = useAnswer('plan');
  const moved = useAnswer('move');
  return (
    <main className="page" id="contenido">
      <CampaignHead frame={data} here="actions" />
      <FormRefusal answer={moved} />
      <div className="two">
        <div>
          <CampaignTable
            of="actions"
            rows={actions}
            columns={[
              {
                key: 'title',
                name: say('campaigns.action'),
                phone: 'lead',
                cell: (one) => (
                  <>
                    <b>{one.title}</b>
                    <small>
                      {[say(`campaigns.class_short.${one.class}`), say(`campaigns.mode.${one.mode}`), one.channel]
                        .filter(Boolean)
                        .join(' · ')}
                      {one.note && ` · ${one.note}`}
                    </small>
                  </>
                ),
              },
              {
                key: 'dates',
                name: say('campaigns.dates'),
                phone: 'second',
                cell: ({ startsOn, endsOn }) => (
                  <span className="whole">
                    {startsOn === endsOn
                      ? format.shortDay(startsOn, today)
                      : say('campaigns.from_to', { from: format.shortDay(startsOn, today), to: format.shortDay(endsOn, today) })}
                  </span>
                ),
              },
              { key: 'spent', name: say('campaigns.spent'), number: true, cell: ({ spent }) => (spent > 0 ? format.money(spent) : '') },
              {
                key: 'state',
                name: say('campaigns.state'),
                phone: 'under',
                cell: ({ id, state }) => (
                  <>
                    <ActionStateMark state={state} />
                    {late[id]! > 0 && <small className="late">{say('campaigns.late', { count: late[id]! })}</small>}
                  </>
                ),
              },
              {
                key: 'do',
                name: <span className="sr">{say('campaigns.action_do')}</span>,
                phone: 'figure',
                cell: (one) => writes && <Moves action={one} />,
              },
            ]}
          />
          <Sums sums={data.sums} />
        </div>
        <aside>
          {writes && (
            <Section title={say('campaigns.action_plan')}>
              <Form method="post" className="form" key={actions.length}>
                <FormRefusal answer={planned} />
                <TextField
                  name="title"
                  label={say('campaigns.action_title')}
                  hint={say('campaigns.action_title_hint')}
                  answer={planned}
                  maxLength={200}
                />
                <SelectField
                  name="class"
                  label={say('campaigns.class')}
                  answer={planned}
                  options={(['ATL', 'BTL', 'digital'] as const).map((value) => ({ value, label: say(`campaigns.class.${value}`) }))}
                />
                <SelectField
                  name="mode"
                  label={say('campaigns.mode')}
                  answer={planned}
                  options={(['offline', 'online'] as const).map((value) => ({ value, label: say(`campaigns.mode.${value}`) }))}
                />
                <TextField
                  name="channel"
                  label={say('campaigns.channel')}
                  hint={say('campaigns.channel_hint')}
                  optional
                  answer={planned}
                  maxLength={120}
                  list="channels"
                />
                <datalist id="channels">
                  {channels.map((name) => (
                    <option key={name} value={name} />
                  ))}
                </datalist>
                <TextField
                  name="startsOn"
                  type="date"
                  label={say('campaigns.starts_on')}
                  answer={planned}
                  defaultValue={campaign.startsOn}
                />
                <TextField name="endsOn" type="date" label={say('campaigns.ends_on')} answer={planned} defaultValue={campaign.endsOn} />
                <p className="actions">
                  <button className="button primary" name="intent" value="plan">
                    {say('campaigns.action_plan_do')}
                  </button>
                </p>
              </Form>
            </Section>
          )}
        </aside>
      </div>
    </main>
  );
}

function Moves({ action: { id, title, state } }: { action: { id: number; title: string; state: string } }) {
  const { say } = useWords();
  return (
    <Form method="post" className="moves">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="intent" value="move" />
      {state === 'planned' ? (
        <>
          <button className="button small" name="state" value="done">
            {say('campaigns.action_do')} <span className="sr">{title}</span>
          </button>
          <details className="way">
            <summary>
              {say('campaigns.action_cancel')} <span className="sr">{title}</span>
            </summary>
            <TextField name="note" label={say('campaigns.action_cancel_why')} maxLength={2000} />
            <button className="button small" name="state" value="cancelled">
              {say('campaigns.action_cancel')}
            </button>
          </details>
        </>
      ) : (
        <button className="button small quiet" name="state" value="planned">
          {say('campaigns.action_again')} <span className="sr">{title}</span>
        </button>
      )}
    </Form>
  );
}
