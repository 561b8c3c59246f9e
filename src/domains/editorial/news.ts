import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import { institutionOf, regionName } from '#domains/organization/index.ts';
import { kinds } from './kinds.ts';
import { wallClock } from '#platform/clock/wall-clock.ts';
import type { NewsFilter } from './news.input.ts';
import {
  countNews,
  searchOut,
  selectAddresses,
  selectAt,
  selectMonths,
  selectNews,
  selectOptions,
  selectRelated,
  selectWhole,
  type Narrowing,
  type NewsOptions,
} from './news.queries.ts';
import { selectPublicCampaign } from './public-campaigns.queries.ts';
import { publicCampaign } from './public-campaigns.ts';
import { portalChannel, type Publication, type PublicationPage } from './publication.ts';

export const newsAtOnce = 20;

/** The kinds that the portal shows, and those of the press room. */
export const portalKinds = kinds.filter(({ means }) => means.includes('portal')).map(({ code }) => code);
export const pressKinds = kinds.filter(({ group }) => group === 'press').map(({ code }) => code);

export interface NewsPage {
  readonly news: readonly Publication[];
  /** Of those that say some words or speak of a place, one more than `newsCounted` when there are more. */
  readonly total: number;
  readonly options: Omit<NewsOptions, 'regions'> & { readonly regions: readonly { readonly code: string; readonly name: string }[] };
  readonly months: readonly string[];
}

/** Beyond so many of a narrowed list, a page says that there are more. */
export const newsCounted = 2_000;

/** The news of the portal as a filter narrows them, twenty a page. */
export async function listNews(ctx: Ctx, { page, ...filter }: NewsFilter, within?: readonly string[]): Promise<NewsPage> {
  const { zone } = await institutionOf(ctx);
  const narrow = await narrowing(ctx, filter, zone, within);
  const [news, total, options, months] = await Promise.all([
    narrow ? selectNews(ctx.db, narrow, newsAtOnce, (page - 1) * newsAtOnce) : [],
    narrow ? countNews(ctx.db, narrow, narrow.search || narrow.region ? newsCounted + 1 : null) : 0,
    selectOptions(ctx.db, within ?? portalKinds),
    selectMonths(ctx.db, zone),
  ]);
  const regions = options.regions
    .map((code) => ({ code, name: regionName(code) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'es'));
  return { news, total, options: { ...options, regions }, months };
}

/** The newest, without counting: for the front page and the press room. */
export function latestNews(ctx: Ctx, limit: number, narrow: Pick<Narrowing, 'kinds' | 'unit' | 'campaign'> = {}): Promise<Publication[]> {
  return selectNews(ctx.db, narrow, limit, 0);
}

/** The newest with their text: for feeds. */
export function wholeNews(ctx: Ctx, limit: number, allowed?: readonly string[]): Promise<PublicationPage[]> {
  return selectWhole(ctx.db, { kinds: allowed }, limit);
}

export function searchNews(ctx: Ctx, text: string, limit = 30): Promise<(Publication & { excerpt: string })[]> {
  return text === '' ? Promise.resolve([]) : searchOut(ctx.db, text, limit);
}

/** How many were published since. */
export function countSince(ctx: Ctx, from: Date, within: readonly string[]): Promise<number> {
  return countNews(ctx.db, { kinds: within, from });
}

/**
 * What a channel has at an address. `moved`: the piece is at another now. What was withdrawn or has expired is there to say so.
 * @throws NotFound when nothing was ever out there: a piece that is being written, or waits for its embargo, is not.
 */
export async function publicationAt(
  ctx: Ctx,
  slug: string,
  channel: string = portalChannel,
): Promise<{ readonly moved: string } | { readonly moved: null; readonly page: PublicationPage }> {
  const found = await selectAt(ctx.db, channel, slug);
  if (!found) throw new NotFound(`news ${slug}`);
  return found.slug === slug ? { moved: null, page: found } : { moved: found.slug };
}

export function relatedNews(ctx: Ctx, publication: Publication, limit = 4): Promise<Publication[]> {
  return selectRelated(ctx.db, publication, limit);
}

/** A campaign that the portal shows, with what it says, cost and brought, and its news. @throws NotFound */
export async function campaignNews(ctx: Ctx, code: string, page: number) {
  const shown = await publicCampaign(ctx, code);
  const [news, total] = await Promise.all([
    selectNews(ctx.db, { campaign: shown.campaign.id }, newsAtOnce, (page - 1) * newsAtOnce),
    countNews(ctx.db, { campaign: shown.campaign.id }),
  ]);
  return { ...shown, news, total };
}

export function newsAddresses(ctx: Ctx, limit: number, offset: number): Promise<{ slug: string; changedAt: Date }[]> {
  return selectAddresses(ctx.db, limit, offset);
}

export function countPublished(ctx: Ctx): Promise<number> {
  return countNews(ctx.db, {});
}

/** Undefined when it names a campaign that is not there: then there is nothing. */
async function narrowing(
  ctx: Ctx,
  { q, kind, campaign, month, ...rest }: Omit<NewsFilter, 'page'>,
  zone: string,
  within?: readonly string[],
): Promise<Narrowing | undefined> {
  const id = campaign === undefined ? undefined : (await selectPublicCampaign(ctx.db, campaign))?.id;
  if (campaign !== undefined && id === undefined) return undefined;
  const span =
    month === undefined ? {} : { from: wallClock(`${month}-01T00:00`, zone), until: wallClock(`${following(month)}-01T00:00`, zone) };
  return { ...rest, ...span, kinds: kind ? [kind] : within, campaign: id, search: q || undefined };
}

function following(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}
