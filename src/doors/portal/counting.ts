import type { Collector } from '#domains/metrics/index.ts';
import { findAddress } from '#platform/http/address.ts';
import type { Visit } from '#platform/http/visit.ts';
import { addresses } from './routes.ts';

type AnswerPage = (request: Request, visit: Visit) => Promise<Response>;

/** Counts the portal's pages as they are answered, kept in memory or not; it never holds an answer up. */
export function counted(answer: AnswerPage, collector: Collector): AnswerPage {
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
