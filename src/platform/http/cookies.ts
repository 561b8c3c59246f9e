import { sessionCookie } from './server.ts';
import type { Visit } from './visit.ts';

/** What a browser holds on which somebody's own notices show. */
export const pushDeviceCookie = 'push_device';
/** What one holds that shows the portal's news, and one that declined them. */
export const pushBrowserCookie = 'push_browser';
export const pushNoCookie = 'push_no';
/** In seconds: browsers keep none for longer than 400 days (RFC 6265bis, §5.5). */
export const longestCookie = 400 * 86_400;

/** A cookie that only we read (RFC 6265bis): never from script, never sent by another site's form. Empty or `seconds` 0 takes it away. */
export function setCookie(visit: Pick<Visit, 'origin'>, name: string, value: string, seconds: number): string {
  const secure = visit.origin.startsWith('https:');
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function keepSession(visit: Visit, token: string, seconds: number): string {
  return setCookie(visit, sessionCookie(visit.origin.startsWith('https:')), token, seconds);
}

export function dropSession(visit: Visit): string {
  return keepSession(visit, '', 0);
}

export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(/;\s*/)) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at) === name) return pair.slice(at + 1) || undefined;
  }
  return undefined;
}
