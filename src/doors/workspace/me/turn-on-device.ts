import { pushKeys, pushSubscriptionInput, subscribeDevice } from '#domains/channels/index.ts';
import { longestCookie, pushDeviceCookie, readCookie, setCookie } from '#platform/http/cookies.ts';
import { parse } from '#platform/http/form.ts';
import { redirect, type Writing } from '#platform/http/page.ts';
import { perform as performIn, type Visit } from '#platform/http/visit.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';

/** What this browser holds since its notices were turned on. */
export const heldPush = (request: Request): string | undefined => readCookie(request, pushDeviceCookie);

/** The house's public key for web push, which the first who needs it makes. */
export async function shownPushKey(visit: Visit): Promise<string> {
  const keys = await performIn(visit, pushKeys);
  return isRefusal(keys) ? '' : keys.publicKey;
}

/** Turns one's notices on in the browser that asks; it holds a secret of its own by which it is known again. */
export async function turnOnDevice({
  typed,
  perform,
  request,
  visit,
}: Pick<Writing, 'typed' | 'perform' | 'request' | 'visit'>): Promise<Response | Refusal> {
  const input = parse(pushSubscriptionInput, typed.fields);
  if (isRefusal(input)) return input;
  const from = { browser: request.headers.get('user-agent'), language: visit.locale, ownService: visit.app.config.PUSH_SERVICE_URL };
  const on = await perform((ctx) => subscribeDevice(ctx, input, from));
  if (isRefusal(on)) return on;
  return redirect('/workspace/notices', { headers: { 'set-cookie': setCookie(visit, pushDeviceCookie, on.token, longestCookie) } });
}
