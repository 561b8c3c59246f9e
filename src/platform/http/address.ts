import type { Actor } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import { authorize, type Policy } from './policy.ts';

/**
 * One address of a door: who may read it and who may write to it, as actions of a policy. The guard and the table test
 * read the same lines.
 */
export interface Address {
  /** As React Router writes it, with a slash before: `/workspace/plans/:plan`. */
  readonly path: string;
  /** The module of the page, from src/doors. */
  readonly page: string;
  readonly read: string;
  /** Absent: nothing can be posted here. */
  readonly write?: string;
  /** False: never kept whole in memory, because its address is a secret or what it shows is one person's. */
  readonly kept?: false;
  /** May be shown within another page of this house: how something will look where it goes. */
  readonly framed?: true;
}

type Matcher = readonly (readonly [RegExp, Address])[];

const matchers = new WeakMap<readonly Address[], { readonly byStart: ReadonlyMap<string, Matcher>; readonly other: Matcher }>();

/** The first address of a table that a path is. Each table's patterns are made once, and asked by the first part of the path. */
export function findAddress(addresses: readonly Address[], pathname: string): Address | undefined {
  const { byStart, other } = matchers.get(addresses) ?? matcherOf(addresses);
  return (byStart.get(startOf(pathname)) ?? other).find(([pattern]) => pattern.test(pathname))?.[1];
}

function matcherOf(addresses: readonly Address[]) {
  const all = addresses.map((address) => [patternOf(address.path), address] as const);
  const anywhere = ([, { path }]: (typeof all)[number]) => path.startsWith('/:');
  const starts = new Set(addresses.map(({ path }) => startOf(path)));
  const matcher = {
    byStart: new Map([...starts].map((start) => [start, all.filter((one) => anywhere(one) || startOf(one[1].path) === start)])),
    other: all.filter(anywhere),
  };
  matchers.set(addresses, matcher);
  return matcher;
}

const startOf = (path: string): string => path.split('/', 2)[1]!.toLowerCase();

/** Parts of addresses that are numbers of ours; nothing else is looked up as one. */
const numbers = new Set([
  'asset',
  'campaign',
  'dispatch',
  'group',
  'item',
  'mail',
  'memo',
  'number',
  'piece',
  'plan',
  'playlist',
  'request',
  'screen',
  'signature',
  'site',
  'unit',
]);

/** A letter that no text of PostgreSQL holds is in no address. */
const text = String.raw`[^/\0]+`;

function patternOf(path: string): RegExp {
  const literal = path
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:(\w+)/g, (_, name: string) => (numbers.has(name) ? String.raw`\d{1,15}` : text));
  return new RegExp(`^${literal}/?$`, 'i');
}

/** @throws Forbidden when the policy says no; NotFound when nothing can be posted here. */
export function guard(address: Address, policy: Policy, actor: Actor, method: string): void {
  const action = method === 'GET' || method === 'HEAD' ? address.read : address.write;
  if (!action) throw new NotFound(`${method} ${address.path}`);
  authorize(actor, policy, action);
}
