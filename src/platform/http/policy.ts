import type { Actor, Grant } from '#platform/ctx.ts';
import { Forbidden } from '#platform/refusal.ts';

export const roles = [
  'administrator',
  'head_of_communications',
  'editor',
  'author',
  'reviewer',
  'spokesperson',
  'liaison',
  'staff',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/**
 * Who may do one thing. `roles` hold it in the whole institution, or in the dependency where the role was given and below
 * it when the act says which dependency it touches. `scope` is what an API key needs.
 */
export interface Rule {
  readonly roles: readonly Role[] | 'anyone' | 'signed_in';
  readonly scope: string;
}

/** A domain's table: action → rule. Pages, API and the page of rights read the same table. */
export type Policy = Readonly<Record<string, Rule>>;

/** @throws Forbidden when the actor may not; `unit` is the dependency touched, when there is one. */
export function authorize<P extends Policy>(actor: Actor, policy: P, action: keyof P & string, unit?: number | null): void {
  const rule = policy[action];
  if (!rule) throw new Error(`no rule for ${action}`);
  if (!may(actor, rule, unit)) throw new Forbidden(action, Array.isArray(rule.roles) ? rule.roles : []);
}

/** With `unit` undefined the question is «somewhere?»; with null, «in the whole institution?»; with a number, «there?». */
export function may(actor: Actor, rule: Rule, unit?: number | null): boolean {
  if (rule.roles === 'anyone' || actor.kind === 'system') return true;
  if (actor.kind === 'nobody') return false;
  if (actor.kind === 'key') return actor.scopes?.includes(rule.scope) ?? false;
  if (rule.roles === 'signed_in') return true;
  return actor.grants.some((grant) => rule.roles.includes(grant.role as Role) && covers(grant, unit));
}

function covers(grant: Grant, unit: number | null | undefined): boolean {
  return unit === undefined || grant.unit === null || (unit !== null && grant.units.includes(unit));
}
