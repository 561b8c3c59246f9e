import { turnOffHere } from '#domains/channels/index.ts';
import { endOwnSession } from '#domains/organization/index.ts';
import { dropSession, pushDeviceCookie, readCookie, setCookie } from '#platform/http/cookies.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';

export const loader = load(() => redirect('/'));

export const action = act(async ({ visit, perform, request }) => {
  const { session } = visit;
  const device = readCookie(request, pushDeviceCookie);
  const ended = await perform(async (ctx) => {
    if (device) await turnOffHere(ctx, device);
    return session === null ? null : endOwnSession(ctx, session);
  });
  if (isRefusal(ended)) return ended;
  const headers = new Headers([['set-cookie', dropSession(visit)]]);
  if (device) headers.append('set-cookie', setCookie(visit, pushDeviceCookie, '', 0));
  return redirect('/sign-in', { headers });
});
