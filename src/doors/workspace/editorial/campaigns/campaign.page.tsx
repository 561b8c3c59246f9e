import { Form, Link, useLoaderData } from 'react-router';
import { campaignMoveInput, type CampaignMove, moveCampaign, segmentChoices } from '#domains/editorial/index.ts';
import { activitiesInForce } from '#domains/plan/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { CampaignHead } from './campaign-head.tsx';
import { campaignFrame, campaignHandle, type Frame } from './frame.ts';
import { Money } from './money.tsx';
import { Sums } from './sums.tsx';

export const handle = campaignHandle();

export const loader = load(async (asked) => {
  const frame = await campaignFrame(asked);
  const [activities, segments] = await Promise.all([activitiesInForce(asked.ctx), segmentChoices(asked.ctx)]);
  const { campaign } = frame;
  return {
    ...frame,
    activity: activities.find(({ item }) => item === campaign.item) ?? null,
    segments: campaign.segments.map((code) => segments.find((one) => one.code === code)?.name ?? code),
  };
});

export const action = act(async ({ typed, perform, params }) => {
  const input = parse(campaignMoveInput, { ...typed.fields, campaign: params.campaign });
  if (isRefusal(input)) return input;
  const result = await perform((ctx) => moveCampaign(ctx, input));
  return isRefusal(result) ? result : redirect(`/workspace/campaigns/${params.campaign}?done=moved`);
});

const nextMove: Partial<Record<Frame['campaign']['state'], CampaignMove>> = { draft: 'design', designed: 'start', under_way: 'close' };

/** A campaign at a glance: what for, whose, when, and how far it is. */
export default function Campaign() {
  const data = useLoaderData<typeof loader>();
  const { campaign, regions, activity, segments, writes, today } = data;
  const { say, format } = useWords();
  const answer = useAnswer();
  const next = nextMove[campaign.state];
  const at = `/workspace/campaigns/${campaign.id}`;
  return (
    <main className="page" id="contenido">
      <CampaignHead
        frame={data}
        here="summary"
        actions={
          writes && (
            <>
              <Link className="button" to={`${at}/edit`}>
                {say('campaigns.edit')}
              </Link>
              {next && (
                <Form method="post">
                  <button className="button primary" name="move" value={next}>
                    {say(`campaigns.move.${next}`)}
                  </button>
                </Form>
              )}
            </>
          )
        }
      />
      <FormRefusal answer={answer} />
      <div className="two">
        <div>
          <Section title={say('campaigns.objective')}>
            <p className="pad said">
              {campaign.objective || <span className="muted">{say('campaigns.voice.no_objective').replaceAll('**', '')}</span>}
            </p>
          </Section>
          <Sums sums={data.sums} />
          <Money budget={campaign.budget} spent={data.spent} />
        </div>
        <aside>
          <Section title={say('campaigns.summary')}>
            <Facts
              rows={[
                [say('campaigns.scope'), say(`campaigns.scope.${campaign.scope}`)],
                [
                  say('campaigns.dates'),
                  say('campaigns.from_to', {
                    from: format.shortDay(campaign.startsOn, today),
                    to: format.shortDay(campaign.endsOn, today),
                  }),
                ],
                [say('campaigns.unit'), campaign.unitName],
                [say('campaigns.owner'), campaign.ownerName ?? say('campaigns.nobody')],
                activity && [
                  say('campaigns.activity'),
                  <Link key="activity" to={`/workspace/activities/${activity.item}`}>
                    {activity.number} {activity.title}
                  </Link>,
                ],
                segments.length > 0 && [say('campaigns.segments'), segments.join(', ')],
                regions.length > 0 && [say('campaigns.regions'), regions.map(({ name }) => name).join(', ')],
                campaign.request !== null && [
                  say('campaigns.request'),
                  <Link key="request" to={`/workspace/requests/${campaign.request}`}>
                    {say('campaigns.request_number', { number: String(campaign.request) })}
                  </Link>,
                ],
              ]}
            />
          </Section>
          {writes && (
            <details className="way">
              <summary>{say('campaigns.move.cancel')}</summary>
              <Form method="post" className="form">
                <p className="hint">{say('campaigns.move.cancel_hint')}</p>
                <button className="button small" name="move" value="cancel">
                  {say('campaigns.move.cancel')}
                </button>
              </Form>
            </details>
          )}
        </aside>
      </div>
    </main>
  );
}
