import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { campaignTopic } from './campaign.ts';
import { selectAction } from './campaign-actions.queries.ts';
import { insertSpend, selectSpends, updateSpendVoided, type Spend } from './campaign-spends.queries.ts';
import type { SpendInput } from './campaigns.input.ts';
import { getCampaign } from './campaigns.ts';
import { editorialPolicy } from './policy.ts';
import { areOwn } from './requests.ts';

export type { Spend };

/** What a campaign cost, and its sum without what was voided; in pesos. @throws NotFound */
export async function campaignSpends(ctx: Ctx, campaign: number): Promise<{ spends: Spend[]; spent: number }> {
  const { id } = await getCampaign(ctx, campaign);
  const spends = await selectSpends(ctx.db, id);
  return { spends, spent: spends.filter(({ voidedAt }) => voidedAt === null).reduce((sum, { amount }) => sum + amount, 0) };
}

/** Notes a spend, also after the campaign's end, when its invoices arrive. */
export async function noteSpend(ctx: Ctx, input: SpendInput): Promise<{ id: number } | Refusal> {
  const campaign = await getCampaign(ctx, input.campaign, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'campaigns.spend', campaign.unit);
  if (input.spentOn > (await todayOf(ctx))) return refuse('campaign.spent_in_the_future', {}, 'spentOn');
  if (input.action !== null && !(await selectAction(ctx.db, campaign.id, input.action))) return refuse('campaign.not_in_it', {}, 'action');
  if (input.file !== null && !(await areOwn(ctx, [input.file]))) return refuse('evidence.unknown', {}, 'file');
  const id = await insertSpend(ctx.db, input, ctx.actor.id, ctx.now);
  const { campaign: _, ...spend } = input;
  await ctx.tell({
    name: 'campaign.spent',
    subject: { type: 'campaign', id: campaign.id },
    after: { spend: id, ...spend },
    payload: { amount: input.amount, unit: campaign.unit },
    topics: [campaignTopic(campaign.id), 'campaigns'],
  });
  return { id };
}

/** A wrong spend counts no more; it stays in sight with who voided it and why. */
export async function voidSpend(ctx: Ctx, input: { campaign: number; id: number; reason: string }): Promise<{ id: number } | Refusal> {
  const campaign = await getCampaign(ctx, input.campaign, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'campaigns.spend', campaign.unit);
  const spend = (await selectSpends(ctx.db, campaign.id)).find(({ id }) => id === input.id);
  if (!spend) return refuse('campaign.not_in_it');
  if (spend.voidedAt !== null) return refuse('campaign.already_voided');
  await updateSpendVoided(ctx.db, spend.id, input.reason, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'campaign.spend_voided',
    subject: { type: 'campaign', id: campaign.id },
    before: { spend: spend.id, amount: spend.amount, supplier: spend.supplier, contract: spend.contract },
    after: { voided: true, reason: input.reason },
    payload: { amount: -spend.amount, unit: campaign.unit },
    topics: [campaignTopic(campaign.id), 'campaigns'],
  });
  return { id: spend.id };
}
