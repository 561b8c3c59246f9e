import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/** What came of asking an address outside the house. `inside`: it leads to a network that is nobody's business from here. */
export type Outside =
  | { readonly is: 'alive' | 'dead'; readonly status: number }
  | {
      readonly is: 'dead' | 'unseen';
      readonly problem: 'address' | 'inside' | 'unknown_host' | 'refused' | 'timeout' | 'moves' | 'broken';
    };

interface Limits {
  readonly milliseconds?: number;
  readonly moves?: number;
  /** For tests: a server of this machine is outside. */
  readonly trust?: (address: string) => boolean;
}

const closed = new BlockList();
// IANA special-purpose registries (RFC 6890 and its updates): none of them is a place of the public net.
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(net, bits, 'ipv6');

/** Whether a machine of the public net has this number. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !closed.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Asks whether an address answers: http and https on their own ports, to public machines alone (the number that was looked up is the one
 * that is called, so that a name cannot change in between), within a bounded time, few moves and no body.
 */
export async function lookOutside(
  address: string,
  { milliseconds = 6_000, moves = 4, trust = () => false }: Limits = {},
): Promise<Outside> {
  const until = Date.now() + milliseconds;
  let at = URL.parse(address);
  for (let move = 0; move <= moves; move += 1) {
    if (!at || !mayBeAsked(at, trust)) return { is: move === 0 ? 'unseen' : 'dead', problem: 'address' };
    let answer = await ask(at, 'HEAD', until - Date.now(), trust);
    // Many servers know only GET.
    if ('status' in answer && answer.status >= 400 && answer.status !== 404 && answer.status !== 410)
      answer = await ask(at, 'GET', until - Date.now(), trust);
    if (!('status' in answer)) return answer;
    if (answer.to === undefined) return { is: isAlive(answer.status) ? 'alive' : 'dead', status: answer.status };
    at = URL.parse(answer.to, at.href);
  }
  return { is: 'dead', problem: 'moves' };
}

// Whoever asks for a password or bids to wait is there.
const isAlive = (status: number) => status < 400 || [401, 403, 405, 407, 429].includes(status);

function mayBeAsked(url: URL, trust: (address: string) => boolean): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (url.username !== '' || url.password !== '') return false;
  return url.port === '' || trust(bare(url.hostname));
}

/** A host as a number or a name, without the brackets of IPv6. */
export const bare = (host: string) => host.replace(/^\[|\]$/g, '');

/** An address leads to a network that is nobody's business from here. */
export class Closed extends Error {}

/** Gives the numbers of a name only when all of them are public. */
export const guarded =
  (trust: (address: string) => boolean): LookupFunction =>
  (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (cause, found: LookupAddress[]) => {
      if (cause) return answer(cause, '', 0);
      const open = found.filter(({ address }) => isPublicAddress(address) || trust(address));
      if (open.length === 0 || open.length < found.length) return answer(new Closed(hostname), '', 0);
      if (options.all) return answer(null, open);
      answer(null, open[0]!.address, open[0]!.family);
    });
  };

type Answer = { readonly status: number; readonly to: string | undefined } | Extract<Outside, { problem: unknown }>;

function ask(url: URL, method: 'HEAD' | 'GET', milliseconds: number, trust: (address: string) => boolean): Promise<Answer> {
  const host = bare(url.hostname);
  if (isIP(host) !== 0 && !isPublicAddress(host) && !trust(host)) return Promise.resolve({ is: 'unseen', problem: 'inside' });
  if (milliseconds <= 0) return Promise.resolve({ is: 'unseen', problem: 'timeout' });
  return new Promise((done) => {
    const options: RequestOptions = {
      method,
      lookup: guarded(trust),
      agent: false,
      headers: { 'user-agent': 'Pregon (comprobacion de enlaces)', accept: '*/*', connection: 'close' },
      signal: AbortSignal.timeout(milliseconds),
    };
    const asking = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, options, (response: IncomingMessage) => {
      const { statusCode = 0, headers } = response;
      response.destroy();
      done({ status: statusCode, to: statusCode >= 300 && statusCode < 400 ? headers.location : undefined });
    });
    asking.on('error', (cause: Error & { code?: string }) => done(problemOf(cause)));
    asking.end();
  });
}

function problemOf(cause: Error & { code?: string }): Extract<Outside, { problem: unknown }> {
  if (cause instanceof Closed) return { is: 'unseen', problem: 'inside' };
  if (cause.code === 'ENOTFOUND') return { is: 'dead', problem: 'unknown_host' };
  if (cause.code === 'ECONNREFUSED') return { is: 'dead', problem: 'refused' };
  if (cause.name === 'AbortError' || cause.name === 'TimeoutError' || cause.code === 'ETIMEDOUT')
    return { is: 'unseen', problem: 'timeout' };
  return { is: 'unseen', problem: 'broken' };
}
