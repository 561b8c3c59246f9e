import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import webPush from 'web-push';
import { bare, guarded } from '#platform/http/outside.ts';
import { type PushAddress, pushEndpoint } from './subscription.ts';

export interface PushHouse {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service writes to when something is wrong: `mailto:` or https (RFC 8292, §2.1). */
  readonly subject: string;
  /** The institution's own push service, within its network. */
  readonly ownService?: string | undefined;
}

/** How sending ended. `unknown`: it may have been taken; `later`: certainly not, and may be tried again; `gone`: the device is no more. */
export type PushOutcome =
  | { readonly is: 'accepted' | 'gone' | 'refused'; readonly status: number }
  | { readonly is: 'later'; readonly status: number | null; readonly wait: number | null }
  | { readonly is: 'unknown' };

interface Sent {
  readonly text: string;
  /** For how many seconds the service keeps it for a device that is off. */
  readonly ttl: number;
  /** What replaces an earlier one that still waits there: 32 letters of base64url at most (RFC 8030, §5.4). */
  readonly topic: string;
}

const patience = 15_000;

/** Seals a text for one device (RFC 8291) and hands it to its push service, signed by the house (RFC 8292). */
export async function postPush(
  to: PushAddress,
  { text, ttl, topic }: Sent,
  house: PushHouse,
  milliseconds = patience,
): Promise<PushOutcome> {
  const url = pushEndpoint(to.endpoint, house.ownService);
  if (!url) return { is: 'refused', status: 0 };
  const { headers, body } = webPush.generateRequestDetails({ endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } }, text, {
    vapidDetails: { subject: house.subject, publicKey: house.publicKey, privateKey: house.privateKey },
    TTL: ttl,
    topic,
    urgency: 'normal',
  });
  const own = house.ownService === undefined ? '' : bare(new URL(house.ownService).hostname);
  return new Promise((done) => {
    let connected = false;
    const send = url.protocol === 'https:' ? requestSecure : requestPlain;
    const asking = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, connection: 'close' },
        agent: false,
        lookup: guarded((address) => address === own),
        signal: AbortSignal.timeout(milliseconds),
      },
      (response: IncomingMessage) => {
        response.resume();
        done(outcomeOf(response.statusCode ?? 0, response.headers['retry-after']));
      },
    );
    asking.on('socket', (socket) => socket.on(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (connected = true)));
    // Before there is a line nothing can have left; after, it may have been taken.
    asking.on('error', () => done(connected ? { is: 'unknown' } : { is: 'later', status: null, wait: null }));
    asking.end(body);
  });
}

function outcomeOf(status: number, retryAfter: string | undefined): PushOutcome {
  if (status >= 200 && status < 300) return { is: 'accepted', status };
  if (status === 404 || status === 410) return { is: 'gone', status };
  if (status === 429 || status >= 500) return { is: 'later', status, wait: secondsOf(retryAfter) };
  return { is: 'refused', status };
}

/** Retry-After says seconds or an hour (RFC 9110, §10.2.3). */
function secondsOf(said: string | undefined): number | null {
  if (said === undefined) return null;
  const seconds = /^\d{1,6}$/.test(said) ? Number(said) : Math.ceil((Date.parse(said) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.min(86_400, Math.max(1, seconds)) : null;
}
