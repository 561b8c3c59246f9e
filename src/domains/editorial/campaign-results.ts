import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { campaignTopic } from './campaign.ts';
import { insertResult, selectResults, type CampaignResult } from './campaign-results.queries.ts';
import type { ResultInput } from './campaigns.input.ts';
import { getCampaign } from './campaigns.ts';
import { editorialPolicy } from './policy.ts';
import { areOwn } from './requests.ts';

export type { CampaignResult };

/** What came of a campaign. @throws NotFound */
export async function campaignResults(ctx: Ctx, campaign: number): Promise<CampaignResult[]> {
  return selectResults(ctx.db, (await getCampaign(ctx, campaign)).id);
}

/** Notes what came of a campaign, also after its end. What is corrected is noted anew: the last of a name holds. */
export async function noteResult(ctx: Ctx, input: ResultInput): Promise<{ id: number } | Refusal> {
  const campaign = await getCampaign(ctx, input.campaign, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'campaigns.write', campaign.unit);
  if (input.file !== null && !(await areOwn(ctx, [input.file]))) return refuse('evidence.unknown', {}, 'file');
  const id = await insertResult(ctx.db, input, ctx.actor.id, ctx.now);
  const { campaign: _, ...result } = input;
  await ctx.tell({
    name: 'campaign.result_written',
    subject: { type: 'campaign', id: campaign.id },
    after: { result: id, ...result },
    topics: [campaignTopic(campaign.id)],
  });
  return { id };
}
