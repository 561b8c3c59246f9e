import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import { commandJob, type Job } from '#platform/jobs/jobs.ts';
import { listChannels, untoldPlays } from '#domains/channels/index.ts';
import { belongingsOfPieces } from '#domains/editorial/index.ts';
import { recordFacts } from './facts.ts';

const portion = 5_000;

/**
 * What screens played, by day, screen and piece, into the ledger: also what a device tells days later, on the day on which it was played.
 * Once: what is told is marked in the same transaction.
 */
export async function recordPlays(ctx: Ctx): Promise<number> {
  const untold = await untoldPlays(ctx, portion);
  const channel = (await listChannels(ctx)).find(({ means }) => means === 'screen');
  const pieceOf = (source: string) => (/^piece:\d+$/.test(source) ? Number(source.slice('piece:'.length)) : null);
  const belongings = await belongingsOfPieces(
    ctx,
    untold.flatMap(({ source }) => pieceOf(source) ?? []),
  );
  await recordFacts(
    ctx.db,
    untold.map(({ day, screen, unit, source, plays }) => ({
      measure: 'channels.screen_plays',
      day: day as Day,
      amount: plays,
      record: { type: 'screen', id: String(screen) },
      // What a piece serves is what its plays serve; of what is no piece, the dependency where the screen hangs.
      unit,
      ...belongings.get(pieceOf(source) ?? 0),
      channels: channel ? [channel.code] : [],
      classes: channel ? [channel.class, channel.mode] : [],
    })),
  );
  return untold.length;
}

/** What is told every few minutes adds up to a few facts a day for each screen. */
export const tellPlays: Job = commandJob('metrics.tell_plays', '*/10 * * * *', recordPlays);
