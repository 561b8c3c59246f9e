import { campaignNews, homeOf, latestNews, leadOf, pressKinds, type HomeBlock, type Publication } from '#domains/editorial/index.ts';
import { publicPlans } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import { standingOf, type Standing } from '../plan/standing.ts';

/** A block with what it shows; those that have nothing to show are left out. */
export type ShownBlock =
  | { readonly block: 'lead'; readonly title: string; readonly story: Publication }
  | { readonly block: 'news' | 'press'; readonly title: string; readonly news: readonly Publication[] }
  | {
      readonly block: 'campaign';
      readonly title: string;
      readonly name: string;
      readonly code: string;
      readonly objective: string;
      readonly news: readonly Publication[];
    }
  | { readonly block: 'plan'; readonly title: string; readonly standing: Standing }
  | { readonly block: 'notice' | 'text'; readonly title: string; readonly text: string }
  | { readonly block: 'links'; readonly title: string; readonly links: readonly { readonly label: string; readonly href: string }[] };

export interface Home {
  readonly blocks: readonly ShownBlock[];
  readonly others: readonly { readonly code: string; readonly title: string }[];
}

/** The front page as the editor composed it. What leads it is not said twice. */
export async function shownHome(ctx: Ctx): Promise<Home> {
  const [{ blocks }, plans] = await Promise.all([homeOf(ctx), publicPlans(ctx)]);
  const lead = blocks.find((one) => one.block === 'lead');
  const first = lead ? await leadOf(ctx, lead.options.piece) : null;
  const shown = await Promise.all(blocks.map((block) => shownBlock(ctx, block, first, plans[0]?.plan.code)));
  return {
    blocks: shown.filter((block) => block !== null),
    others: plans.slice(1).map(({ plan }) => ({ code: plan.code, title: plan.title })),
  };
}

async function shownBlock(ctx: Ctx, block: HomeBlock, first: Publication | null, plan: string | undefined): Promise<ShownBlock | null> {
  const { title } = block;
  const but = (news: readonly Publication[], count: number) => news.filter(({ piece }) => piece !== first?.piece).slice(0, count);
  switch (block.block) {
    case 'lead':
      return first && { block: 'lead', title, story: first };
    case 'news': {
      const { count, kind } = block.options;
      const news = but(await latestNews(ctx, count + 1, kind ? { kinds: [kind] } : {}), count);
      return news.length > 0 ? { block: 'news', title, news } : null;
    }
    case 'press': {
      const news = await latestNews(ctx, block.options.count, { kinds: pressKinds });
      return news.length > 0 ? { block: 'press', title, news } : null;
    }
    case 'campaign': {
      const found = await campaignNews(ctx, block.options.code, 1).catch((cause: unknown) => {
        if (cause instanceof NotFound) return null;
        throw cause;
      });
      if (!found) return null;
      const { name, code, objective } = found.campaign;
      return { block: 'campaign', title, name, code, objective, news: found.news.slice(0, 3) };
    }
    case 'plan':
      return plan === undefined ? null : { block: 'plan', title, standing: await standingOf(ctx, plan) };
    case 'notice':
    case 'text':
      return { block: block.block, title, text: block.options.text };
    case 'links':
      return { block: 'links', title, links: block.options.links };
  }
}
