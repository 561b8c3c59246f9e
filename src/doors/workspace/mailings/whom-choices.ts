import type { Ctx } from '#platform/ctx.ts';
import { purposesNow, segmentOptions, sendingKinds } from '#domains/audiences/index.ts';
import { listMailings } from '#domains/channels/index.ts';
import type { WhomChoices } from './whom-fields.tsx';

/** What one may choose from when one says for whom a mailing is. */
export async function whomChoices(ctx: Ctx, but?: number): Promise<WhomChoices> {
  const [kinds, purposes, segments, { mailings }] = await Promise.all([
    sendingKinds(ctx),
    purposesNow(ctx),
    segmentOptions(ctx),
    listMailings(ctx, { page: 1 }),
  ]);
  return {
    kinds: kinds.map(({ code, needsConsent }) => ({ code, needsConsent })),
    purposes: purposes.map(({ code, name }) => ({ code, name })),
    segments,
    mailings: mailings.filter(({ id, fixedAt }) => fixedAt !== null && id !== but).map(({ id, title }) => ({ id, title })),
  };
}
