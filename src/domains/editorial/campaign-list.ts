import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import type { CampaignFilter } from './campaigns.input.ts';
import { countByState, countCampaigns, selectCampaigns, type ListedCampaign } from './campaigns.queries.ts';
import { editorialPolicy } from './policy.ts';

export type { ListedCampaign };

const atOnce = 50;

/** A page of campaigns, the last to begin first, with how many there are in each state. */
export async function listCampaigns(ctx: Ctx, filter: CampaignFilter) {
  authorize(ctx.actor, editorialPolicy, 'campaigns.read');
  const [rows, found, states, day] = await Promise.all([
    selectCampaigns(ctx.db, filter, atOnce, (filter.page - 1) * atOnce),
    countCampaigns(ctx.db, filter),
    countByState(ctx.db),
    todayOf(ctx),
  ]);
  return { rows, found, states, today: day, more: filter.page * atOnce < found };
}

/** The wanted campaigns a batch at a time, for who takes them away. */
export async function* everyCampaign(ctx: Ctx, filter: CampaignFilter): AsyncGenerator<ListedCampaign> {
  authorize(ctx.actor, editorialPolicy, 'campaigns.read');
  for (let at = 0; ; at += 500) {
    const rows = await selectCampaigns(ctx.db, filter, 500, at);
    yield* rows;
    if (rows.length < 500) return;
  }
}
