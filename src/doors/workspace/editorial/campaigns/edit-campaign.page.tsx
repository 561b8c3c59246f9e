import { Form, Link, useLoaderData } from 'react-router';
import { campaignInput, editCampaign } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { choicesOf } from '../choices.ts';
import { CampaignFields } from './campaign-fields.tsx';
import { CampaignHead } from './campaign-head.tsx';
import { campaignFrame, campaignHandle } from './frame.ts';

export const handle = campaignHandle('campaigns.edit');

export const loader = load(async (asked) => ({ ...(await campaignFrame(asked)), choices: await choicesOf(asked.ctx) }));

export const action = act(async ({ typed, perform, params }) => {
  const input = parse(campaignInput, { ...typed.fields, campaign: params.campaign });
  if (isRefusal(input)) return input;
  const result = await perform((ctx) => editCampaign(ctx, input));
  return isRefusal(result) ? result : redirect(`/workspace/campaigns/${params.campaign}?done=saved`);
});

export default function EditCampaign() {
  const data = useLoaderData<typeof loader>();
  const { campaign, choices } = data;
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <CampaignHead frame={data} here="summary" />
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <input type="hidden" name="revision" value={campaign.revision} />
        <CampaignFields campaign={campaign} regions={data.regions} choices={choices} ownUnit={String(campaign.unit)} answer={answer} />
        <p className="actions">
          <button className="button primary">{say('campaigns.save')}</button>
          <Link className="button quiet" to={`/workspace/campaigns/${campaign.id}`}>
            {say('campaigns.leave')}
          </Link>
        </p>
      </Form>
    </main>
  );
}
