import type { ReactNode } from 'react';

export type StateName =
  | 'draft'
  | 'requested'
  | 'review'
  | 'approved'
  | 'scheduled'
  | 'live'
  | 'returned'
  | 'failed'
  | 'bounced'
  | 'unknown'
  | 'withdrawn';

/** A state: a shape, then a word. */
export function State({ state, children }: { state: StateName; children: ReactNode }) {
  return (
    <span className="state" data-state={state}>
      {children}
    </span>
  );
}

export type LightName = 'good' | 'risk' | 'off' | 'none';

/** A traffic light that survives a photocopier: disc, triangle, square, ring; then the word. */
export function Light({ light, children }: { light: LightName; children: ReactNode }) {
  return (
    <span className="light" data-light={light}>
      {children}
    </span>
  );
}

export function Badge({ strong = false, children }: { strong?: boolean; children: ReactNode }) {
  return <span className={strong ? 'badge strong' : 'badge'}>{children}</span>;
}

/** Somebody: initials and name, and what he is. */
export function Person({ name, more }: { name: string; more?: ReactNode }) {
  return (
    <span className="person">
      <span className="avatar" aria-hidden="true">
        {initials(name)}
      </span>
      <span>
        {name}
        {more && <small>{more}</small>}
      </span>
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return ((words[0]?.[0] ?? '') + (words.length > 2 ? (words[2]?.[0] ?? '') : (words[1]?.[0] ?? ''))).toUpperCase();
}
