import type { SiteOption } from '#domains/metrics/index.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import { capital } from '../work/periods.ts';

/** What a site is called. */
export function siteName(say: Say, sites: readonly SiteOption[], id: number): string {
  return sites.find((site) => site.id === id)?.name ?? say('traffic.portal');
}

/** What a section is called: as a site's rules call it, or as the portal's address begins. */
export function sectionName(say: Say, site: number, section: string): string {
  if (section === 'home') return say('traffic.home');
  if (section === '') return say('traffic.no_section');
  if (site !== 0) return section;
  const key = `metrics.part.section.${section}`;
  return say(key) === key ? `/${section}` : capital(say(key));
}

/** The days that are looked at, in words. */
export function periodWords(say: Say, format: Format, { from, to }: { from: string; to: string }): string {
  if (from === to) return format.day(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return format.month(from);
  return say('traffic.months', { from: format.month(from), to: format.month(to) });
}

/** The address of the same things, narrowed further: what is null is no longer asked. */
export function narrowing(params: URLSearchParams): (more: Readonly<Record<string, string | null>>, place?: string) => string {
  return (more, place = '') => {
    const next = new URLSearchParams([...params].filter(([name]) => name !== 'page'));
    for (const [name, value] of Object.entries(more)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return `${place}?${next}`;
  };
}

/** What was asked besides the page, for an export of the same. */
export const exportAddress = (params: URLSearchParams, format: string): string =>
  `/workspace/traffic/export?${new URLSearchParams([...[...params].filter(([name]) => name !== 'page'), ['format', format]])}`;
