import { beginSingleSignOn } from '#domains/organization/index.ts';
import { setCookie } from '#platform/http/cookies.ts';
import { localPath } from '#platform/http/local-path.ts';
import { load, redirect } from '#platform/http/page.ts';
import { perform } from '#platform/http/visit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { ssoCookie } from './sso-cookie.ts';

/** Sends the browser to the institution's own provider. */
export const loader = load(async ({ visit, url }) => {
  const where = { origin: visit.origin, next: localPath(url.searchParams.get('next')) };
  const begun = await perform(visit, (ctx) => beginSingleSignOn(ctx, visit.app.config, where));
  if (isRefusal(begun)) return redirect('/sign-in/sso/return');
  return redirect(begun.location, { headers: { 'set-cookie': setCookie(visit, ssoCookie, begun.step, 600) } });
});
