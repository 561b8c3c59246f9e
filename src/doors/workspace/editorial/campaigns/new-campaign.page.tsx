import { Form, Link, useLoaderData } from 'react-router';
import { createCampaign, newCampaignInput } from '#domains/editorial/index.ts';
import { personCard } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { choicesOf } from '../choices.ts';
import { CampaignFields } from './campaign-fields.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('campaigns.campaigns'), to: '/workspace/campaigns' }, { name: say('campaigns.new') }],
};

export const loader = load(async ({ ctx, visit }) => {
  const [choices, me] = await Promise.all([choicesOf(ctx), visit.actor.id ? personCard(ctx, visit.actor.id) : null]);
  return { choices, ownUnit: String(me?.person.unit_id ?? '') };
});

export const action = act(async ({ typed, perform }) => {
  const input = parse(newCampaignInput, typed.fields);
  if (isRefusal(input)) return input;
  const result = await perform((ctx) => createCampaign(ctx, input));
  return isRefusal(result) ? result : redirect(`/workspace/campaigns/${result.id}?done=created`);
});

export default function NewCampaign() {
  const { choices, ownUnit } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('campaigns.new')} · Pregón`}</title>
      <Head name={say('campaigns.new')} low voice={say('campaigns.new_voice')} />
      <Form method="post" className="form">
        <FormRefusal answer={answer} />
        <CampaignFields campaign={null} choices={choices} ownUnit={ownUnit} answer={answer} />
        <p className="actions">
          <button className="button primary">{say('campaigns.begin')}</button>
          <Link className="button quiet" to="/workspace/campaigns">
            {say('campaigns.leave')}
          </Link>
        </p>
      </Form>
    </main>
  );
}
