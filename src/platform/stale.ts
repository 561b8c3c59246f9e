import { refuse, type Refusal } from '#platform/refusal.ts';
import { canonical } from '#platform/text/canonical.ts';

export interface Conflict {
  readonly field: string;
  readonly yours: unknown;
  readonly theirs: unknown;
}

/** Someone else saved the same fields meanwhile: who, both values of each, and the revision to save over when one decides. */
export interface StaleForm extends Refusal {
  readonly refused: 'form.stale';
  readonly conflicts: readonly Conflict[];
  readonly revision: number;
}

export function stale(who: string, revision: number, conflicts: readonly Conflict[]): StaleForm {
  return { ...refuse('form.stale', { who, count: conflicts.length }), refused: 'form.stale', conflicts, revision };
}

export function isStale(value: unknown): value is StaleForm {
  return (value as StaleForm | null)?.refused === 'form.stale';
}

/**
 * Joins an edit with what was saved meanwhile. `was` holds what the form showed: a field left as it was keeps their value, a
 * field that only you changed keeps yours; one that both changed differently is a conflict. Without `was`, every field in
 * which yours differs from theirs is one.
 */
export function merge<F extends object>(was: Partial<F> | undefined, yours: F, theirs: F): { merged: F; conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];
  const merged = { ...yours };
  for (const field of Object.keys(yours) as (keyof F & string)[]) {
    if (same(yours[field], theirs[field])) continue;
    if (was && field in was && same(was[field], yours[field])) merged[field] = theirs[field];
    else if (!was || !same(was[field], theirs[field])) conflicts.push({ field, yours: yours[field], theirs: theirs[field] });
  }
  return { merged, conflicts };
}

export const same = (one: unknown, other: unknown) => canonical(one) === canonical(other);
