import { setCookie } from '#platform/http/cookies.ts';
import { localPath } from '#platform/http/local-path.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { preferences, preferencesOf } from './preferences.ts';

const year = 365 * 24 * 60 * 60;

/** `/preferences/larger?back=/plan` turns a preference on or off; `/preferences/es` and `/preferences/en` set the language. */
export const loader = load(({ params, url, request, visit }) => {
  const choice = params.choice ?? '';
  const keep = (name: string, value: string) =>
    new Response(null, {
      status: 303,
      headers: {
        location: localPath(url.searchParams.get('back')) ?? '/',
        'cache-control': 'no-store',
        'set-cookie': setCookie(visit, name, value, year),
      },
    });
  if (choice === 'es' || choice === 'en') return keep('lang', choice);
  const name = preferences.find((one) => one === choice);
  if (!name) throw new NotFound(`preference ${choice}`);
  const now = preferencesOf(request);
  return keep('prefs', preferences.filter((one) => (one === name ? !now.includes(one) : now.includes(one))).join('.'));
});
