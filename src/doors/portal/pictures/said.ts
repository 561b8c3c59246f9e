import { campaignNews, publicationAt } from '#domains/editorial/index.ts';
import { publicPlan, versionTree } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Say } from '#platform/i18n/words.ts';
import { NotFound } from '#platform/refusal.ts';

export interface Said {
  /** null: the institution's own name. */
  readonly title: string | null;
  readonly kicker?: string;
}

/** What the picture of a page says: only of pages that anybody may see now. @throws NotFound */
export async function saidOf(ctx: Ctx, [area, code, part, item]: readonly string[], say: Say): Promise<Said> {
  if (area === undefined) return { title: null };
  if (area === 'accessibility') return { title: say('portal.accessibility') };
  if (area === 'press') return { title: say('news.press') };
  if (area === 'plan') return code === undefined ? { title: say('portal.how_we_go') } : planSaid(ctx, code, part, item, say);
  if (area === 'campaigns') return { title: (await campaignNews(ctx, code!, 1)).campaign.name, kicker: say('news.campaign') };
  return code === undefined ? { title: say('news.news') } : storySaid(ctx, code, say);
}

async function planSaid(ctx: Ctx, code: string, part: string | undefined, item: string | undefined, say: Say): Promise<Said> {
  const { plan, version } = await publicPlan(ctx, code);
  if (part === 'indicators') {
    const row = (await versionTree(ctx, version.id)).find((one) => one.kind === 'indicator' && String(one.item) === item);
    if (!row) throw new NotFound(`indicator ${item}`);
    return { title: row.title, kicker: plan.title };
  }
  if (part === 'activities' || part === 'versions' || part === 'data') return { title: say(`portal.${part}`), kicker: plan.title };
  return part === 'text' ? { title: plan.title, kicker: plan.unitName } : { title: say('portal.how_goes', { plan: plan.title }) };
}

async function storySaid(ctx: Ctx, slug: string, say: Say): Promise<Said> {
  const found = await publicationAt(ctx, slug);
  if (found.moved !== null || found.page.state !== 'out') throw new NotFound(`story ${slug}`);
  const { page } = found;
  return { title: page.title, kicker: page.topic ?? say(`pieces.kind.${page.kind}`) };
}
