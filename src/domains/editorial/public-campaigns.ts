import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import { selectLines } from './campaign-lines.queries.ts';
import { selectResults } from './campaign-results.queries.ts';
import { selectSpends } from './campaign-spends.queries.ts';
import { countPublicCampaigns, selectPublicCampaign, selectPublicCampaigns, type PublicCampaign } from './public-campaigns.queries.ts';

export type { PublicCampaign };

/** The campaigns that the portal shows, those under way first. */
export async function publicCampaigns(
  ctx: Ctx,
  { page = 1, atOnce = 20 }: { page?: number; atOnce?: number } = {},
): Promise<{ campaigns: PublicCampaign[]; count: number }> {
  const [campaigns, count] = await Promise.all([selectPublicCampaigns(ctx.db, atOnce, (page - 1) * atOnce), countPublicCampaigns(ctx.db)]);
  return { campaigns, count };
}

/**
 * A campaign that the portal shows: what it says, what it cost by supplier and contract, and once it is closed what came of it.
 * Its pieces are `publications` with its id. @throws NotFound
 */
export async function publicCampaign(ctx: Ctx, code: string) {
  const campaign = await selectPublicCampaign(ctx.db, code);
  if (!campaign) throw new NotFound(`campaign ${code}`);
  const [lines, spends, results] = await Promise.all([
    selectLines(ctx.db, campaign.id),
    selectSpends(ctx.db, campaign.id),
    selectResults(ctx.db, campaign.id),
  ]);
  return {
    campaign,
    lines: lines.map(({ line, detail }) => ({ line, detail })),
    spends: spends
      .filter(({ voidedAt }) => voidedAt === null)
      .map(({ concept, supplier, contract, amount, spentOn }) => ({ concept, supplier, contract, amount, spentOn })),
    results: campaign.state === 'closed' ? results.map(({ name, value, unit, note }) => ({ name, value, unit, note })) : [],
  };
}
