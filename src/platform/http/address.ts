import { matchPath } from 'react-router';
import type { Actor } from '#platform/ctx.ts';
import { Forbidden, NotFound } from '#platform/refusal.ts';
import { may, type Policy } from './policy.ts';

/**
 * One address of a door: who may read it and who may write to it, as actions of a policy. The guard and the table test
 * read the same lines.
 */
export interface Address {
  readonly path: string;
  /** The module of the page, from src/doors. */
  readonly page: string;
  readonly read: string;
  /** Absent: nothing can be posted here. */
  readonly write?: string;
}

/**
 * Answers whether `actor` may knock at this address with this method.
 * @throws NotFound for an address that is not in the table or takes no posts; Forbidden when the policy says no.
 */
export function guard(addresses: readonly Address[], policy: Policy, actor: Actor, method: string, pathname: string): Address {
  const address = addresses.find(({ path }) => matchPath({ path, end: true }, pathname));
  if (!address) throw new NotFound(pathname);
  const action = method === 'GET' || method === 'HEAD' ? address.read : address.write;
  if (!action) throw new NotFound(`${method} ${pathname}`);
  const rule = policy[action];
  if (!rule) throw new Error(`no rule for ${action}`);
  if (!may(actor, rule)) throw new Forbidden(action, Array.isArray(rule.roles) ? rule.roles : []);
  return address;
}
