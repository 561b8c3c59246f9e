import { isSetUp, readSetup, type Setup } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { readCookie } from '#platform/http/cookies.ts';
import { redirect } from '#platform/http/page.ts';

/** Of the browser that gave the installation code. */
export const setupCookie = 'pregon-setup';
export const setupSeconds = 7 * 24 * 60 * 60;

/** What this browser typed so far; any other is led to the beginning. */
export async function setupOf(ctx: Ctx, request: Request): Promise<{ setup: Setup; token: string }> {
  const token = readCookie(request, setupCookie);
  const setup = await readSetup(ctx, token);
  if (!setup) throw redirect('/setup');
  return { setup, token: token! };
}

/** Once there is an institution, setting up is over. */
export async function onlyBefore(ctx: Ctx): Promise<void> {
  if (await isSetUp(ctx.db)) throw redirect('/');
}
