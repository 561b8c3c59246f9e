import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { campaignTopic } from './campaign.ts';
import { insertLine, selectLines, updateLine, updateLinePlaces, updateLineRemoved, type MessageLine } from './campaign-lines.queries.ts';
import type { LineInput } from './campaigns.input.ts';
import { getCampaign, writableCampaign } from './campaigns.ts';

export type { MessageLine };

/** What a campaign says, in order, with the tone in which it says it. @throws NotFound */
export async function messageLines(ctx: Ctx, campaign: number): Promise<{ tone: string; lines: MessageLine[] }> {
  const { id, tone } = await getCampaign(ctx, campaign);
  return { tone, lines: await selectLines(ctx.db, id) };
}

/** Writes a line of message: a new one, or over one (`id`) that is there. */
export async function writeLine(ctx: Ctx, input: LineInput & { id?: number }): Promise<{ id: number } | Refusal> {
  const lines = await linesToWrite(ctx, input.campaign, input.id);
  if (isRefusal(lines)) return lines;
  const before = lines.find(({ id }) => id === input.id);
  if (before) await updateLine(ctx.db, before.id, input);
  const id = before?.id ?? (await insertLine(ctx.db, input));
  await ctx.tell({
    name: 'campaign.line_written',
    subject: { type: 'campaign', id: input.campaign },
    before: before && { line: before.line, detail: before.detail, signs: before.signs },
    after: { line: input.line, detail: input.detail, signs: input.signs },
    topics: [campaignTopic(input.campaign)],
  });
  return { id };
}

/** A line goes from sight; pieces written with it stay as they are. */
export async function removeLine(ctx: Ctx, input: { campaign: number; id: number }): Promise<{ id: number } | Refusal> {
  const lines = await linesToWrite(ctx, input.campaign, input.id);
  if (isRefusal(lines)) return lines;
  await updateLineRemoved(ctx.db, input.id, ctx.now);
  await ctx.tell({
    name: 'campaign.line_removed',
    subject: { type: 'campaign', id: input.campaign },
    before: { line: lines.find(({ id }) => id === input.id)!.line },
    topics: [campaignTopic(input.campaign)],
  });
  return { id: input.id };
}

/** Moves a line one place up or down. */
export async function placeLine(ctx: Ctx, input: { campaign: number; id: number; up: boolean }): Promise<{ id: number } | Refusal> {
  const lines = await linesToWrite(ctx, input.campaign, input.id);
  if (isRefusal(lines)) return lines;
  const order = lines.map(({ id }) => id);
  const at = order.indexOf(input.id);
  const to = input.up ? at - 1 : at + 1;
  if (to < 0 || to >= order.length) return { id: input.id };
  [order[at], order[to]] = [order[to]!, order[at]!];
  await updateLinePlaces(ctx.db, input.campaign, order);
  await ctx.tell({
    name: 'campaign.line_written',
    subject: { type: 'campaign', id: input.campaign },
    before: { place: at + 1 },
    after: { line: lines[at]!.line, place: to + 1 },
    topics: [campaignTopic(input.campaign)],
  });
  return { id: input.id };
}

async function linesToWrite(ctx: Ctx, campaign: number, line?: number): Promise<MessageLine[] | Refusal> {
  const open = await writableCampaign(ctx, campaign);
  if (isRefusal(open)) return open;
  const lines = await selectLines(ctx.db, campaign);
  return line === undefined || lines.some(({ id }) => id === line) ? lines : refuse('campaign.not_in_it');
}
