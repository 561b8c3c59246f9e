import { setCookie } from '#platform/http/cookies.ts';
import { localPath } from '#platform/http/local-path.ts';
import { load, redirect } from '#platform/http/page.ts';
import { isLocale } from '#platform/i18n/locale.ts';
import { NotFound } from '#platform/refusal.ts';

const year = 365 * 24 * 60 * 60;

/** A choice of language, kept by the browser: it wins over the person's own and the browser's. */
export const loader = load(({ visit, params, url }) => {
  if (!isLocale(params.lang)) throw new NotFound('language');
  return redirect(localPath(url.searchParams.get('next')) ?? '/', {
    headers: { 'set-cookie': setCookie(visit, 'lang', params.lang, year) },
  });
});
