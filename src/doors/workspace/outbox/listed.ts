import type { Ctx } from '#platform/ctx.ts';
import { outbox } from '#platform/mail/outbox.ts';

/** The page of mails that an address asks for, the last first; what is beside one mail and what is there before one is chosen. */
export async function listedMails(ctx: Ctx, url: URL) {
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const page = Math.min(100_000, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  return { ...(await outbox(ctx, { search, page })), search, page };
}

export type ListedMails = Awaited<ReturnType<typeof listedMails>>;
