import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { actionClasses, campaignTopic, type ActionClass } from './campaign.ts';
import { insertAction, selectAction, selectActions, updateActionState, type CampaignAction } from './campaign-actions.queries.ts';
import type { ActionInput } from './campaigns.input.ts';
import { belongsOf, getCampaign, writableCampaign } from './campaigns.ts';

export type { CampaignAction };

export interface ClassSum {
  readonly class: ActionClass;
  readonly planned: number;
  readonly done: number;
  /** In pesos. */
  readonly spent: number;
}

/** What is done in a campaign, by when it begins, and its sums by class. @throws NotFound */
export async function campaignActions(ctx: Ctx, campaign: number): Promise<{ actions: CampaignAction[]; sums: ClassSum[] }> {
  const { id } = await getCampaign(ctx, campaign);
  const actions = await selectActions(ctx.db, id);
  return { actions, sums: actionClasses.map((one) => sumOf(one, actions)) };
}

function sumOf(of: ActionClass, actions: readonly CampaignAction[]): ClassSum {
  const own = actions.filter((action) => action.class === of && action.state !== 'cancelled');
  return {
    class: of,
    planned: own.length,
    done: own.filter(({ state }) => state === 'done').length,
    spent: actions.filter((action) => action.class === of).reduce((sum, { spent }) => sum + spent, 0),
  };
}

/** Plans something to be done in a campaign, within its days. */
export async function planAction(ctx: Ctx, input: ActionInput): Promise<{ id: number } | Refusal> {
  const campaign = await writableCampaign(ctx, input.campaign);
  if (isRefusal(campaign)) return campaign;
  if (input.endsOn < input.startsOn) return refuse('campaign.backwards', {}, 'endsOn');
  if (input.startsOn < campaign.startsOn || input.endsOn > campaign.endsOn)
    return refuse(
      'campaign.outside_dates',
      { from: campaign.startsOn, to: campaign.endsOn },
      input.startsOn < campaign.startsOn ? 'startsOn' : 'endsOn',
    );
  const id = await insertAction(ctx.db, input);
  await ctx.tell({
    name: 'campaign.action_planned',
    subject: { type: 'campaign', id: campaign.id },
    after: { action: id, title: input.title, class: input.class, mode: input.mode, startsOn: input.startsOn, endsOn: input.endsOn },
    topics: [campaignTopic(campaign.id), 'calendar'],
  });
  return { id };
}

/** Says that an action was done, or that it will not be; or that it is still to be done. */
export async function moveAction(
  ctx: Ctx,
  input: { campaign: number; id: number; state: CampaignAction['state']; note: string },
): Promise<{ id: number } | Refusal> {
  const campaign = await writableCampaign(ctx, input.campaign);
  if (isRefusal(campaign)) return campaign;
  const action = await selectAction(ctx.db, campaign.id, input.id);
  if (!action) return refuse('campaign.not_in_it');
  if (action.state === input.state) return { id: action.id };
  if (input.state === 'cancelled' && input.note === '') return refuse('campaign.needs_note', {}, 'note');
  await updateActionState(ctx.db, action.id, input.state, input.note || action.note, ctx.now);
  await ctx.tell({
    name: input.state === 'done' ? 'campaign.action_done' : 'campaign.action_moved',
    subject: { type: 'campaign', id: campaign.id },
    before: { action: action.id, state: action.state },
    after: { action: action.id, state: input.state },
    payload: {
      action: action.id,
      class: action.class,
      mode: action.mode,
      scope: campaign.scope,
      unit: campaign.unit,
      item: campaign.item,
      belongs: { ...belongsOf(campaign), classes: [action.class] },
    },
    topics: [campaignTopic(campaign.id), 'campaigns', 'calendar'],
  });
  return { id: action.id };
}
