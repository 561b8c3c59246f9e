import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { metricsPolicy as policy } from '../policy.ts';
import { writtenRules, type NewSite, type SitesFilter } from './sites.input.ts';
import {
  closeSiteRow,
  countSites,
  insertSite,
  isCodeTaken,
  isSiteNamed,
  selectListedSite,
  selectSite,
  selectSites,
  siteNames,
  sumSites,
  updateSite,
  type ListedSite,
  type Site,
} from './sites.queries.ts';

export const sitesAtOnce = 50;

/** A page of the sites that the filter finds, by name, those that are closed last; and what is counted in all. */
export async function listSites(ctx: Ctx, { page, ...filter }: SitesFilter) {
  authorize(ctx.actor, policy, 'traffic.read');
  const today = await todayOf(ctx);
  const [sites, total, standing] = await Promise.all([
    selectSites(ctx.db, filter, today, { limit: sitesAtOnce, offset: (page - 1) * sitesAtOnce }),
    countSites(ctx.db, filter, today),
    sumSites(ctx.db, today),
  ]);
  return { sites, total, standing };
}

/** All that the filter finds, read in parts. */
export async function* everySite(ctx: Ctx, { page: _, ...filter }: SitesFilter): AsyncGenerator<ListedSite> {
  authorize(ctx.actor, policy, 'traffic.read');
  const today = await todayOf(ctx);
  for (let offset = 0; ; offset += 500) {
    const sites = await selectSites(ctx.db, filter, today, { limit: 500, offset });
    yield* sites;
    if (sites.length < 500) return;
  }
}

/** One, with what was counted there lately. @throws NotFound */
export async function siteCard(ctx: Ctx, id: number): Promise<ListedSite> {
  authorize(ctx.actor, policy, 'traffic.read');
  const site = Number.isSafeInteger(id) ? await selectListedSite(ctx.db, id, await todayOf(ctx)) : undefined;
  if (!site) throw new NotFound(`site ${id}`);
  return site;
}

/** The line that its pages carry. */
export const snippetOf = ({ code }: Pick<Site, 'code'>, origin: string): string =>
  `<script defer src="${origin}/hooks/collector.js" data-site="${code}"></script>`;

/** What sites are called, for who chooses among them. */
export function siteOptions(ctx: Ctx): Promise<{ id: number; code: string; name: string; unit: number | null }[]> {
  authorize(ctx.actor, policy, 'traffic.read');
  return siteNames(ctx.db);
}

/** @throws NotFound */
export async function getSite(ctx: Ctx, id: number): Promise<Site> {
  authorize(ctx.actor, policy, 'traffic.read');
  const site = Number.isSafeInteger(id) ? await selectSite(ctx.db, id) : undefined;
  if (!site) throw new NotFound(`site ${id}`);
  return site;
}

/** A site is counted from now on; its code, made of its name, goes into the snippet. */
export async function addSite(ctx: Ctx, input: NewSite): Promise<{ id: number; code: string } | Refusal> {
  authorize(ctx.actor, policy, 'sites.write');
  if (await isSiteNamed(ctx.db, input.name, null)) return refuse('site.known', { name: input.name }, 'name');
  const code = await freeCode(ctx, input.name);
  const id = await insertSite(ctx.db, { ...input, code, by: ctx.actor.id }, ctx.now);
  await ctx.tell({ name: 'site.added', subject: { type: 'site', id }, after: told(input), topics: ['sites'] });
  return { id, code };
}

export async function editSite(
  ctx: Ctx,
  { site: id, version, ...said }: NewSite & { site: number; version: number },
): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'sites.write');
  const { name, hosts, rules, unit } = await getSite(ctx, id);
  if (await isSiteNamed(ctx.db, said.name, id)) return refuse('site.known', { name: said.name }, 'name');
  if (!(await updateSite(ctx.db, id, version, said, ctx.now))) return refuse('site.changed');
  await ctx.tell({
    name: 'site.edited',
    subject: { type: 'site', id },
    before: told({ name, hosts, rules, unit }),
    after: told(said),
    topics: ['sites'],
  });
  return { id };
}

/** Nothing more is taken from it; what was counted stays. */
export const closeSite = (ctx: Ctx, input: { site: number }) => move(ctx, input.site, ctx.now, 'site.closed');
export const reopenSite = (ctx: Ctx, input: { site: number }) => move(ctx, input.site, null, 'site.reopened');

async function move(ctx: Ctx, id: number, closedAt: Date | null, name: 'site.closed' | 'site.reopened'): Promise<{ id: number }> {
  authorize(ctx.actor, policy, 'sites.write');
  const site = await getSite(ctx, id);
  if ((site.closedAt === null) === (closedAt === null)) return { id };
  await closeSiteRow(ctx.db, id, closedAt, ctx.now);
  await ctx.tell({ name, subject: { type: 'site', id }, after: { name: site.name }, topics: ['sites'] });
  return { id };
}

async function freeCode(ctx: Ctx, name: string): Promise<string> {
  const base =
    name
      .normalize('NFD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'sitio';
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${base}-${number}`;
    if (!(await isCodeTaken(ctx.db, code))) return code;
  }
}

const told = ({ name, hosts, rules, unit }: Omit<NewSite, 'hosts' | 'rules'> & Pick<Site, 'hosts' | 'rules'>) => ({
  name,
  hosts: hosts.join(', '),
  rules: writtenRules(rules),
  unit,
});
