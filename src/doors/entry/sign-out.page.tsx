import { endOwnSession } from '#domains/organization/index.ts';
import { dropSession } from '#platform/http/cookies.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';

export const loader = load(() => redirect('/'));

export const action = act(async ({ visit, perform }) => {
  const { session } = visit;
  const ended = session === null ? null : await perform((ctx) => endOwnSession(ctx, session));
  return isRefusal(ended) ? ended : redirect('/sign-in', { headers: { 'set-cookie': dropSession(visit) } });
});
