import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { stale } from '#platform/stale.ts';
import { campaignMoves, campaignTopic, isCampaignOpen, type Campaign, type CampaignMove } from './campaign.ts';
import { countActions } from './campaign-actions.queries.ts';
import type { CampaignInput, NewCampaignInput } from './campaigns.input.ts';
import { insertCampaign, isCodeFree, selectCampaign, updateCampaign, updateCampaignState, updateReport } from './campaigns.queries.ts';
import { editorialPolicy } from './policy.ts';
import { selectUnitOf } from './readers.queries.ts';
import { slugOf } from './slug.ts';

/** @throws NotFound */
export async function getCampaign(ctx: Ctx, id: number, { lock = false } = {}): Promise<Campaign> {
  authorize(ctx.actor, editorialPolicy, 'campaigns.read');
  const found = Number.isSafeInteger(id) ? await selectCampaign(ctx.db, id, lock) : undefined;
  if (!found) throw new NotFound(`campaign ${id}`);
  return found;
}

/** A campaign that the actor writes, locked; refused once it ended. */
export async function writableCampaign(ctx: Ctx, id: number): Promise<Campaign | Refusal> {
  const campaign = await getCampaign(ctx, id, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'campaigns.write', campaign.unit);
  return isCampaignOpen(campaign) ? campaign : refuse('campaign.ended');
}

/** Begins a campaign as a draft. Its code comes from its name when none is given. */
export async function createCampaign(ctx: Ctx, input: NewCampaignInput): Promise<{ id: number } | Refusal> {
  const unit = input.unit ?? (ctx.actor.id ? await selectUnitOf(ctx.db, ctx.actor.id) : null);
  if (unit === null) return refuse('piece.needs_unit', {}, 'unit');
  authorize(ctx.actor, editorialPolicy, 'campaigns.write', unit);
  if (input.endsOn < input.startsOn) return refuse('campaign.backwards', {}, 'endsOn');
  if (input.code !== '' && !(await isCodeFree(ctx.db, input.code, null)))
    return refuse('campaign.code_taken', { code: input.code }, 'code');
  const code = input.code === '' ? await freeCode(ctx, input.name) : input.code;
  const owner = input.owner ?? ctx.actor.id;
  const id = await insertCampaign(ctx.db, { ...input, unit, code, owner }, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'campaign.created',
    subject: { type: 'campaign', id },
    after: { code, name: input.name, scope: input.scope, unit, item: input.item, startsOn: input.startsOn, endsOn: input.endsOn },
    payload: { belongs: { unit, activity: input.item, campaign: id } },
    topics: ['campaigns', 'calendar'],
  });
  return { id };
}

async function freeCode(ctx: Ctx, name: string): Promise<string> {
  const code = slugOf(name);
  for (let at = 1; ; at += 1) {
    const tried = at === 1 ? code : `${code}-${at}`;
    if (await isCodeFree(ctx.db, tried, null)) return tried;
  }
}

/** Says what a campaign is: objective, activity, publics, dates, tone, budget, and whether the portal shows it. */
export async function editCampaign(ctx: Ctx, input: CampaignInput): Promise<{ revision: number } | Refusal> {
  const campaign = await writableCampaign(ctx, input.campaign);
  if ('refused' in campaign) return campaign;
  if (input.unit !== campaign.unit) authorize(ctx.actor, editorialPolicy, 'campaigns.write', input.unit);
  if (input.revision !== campaign.revision) return stale('', campaign.revision, []);
  if (input.endsOn < input.startsOn) return refuse('campaign.backwards', {}, 'endsOn');
  if (!(await isCodeFree(ctx.db, input.code, campaign.id))) return refuse('campaign.code_taken', { code: input.code }, 'code');
  if (input.public && input.scope === 'internal') return refuse('campaign.internal_stays_in', {}, 'public');
  await updateCampaign(ctx.db, campaign.id, input);
  await ctx.tell({
    name: 'campaign.edited',
    subject: { type: 'campaign', id: campaign.id },
    before: content(campaign),
    after: content({ ...campaign, ...input }),
    topics: ['campaigns', campaignTopic(campaign.id), 'calendar', 'portal'],
  });
  return { revision: campaign.revision + 1 };
}

const content = ({ code, name, scope, unit, item, owner, startsOn, endsOn, segments, regions, budget, public: shown }: Campaign) => ({
  code,
  name,
  scope,
  unit,
  item,
  owner,
  startsOn,
  endsOn,
  segments,
  regions,
  budget,
  public: shown,
});

const told = { design: 'campaign.designed', start: 'campaign.started', close: 'campaign.closed', cancel: 'campaign.cancelled' } as const;

/** Moves a campaign on. It is designed once it says its objective and what is done in it; closed once every action is done or given up. */
export async function moveCampaign(ctx: Ctx, input: { campaign: number; move: CampaignMove }): Promise<{ id: number } | Refusal> {
  const campaign = await getCampaign(ctx, input.campaign, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'campaigns.write', campaign.unit);
  const { from, to } = campaignMoves[input.move];
  if (!(from as readonly string[]).includes(campaign.state)) return refuse('campaign.cannot_move');
  const actions = await countActions(ctx.db, campaign.id);
  if (input.move === 'design' && campaign.objective === '') return refuse('campaign.needs_objective');
  if (input.move === 'design' && actions.planned + actions.done === 0) return refuse('campaign.needs_actions');
  if (input.move === 'close' && actions.planned > 0) return refuse('campaign.open_actions', { count: actions.planned });
  await updateCampaignState(ctx.db, campaign.id, to, ctx.now);
  await ctx.tell({
    name: told[input.move],
    subject: { type: 'campaign', id: campaign.id },
    before: { state: campaign.state },
    after: { state: to },
    payload: { scope: campaign.scope, unit: campaign.unit, item: campaign.item, belongs: belongsOf(campaign), digital: actions.digital },
    topics: ['campaigns', campaignTopic(campaign.id), 'calendar', 'portal'],
  });
  return { id: campaign.id };
}

/** What the facts of a campaign belong to; its kind is its scope. */
export const belongsOf = (campaign: Pick<Campaign, 'id' | 'unit' | 'item' | 'segments' | 'regions' | 'scope'>) => ({
  campaign: campaign.id,
  unit: campaign.unit,
  activity: campaign.item,
  segments: campaign.segments,
  regions: campaign.regions,
  kind: campaign.scope,
});

/** Writes how a campaign went, also after its end. */
export async function writeCampaignReport(
  ctx: Ctx,
  input: { campaign: number; revision: number; report: string },
): Promise<{ revision: number } | Refusal> {
  const campaign = await getCampaign(ctx, input.campaign, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'campaigns.write', campaign.unit);
  if (input.revision !== campaign.revision) return stale('', campaign.revision, []);
  await updateReport(ctx.db, campaign.id, input.report);
  await ctx.tell({
    name: 'campaign.reported',
    subject: { type: 'campaign', id: campaign.id },
    before: { letters: campaign.report.length },
    after: { letters: input.report.length },
    topics: [campaignTopic(campaign.id)],
  });
  return { revision: campaign.revision + 1 };
}
