import { addDays, type Day } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import { accepted } from '#platform/refusal.ts';
import {
  type ActionClass,
  campaignActions,
  createCampaign,
  editCampaign,
  getCampaign,
  moveAction,
  moveCampaign,
  noteResult,
  noteSpend,
  planAction,
  voidSpend,
  writeCampaignReport,
  writeLine,
} from '#domains/editorial/index.ts';
import type { Times } from './times.ts';
import { personOf, rowOf, unitOf, type Act, type World } from './world.ts';

/** What data/campaigns.yaml holds. */
export interface ToldCampaign {
  readonly name: string;
  readonly code: string;
  readonly scope: 'external' | 'internal';
  readonly unit: string;
  /** The activity of the town's plan. */
  readonly serves: string;
  readonly owner: string;
  readonly objective: string;
  readonly tone: string;
  readonly segments: readonly string[];
  readonly begun?: string;
  readonly designed?: string;
  readonly starts: string;
  readonly ends: string;
  readonly cancelled?: string;
  readonly budget: number;
  readonly motif?: string;
  readonly stops?: 'draft' | 'designed' | 'under_way' | 'cancelled';
  /** How many of its actions were done, of one that goes on. */
  readonly done?: number;
  readonly lines?: readonly { readonly line: string; readonly signs: readonly string[] }[];
  readonly actions: readonly {
    readonly title: string;
    readonly class: ActionClass;
    readonly mode: 'online' | 'offline';
    readonly channel: string;
  }[];
  readonly spends?: readonly {
    readonly on: number;
    readonly concept: string;
    readonly supplier: string;
    readonly contract: string;
    readonly amount: number;
    readonly voided?: string;
  }[];
  readonly results?: readonly { readonly name: string; readonly value: number; readonly unit: string; readonly note?: string }[];
  readonly report?: string;
}

const editor = 'julian.restrepo';

/** Each campaign's way: begun, designed, carried out with what it cost, closed with how it went. */
export function campaignActs(campaigns: readonly ToldCampaign[], plan: string, times: Times): Act[] {
  return campaigns.flatMap((told) => {
    const [starts, ends] = [times.day(told.starts), times.day(told.ends)];
    const designed = told.designed ? times.day(told.designed) : null;
    const begun = told.begun ? times.day(told.begun) : addDays(designed!, -6);
    const act = (day: Day, minute: number, does: Act['does']): Act => ({ at: times.at(day, minute), who: editor, does });
    const move = (to: 'design' | 'start' | 'close' | 'cancel') => (ctx: Ctx, world: World) =>
      moveCampaign(ctx, { campaign: idOf(world, told), move: to });
    const acts = [act(begun, 90, (ctx, world) => begin(ctx, world, told, plan, { starts, ends }))];
    if (designed) acts.push(act(designed, 200, move('design')));
    if (told.cancelled) return [...acts, act(times.day(told.cancelled), 300, move('cancel'))];
    if (told.stops === 'draft' || told.stops === 'designed') return acts;
    acts.push(act(starts, 30, move('start')));
    for (const spend of told.spends ?? []) acts.push(act(addDays(starts, spend.on), 240, (ctx, world) => pay(ctx, world, told, spend)));
    if (told.stops === 'under_way')
      return [...acts, act(addDays(starts, 14), 400, (ctx, world) => finish(ctx, world, told, told.done ?? 0))];
    return [
      ...acts,
      act(ends, 300, (ctx, world) => finish(ctx, world, told, told.actions.length)),
      act(addDays(ends, 5), 100, (ctx, world) => close(ctx, world, told)),
    ];
  });
}

/** The campaign to which a piece of some motif belongs on a day. */
export function campaignOf(world: World, motif: string, on: Day): number | null {
  return world.campaigns.find((one) => one.motif === motif && one.starts <= on && on <= one.ends)?.id ?? null;
}

const idOf = (world: World, { code }: ToldCampaign) => world.campaigns.find((one) => one.code === code)!.id;

async function begin(ctx: Ctx, world: World, told: ToldCampaign, plan: string, days: { starts: Day; ends: Day }): Promise<void> {
  const said = {
    name: told.name,
    code: told.code,
    objective: told.objective,
    scope: told.scope,
    unit: unitOf(world, told.unit),
    item: rowOf(world, plan, told.serves)?.item ?? null,
    owner: personOf(world, told.owner).id,
    startsOn: days.starts,
    endsOn: days.ends,
    segments: [...told.segments],
    regions: ['13'],
    tone: told.tone,
    budget: told.budget,
  };
  const { id } = accepted(await createCampaign(ctx, { ...said, request: null }));
  world.campaigns.push({ id, code: told.code, motif: told.motif ?? null, ...days });
  if (told.scope === 'external') {
    const { revision } = await getCampaign(ctx, id);
    accepted(await editCampaign(ctx, { ...said, campaign: id, revision, public: true }));
  }
  for (const { line, signs } of told.lines ?? []) accepted(await writeLine(ctx, { campaign: id, line, detail: '', signs: [...signs] }));
  for (const action of told.actions) accepted(await planAction(ctx, { ...action, campaign: id, startsOn: days.starts, endsOn: days.ends }));
}

type ToldSpend = NonNullable<ToldCampaign['spends']>[number];

async function pay(ctx: Ctx, world: World, told: ToldCampaign, { on: _, voided, ...spend }: ToldSpend): Promise<void> {
  const campaign = idOf(world, told);
  const spentOn = ctx.now.toISOString().slice(0, 10) as Day;
  const { id } = accepted(
    await noteSpend(ctx, {
      ...spend,
      contract: `${spend.contract} de ${spentOn.slice(0, 4)}`,
      campaign,
      action: (await campaignActions(ctx, campaign)).actions[0]?.id ?? null,
      spentOn,
      file: null,
    }),
  );
  if (voided) accepted(await voidSpend(ctx, { campaign, id, reason: voided }));
}

async function finish(ctx: Ctx, world: World, told: ToldCampaign, count: number): Promise<void> {
  const campaign = idOf(world, told);
  for (const { id } of (await campaignActions(ctx, campaign)).actions.slice(0, count))
    accepted(await moveAction(ctx, { campaign, id, state: 'done', note: '' }));
}

async function close(ctx: Ctx, world: World, told: ToldCampaign): Promise<void> {
  const campaign = idOf(world, told);
  for (const { note = '', ...result } of told.results ?? []) accepted(await noteResult(ctx, { ...result, note, campaign, file: null }));
  const { revision } = await getCampaign(ctx, campaign);
  accepted(await writeCampaignReport(ctx, { campaign, revision, report: told.report ?? '' }));
  accepted(await moveCampaign(ctx, { campaign, move: 'close' }));
}
