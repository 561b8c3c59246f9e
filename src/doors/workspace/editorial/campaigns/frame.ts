import { campaignActions, campaignSpends, editorialPolicy, getCampaign } from '#domains/editorial/index.ts';
import { namedRegions, todayOf } from '#domains/organization/index.ts';
import type { Reading } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';

/** What every page of a campaign shows above its own: the campaign, what is done in it, what it cost, and what one may. */
export async function campaignFrame({ ctx, params, visit }: Pick<Reading, 'ctx' | 'params' | 'visit'>) {
  if (!/^\d{1,15}$/.test(params.campaign ?? '')) throw new NotFound(`campaign ${params.campaign}`);
  const id = Number(params.campaign);
  const campaign = await getCampaign(ctx, id);
  const [{ actions, sums }, { spends, spent }, day] = await Promise.all([campaignActions(ctx, id), campaignSpends(ctx, id), todayOf(ctx)]);
  const open = campaign.state !== 'closed' && campaign.state !== 'cancelled';
  const writes = may(visit.actor, editorialPolicy['campaigns.write'], campaign.unit);
  return {
    campaign,
    regions: namedRegions(campaign.regions),
    actions,
    sums,
    spends,
    spent,
    today: day,
    open,
    writes: writes && open,
    reports: writes,
    spending: may(visit.actor, editorialPolicy['campaigns.spend'], campaign.unit),
  };
}

export type Frame = Awaited<ReturnType<typeof campaignFrame>>;

/** Where a page of a campaign is, and what it listens to. */
export const campaignHandle = (here?: string) => ({
  crumbs: ({ campaign }: Frame, say: Say) => [
    { name: say('campaigns.campaigns'), to: '/workspace/campaigns' },
    { name: campaign.name, to: `/workspace/campaigns/${campaign.id}` },
    ...(here ? [{ name: say(here) }] : []),
  ],
  topics: ({ campaign }: Frame) => [`campaign:${campaign.id}`],
});
