import type { Ctx } from '#platform/ctx.ts';
import { addDays } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import { institutionOf, todayOf } from '#domains/organization/index.ts';
import { channelsPolicy as policy } from '../policy.ts';
import type { Play } from './device.input.ts';
import { deletePlaysBefore, insertPlays, selectPlayed, takeUntold, type PlayedDay, type UntoldPlays } from './plays.queries.ts';

/** A device without network tells what it played for so many days back; older ones nobody can tell apart from new any more. */
const rememberedDays = 40;

/**
 * Keeps the proof of play that a device tells, also for the time without network: once by screen, thing and instant, however often it is
 * told. What is to come, or is too old, is left out; the device may forget all of it. @returns how many were new
 */
export async function keepPlays(ctx: Ctx, screen: number, plays: readonly Play[]): Promise<number> {
  const { zone } = await institutionOf(ctx);
  const earliest = ctx.now.getTime() - rememberedDays * 86_400_000;
  const latest = ctx.now.getTime() + 300_000;
  const kept = plays.filter(({ started }) => started > earliest && started < latest);
  return kept.length === 0 ? 0 : insertPlays(ctx.db, screen, kept, zone);
}

/** Forgets single plays that no device can tell again; their days stay. */
export async function forgetPlays(ctx: Ctx): Promise<void> {
  await deletePlaysBefore(ctx.db, new Date(ctx.now.getTime() - (rememberedDays + 1) * 86_400_000));
}

/** What a screen or a thing (`piece:7`) played by day, in the last so many days. */
export async function playedDays(
  ctx: Ctx,
  { screen, source, days = 14 }: { screen?: number | undefined; source?: string | undefined; days?: number | undefined },
  most = 1000,
): Promise<PlayedDay[]> {
  authorize(ctx.actor, policy, 'screens.read');
  const today = await todayOf(ctx);
  return selectPlayed(ctx.db, { screen, source, from: addDays(today, 1 - days), to: addDays(today, 1) }, most);
}

/** For the ledger: what was played and is not told to it yet; told once the transaction commits. */
export const untoldPlays = (ctx: Ctx, limit: number): Promise<UntoldPlays[]> => takeUntold(ctx.db, limit);
