import { todayOf } from '#domains/organization/index.ts';
import { addMonths, lastOfMonth, parseDay, type Day } from '#platform/clock/day.ts';
import { startOfMonth, startOfYear } from '#platform/clock/period.ts';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { metricsPolicy as policy } from '../policy.ts';
import type { TrafficAsked, VisitOrigin } from './board.input.ts';
import {
  countVisitRows,
  selectHosts,
  selectDays,
  selectGroups,
  selectTotal,
  selectVisitRows,
  type Counts,
  type Group,
  type HostSum,
  type Narrowed,
  type VisitRow,
} from './board.queries.ts';
import type { Source } from './sources.ts';
import { siteOptions } from './sites.ts';

/** A site to choose, or to name a row by; the portal is `portal`. */
export interface SiteOption {
  readonly id: number;
  readonly code: string;
  /** Null: the portal, which each language calls in its own way. */
  readonly name: string | null;
}

export interface TrafficBoard {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly whole: Counts;
  /** The same days before, when something was counted in them. */
  readonly before: Counts | null;
  readonly days: readonly (Counts & { readonly day: Day })[];
  readonly sections: readonly (Counts & { readonly site: number; readonly section: string })[];
  readonly sources: readonly (Counts & { readonly source: Source })[];
  readonly bySite: readonly (Counts & { readonly site: number })[];
  readonly origins: readonly (Counts & { readonly origin: VisitOrigin })[];
  readonly hosts: readonly HostSum[];
  readonly sites: readonly SiteOption[];
}

const mostHosts = 12;
export const visitRowsAtOnce = 100;

/** What was looked at in a period, by day, section, source and site. */
export async function trafficBoard(ctx: Ctx, asked: TrafficAsked): Promise<TrafficBoard> {
  authorize(ctx.actor, policy, 'traffic.read');
  const sites = await sitesOf(ctx);
  const today = await todayOf(ctx);
  const narrowed = narrow(asked, sites, today);
  const { from, to } = narrowed;
  const back = { ...narrowed, ...before(from, to) };
  const [days, groups, hosts, past] = await Promise.all([
    selectDays(ctx.db, narrowed),
    selectGroups(ctx.db, narrowed),
    selectHosts(ctx.db, { ...narrowed, from: startOfMonth(from) }, mostHosts),
    selectTotal(ctx.db, back),
  ]);
  return {
    from,
    to,
    today,
    whole: total(days),
    before: past.views > 0 ? past : null,
    days,
    // Whoever passes by several sections is one session of the site, and one of each.
    sections: by(
      groups.map((group) => ({ ...group, sessions: group.ofSection })),
      ({ site, section }) => ({ site, section }),
    ),
    sources: by(groups, ({ source }) => ({ source })),
    bySite: by(groups, ({ site }) => ({ site })),
    origins: by(groups, ({ origin }) => ({ origin })),
    hosts,
    sites,
  };
}

/** The groups added up by some of what they are, those with most views first. */
function by<K extends object>(groups: readonly Group[], key: (group: Group) => K): (K & Counts)[] {
  return [...Map.groupBy(groups, (group) => JSON.stringify(key(group))).values()]
    .map((those) => ({ ...key(those[0]!), ...total(those) }))
    .toSorted((one, other) => other.views - one.views);
}

const total = (parts: readonly Counts[]): Counts => ({
  views: parts.reduce((sum, { views }) => sum + views, 0),
  sessions: parts.reduce((sum, { sessions }) => sum + sessions, 0),
});

export interface VisitRows {
  readonly rows: readonly VisitRow[];
  readonly count: number;
  readonly whole: Counts;
  readonly from: Day;
  readonly to: Day;
  readonly sites: readonly SiteOption[];
}

/** The rows that make the board's figures up, the newest first. */
export async function visitRows(ctx: Ctx, asked: TrafficAsked): Promise<VisitRows> {
  authorize(ctx.actor, policy, 'traffic.read');
  const sites = await sitesOf(ctx);
  const narrowed = narrow(asked, sites, await todayOf(ctx));
  const [rows, { rows: count, ...whole }] = await Promise.all([
    selectVisitRows(ctx.db, narrowed, visitRowsAtOnce, (asked.page - 1) * visitRowsAtOnce),
    countVisitRows(ctx.db, narrowed),
  ]);
  return { rows, count, whole, from: narrowed.from, to: narrowed.to, sites };
}

/** All of them, a month at a time, so that any number fits in memory. */
export async function* everyVisitRow(ctx: Ctx, asked: TrafficAsked): AsyncGenerator<VisitRow & { readonly siteName: string | null }> {
  authorize(ctx.actor, policy, 'traffic.read');
  const sites = await sitesOf(ctx);
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const { from, to, ...narrowed } = narrow(asked, sites, await todayOf(ctx));
  for (let end = to; end >= from; end = lastOfMonth(addMonths(startOfMonth(end), -1))) {
    const begin = startOfMonth(end);
    const month = { ...narrowed, from: begin < from ? from : begin, to: end };
    for (let at = 0; ; at += 5_000) {
      const rows = await selectVisitRows(ctx.db, month, 5_000, at);
      for (const row of rows) yield { ...row, siteName: names.get(row.site) ?? null };
      if (rows.length < 5_000) break;
    }
  }
}

async function sitesOf(ctx: Ctx): Promise<SiteOption[]> {
  return [{ id: 0, code: 'portal', name: null }, ...(await siteOptions(ctx)).map(({ id, code, name }) => ({ id, code, name }))];
}

/** A site that is not there has no visits. */
function narrow({ period, site, section, source, origin, day }: TrafficAsked, sites: readonly SiteOption[], today: Day): Narrowed {
  return {
    ...(day ? { from: parseDay(day), to: parseDay(day) } : window(period, today)),
    site: site === undefined ? null : (sites.find(({ code }) => code === site)?.id ?? -1),
    section: section === undefined ? null : section === '-' ? '' : section,
    source: source ?? null,
    origin: origin ?? null,
  };
}

function window(period: TrafficAsked['period'], today: Day): { from: Day; to: Day } {
  const month = startOfMonth(today);
  switch (period) {
    case 'month':
      return { from: month, to: today };
    case 'quarter':
      return { from: addMonths(month, -2), to: today };
    case 'year':
      return { from: startOfYear(today), to: today };
    case 'last_year': {
      const from = addMonths(startOfYear(today), -12);
      return { from, to: lastOfMonth(addMonths(from, 11)) };
    }
    case undefined:
    case 'twelve':
      return { from: addMonths(month, -11), to: today };
    default: {
      const from = parseDay(`${period}-01`);
      const end = lastOfMonth(from);
      return { from, to: end > today && from <= today ? today : end };
    }
  }
}

/** As many months before, up to the same day of the last. */
function before(from: Day, to: Day): { from: Day; to: Day } {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  const end = addMonths(to, -months);
  return { from: addMonths(startOfMonth(from), -months), to: to === lastOfMonth(to) ? lastOfMonth(end) : end };
}
