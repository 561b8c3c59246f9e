import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { selectCampaignOptions } from './campaign-options.queries.ts';
import { editorialPolicy } from './policy.ts';

export interface CampaignOption {
  readonly id: number;
  readonly name: string;
  readonly code: string;
}

/** Campaigns to choose from; none for whoever may not read them. */
export async function campaignOptions(ctx: Ctx): Promise<CampaignOption[]> {
  return may(ctx.actor, editorialPolicy['campaigns.read']) ? selectCampaignOptions(ctx.db) : [];
}
