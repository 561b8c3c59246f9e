import type { VisitMemory } from '#domains/audiences/index.ts';
import type { Collector } from '#domains/metrics/index.ts';
import { findAddress } from '#platform/http/address.ts';
import { readCookie, setCookie } from '#platform/http/cookies.ts';
import type { Visit } from '#platform/http/visit.ts';
import { addresses } from './routes.ts';
import { visitCookie } from './subscription/visit-cookie.ts';

type AnswerPage = (request: Request, visit: Visit) => Promise<Response>;

/** His own page and how he got to it are no section of interest. */
const own = 'subscription';

/**
 * Counts the portal's pages as they are answered, kept in memory or not, and notes the section of whoever asked that it be remembered; it never
 * holds an answer up.
 */
export function counted(answer: AnswerPage, collector: Collector, memory: VisitMemory): AnswerPage {
  return async (request, visit) => {
    const response = await answer(request, visit);
    const page = response.status === 200 && response.headers.get('content-type')?.startsWith('text/html');
    const section = page ? sectionOf(request) : undefined;
    if (section) {
      const { pathname, searchParams } = new URL(request.url);
      const slug = /^\/news\/([\w-]+)\/?$/.exec(pathname)?.[1];
      const { headers } = request;
      const referrer = headers.get('referer') ?? '';
      const tellApart = headers.get('sec-gpc') !== '1' && headers.get('dnt') !== '1';
      collector.count({
        section,
        slug,
        userAgent: headers.get('user-agent') ?? '',
        referrer,
        medium: searchParams.get('utm_medium') ?? '',
        host: referrer === '' ? '' : (URL.parse(visit.origin)?.host ?? ''),
        visitor: tellApart ? visit.visitorKey : null,
      });
      const remembers = section === own ? undefined : readCookie(request, visitCookie);
      if (remembers && !memory.note(remembers, section)) response.headers.append('set-cookie', setCookie(visit, visitCookie, '', 0));
    }
    return response;
  };
}

/** The first part of a portal page's address; undefined for anything that is no page looked at. */
function sectionOf(request: Request): string | undefined {
  if (request.method !== 'GET' || request.headers.get('sec-purpose')?.startsWith('prefetch')) return undefined;
  const address = findAddress(addresses, new URL(request.url).pathname);
  return address && (address.path.split('/')[1] || 'home');
}
