import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import type { HappenedEvent, Reaction } from '#platform/events/reactions.ts';
import {
  dispatchOrigin,
  listChannels,
  mailingHere,
  mailingResult,
  reachOf,
  type MailingResult,
  type Source,
} from '#domains/channels/index.ts';
import { belongingsOfPieces } from '#domains/editorial/index.ts';
import { todayOf } from '#domains/organization/index.ts';
import { kindCounts, outing } from './facts-of-editorial.ts';
import { recordOnce, type Belongings, type Fact } from './facts.ts';
import { levelFacts, type Level } from './levels.ts';
import { waitsAgain } from './levels.queries.ts';

/** Mail that leaves the house is no channel of `channels`: mailings carry it. */
export const outsideMail = 'correo-electronico';

const delivered = z.object({ source: z.object({ type: z.string(), id: z.string() }), channel: z.string(), means: z.string() });
const name = 'metrics.channels-facts';

/** What mailings come to, and whom pieces reach: levels, told anew whenever something of it changes. */
export const channelsFacts: Reaction = {
  name,
  to: ['mailing.finished', 'mailing.cancelled', 'mailing.settled', 'mailing.returned', 'dispatch.delivered', 'dispatch.received'],
  react: async (ctx, event) => {
    if (await waitsAgain(ctx.db, name, event)) return;
    if (event.subject_type === 'mailing') return ofMailing(ctx, event);
    if (event.name === 'dispatch.received') return ofDispatch(ctx, event, await dispatchOrigin(ctx, Number(event.subject_id)));
    const { source, channel, means } = delivered.parse(event.payload);
    if (means === 'mail') await ofDispatch(ctx, event, { source, channel });
  },
};

async function ofMailing(ctx: Ctx, event: HappenedEvent): Promise<void> {
  const id = Number(event.subject_id);
  const record = { type: 'mailing', id: String(id) };
  const result = await mailingResult(ctx, id);
  if (!result) return;
  const told = { ...(await about(ctx, result)), day: await dayOf(ctx, event), record, event: event.id };
  await levelFacts(ctx, record, async () => levelsOf((await mailingResult(ctx, id))!).map((level) => ({ ...told, ...level })));
  if (tried(result) === 0) return;
  if (told.piece) await recordOnce(ctx, onceOf(told, told.piece));
  await levelReach(ctx, result.source, told);
}

async function ofDispatch(ctx: Ctx, event: HappenedEvent, { source, channel }: { source: Source; channel: string }): Promise<void> {
  const belongs = await ofSource(ctx, source, channel);
  await levelReach(ctx, source, { ...belongs, day: await dayOf(ctx, event), event: event.id });
}

/** Whom a piece reached by name, each once: what an event adds is of its channel. */
async function levelReach(ctx: Ctx, source: Source, told: Belongings & { day: Day; event: number }): Promise<void> {
  const record = { type: source.type, id: source.id };
  await levelFacts(ctx, record, async () => [{ ...told, measure: 'channels.people_reached', record, amount: await reachOf(ctx, source) }]);
}

/** Those of whom it is known how it ended, or may be: not those whom nobody tried to write to. */
const tried = ({ counts }: MailingResult) => counts.accepted + counts.complained + counts.bounced + counts.unknown;

function levelsOf(result: MailingResult): Pick<Level, 'measure' | 'amount' | 'base'>[] {
  const { accepted, complained, bounced, suppressed } = result.counts;
  const written = tried(result);
  return [
    { measure: 'channels.mailings_sent', amount: written > 0 ? 1 : 0 },
    { measure: 'channels.mails_delivered', amount: accepted + complained, base: written + suppressed },
    { measure: 'channels.mails_bounced', amount: bounced, base: written },
  ];
}

/** What a piece counts as when it goes out for the first time, also when that is by mail. */
function onceOf({ kind, channels, ...told }: Belongings & Omit<Fact, 'measure' | 'amount'>, piece: number): Fact[] {
  const own = { ...told, kind, channels, amount: 1, record: { type: 'piece', id: String(piece) } };
  return [
    ...kindCounts(kind)
      .filter((measure) => measure.startsWith('channels.'))
      .map((measure) => ({ ...own, measure })),
    { ...own, measure: 'channels.contents_out', record: outing(piece, channels?.[0] ?? '') },
  ];
}

/** What whatever is counted of a mailing belongs to. */
export async function belongingsOfMailing(ctx: Ctx, id: number): Promise<Belongings> {
  return about(ctx, await mailingHere(ctx, id));
}

async function about(ctx: Ctx, { source, kind, segments }: Pick<MailingResult, 'source' | 'kind' | 'segments'>): Promise<Belongings> {
  return { ...(await ofSource(ctx, source, kind === 'internal' ? null : outsideMail)), segments };
}

/** What a source belongs to, by a channel; null is internal mail, whatever its code is. */
async function ofSource(ctx: Ctx, source: Source, code: string | null): Promise<Belongings> {
  const channel = (await listChannels(ctx)).find((one) => (code === null ? one.means === 'mail' : one.code === code));
  const piece = source.type === 'piece' ? Number(source.id) : 0;
  return {
    ...(await belongingsOfPieces(ctx, [piece])).get(piece),
    channels: [channel?.code ?? code ?? outsideMail],
    classes: channel ? [channel.class, channel.mode] : ['digital', 'online'],
  };
}

const dayOf = (ctx: Ctx, { happened_at: now }: HappenedEvent): Promise<Day> => todayOf({ ...ctx, now });
