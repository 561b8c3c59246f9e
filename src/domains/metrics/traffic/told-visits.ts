import type { Ctx } from '#platform/ctx.ts';
import { addDays, type Day } from '#platform/clock/day.ts';
import { todayOf } from '#domains/organization/index.ts';
import { commandJob, type Job } from '#platform/jobs/jobs.ts';
import { recordFacts, type Fact } from '../facts.ts';
import { homeSection } from './path-rules.ts';
import { takeUntold, type Untold } from './visits.queries.ts';

const portion = 2_000;

/** What was counted since the last time goes into the ledger, where indicators read it. Once: what is told is marked in the same transaction. */
export async function recordVisits(ctx: Ctx, { since, origin = null }: { since?: Day; origin?: string | null } = {}): Promise<number> {
  const untold = await takeUntold(ctx.db, since ?? addDays(await todayOf(ctx), -2), origin);
  const facts = untold.flatMap(factsOf);
  for (let at = 0; at < facts.length; at += portion) await recordFacts(ctx.db, facts.slice(at, at + portion));
  return facts.length;
}

/** A site's code stands where a tool's does: what people use, and what an indicator is narrowed by. The portal has none. */
function factsOf({ day, site, code, unit, section, views, sessions }: Untold): Fact[] {
  const belongs = { day, unit, section: section || null, tool: code };
  const record = site === 0 ? { type: 'section', id: section } : { type: 'site', id: String(site) };
  return [
    ...(views === 0 ? [] : [{ ...belongs, record, measure: 'metrics.page_views', amount: views }]),
    ...(sessions === 0 || section === homeSection
      ? []
      : [{ ...belongs, record, measure: 'metrics.inner_page_sessions', amount: sessions }]),
  ];
}

/** What is told every few minutes adds up to a few facts a day for each section. */
export const tellVisits: Job = commandJob('metrics.tell_visits', '*/10 * * * *', async (ctx) => void (await recordVisits(ctx)));
