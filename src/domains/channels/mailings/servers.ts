import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { App } from '#platform/http/visit.ts';
import type { Signer } from './dkim.ts';
import type { SmtpServer } from './smtp-connection.ts';

/** How many may leave by a server within so many seconds. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

/** A server with what holds for it, in the order in which they are asked. */
export interface Provider {
  readonly number: number;
  readonly server: SmtpServer;
  readonly limits: readonly Limit[];
}

type Settings = Pick<
  App['config'],
  'SMTP_URL' | 'SMTP_URL_2' | 'SMTP_URL_3' | 'SMTP_RATE' | 'SMTP_RATE_2' | 'SMTP_RATE_3' | 'DKIM_DOMAIN' | 'DKIM_SELECTOR' | 'DKIM_KEY_FILE'
>;

/** The servers of the settings; none when mail stays in the house's own outbox. */
export function providersOf(config: Settings): Provider[] {
  const given = [
    [config.SMTP_URL, config.SMTP_RATE],
    [config.SMTP_URL_2, config.SMTP_RATE_2],
    [config.SMTP_URL_3, config.SMTP_RATE_3],
  ] as const;
  return given.flatMap(([url, rate], index) =>
    url === undefined ? [] : [{ number: index + 1, server: serverOf(url), limits: limitsOf(rate) }],
  );
}

/** As nodemailer reads an address: `?requireTLS=true`, `?tls.rejectUnauthorized=false`. */
export function serverOf(said: string): SmtpServer {
  const url = new URL(said);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: url.searchParams.get('requireTLS') === 'true',
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    tls: { rejectUnauthorized: url.searchParams.get('tls.rejectUnauthorized') !== 'false' },
  };
}

const spans: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `10/s, 5000/h`: so many a second, a minute, an hour, a day. */
export function limitsOf(said: string | undefined): Limit[] {
  return (said ?? '')
    .split(',')
    .map((part) => /^\s*(\d+)\s*\/\s*([smhd])\s*$/.exec(part))
    .flatMap((found) => (found ? [{ count: Number(found[1]), seconds: spans[found[2]!]! }] : []));
}

export function signerOf(config: Settings): Signer | null {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: file } = config;
  return domain && selector && file ? { domain, selector, key: createPrivateKey(readFileSync(file)) } : null;
}
