import type { Ctx } from '#platform/ctx.ts';
import { commandJob, type Job } from '#platform/jobs/jobs.ts';
import { untoldCounts } from '#domains/channels/index.ts';
import { belongingsOfMailing } from './facts-of-channels.ts';
import { recordFacts } from './facts.ts';

const portion = 2_000;

/**
 * What was opened and pressed of mailings, by letter and day, into the ledger: nothing of it is of a person. Once: what is told is marked in the
 * same transaction.
 */
export async function recordLetterCounts(ctx: Ctx): Promise<number> {
  const untold = await untoldCounts(ctx, portion);
  for (const { mailing, day, opens, clicks } of untold) {
    const told = { ...(await belongingsOfMailing(ctx, mailing)), day, record: { type: 'mailing', id: String(mailing) } };
    await recordFacts(
      ctx.db,
      [
        { ...told, measure: 'channels.letter_opens', amount: opens },
        { ...told, measure: 'channels.letter_clicks', amount: clicks },
      ].filter(({ amount }) => amount > 0),
    );
  }
  return untold.length;
}

/** Every few minutes, so that many openings are a few facts. */
export const tellLetterCounts: Job = commandJob('metrics.tell_letter_counts', '*/10 * * * *', recordLetterCounts);
