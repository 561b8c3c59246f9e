import { listPlans } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';

/** All plans, and of them those that the address asks for by a part of their name or of their dependency's. */
export async function foundPlans(ctx: Ctx, url: URL) {
  const all = await listPlans(ctx);
  const search = plain(url.searchParams.get('q') ?? '');
  return { all, plans: all.filter(({ title, unitName }) => plain(`${title} ${unitName}`).includes(search)), searched: search !== '' };
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
