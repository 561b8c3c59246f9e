import { redirect } from 'react-router';
import { sessionSeconds, trustSeconds, type CameIn } from '#domains/organization/index.ts';
import { keepSession, setCookie } from '#platform/http/cookies.ts';
import type { Visit } from '#platform/http/visit.ts';

/** The short cookie of a sign-in that still lacks its second step. */
export const stepCookie = 'pregon-step';
/** What a browser keeps since it asked not to be asked for the second factor. */
export const trustCookie = 'pregon-trust';

/** Sends who came in to what he wanted or to his own first page; who lacks the second factor, to give it. */
export function letIn(visit: Visit, came: CameIn, next: string | null): Response {
  const headers = new Headers();
  if ('step' in came) {
    headers.append('set-cookie', setCookie(visit, stepCookie, came.step, 600));
    return redirect('/sign-in/code', { headers });
  }
  headers.append('set-cookie', keepSession(visit, came.token, sessionSeconds));
  headers.append('set-cookie', setCookie(visit, stepCookie, '', 0));
  if (came.trust) headers.append('set-cookie', setCookie(visit, trustCookie, came.trust, trustSeconds));
  return redirect(next ?? came.home, { headers });
}
