import { createHash } from 'node:crypto';
import { canonical } from '#platform/text/canonical.ts';
import type { Body } from './body.ts';

export interface Content {
  readonly kind: string;
  readonly title: string;
  readonly class: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: Body;
  /** What each channel says in other words, by its code. */
  readonly renditions: Readonly<Record<string, unknown>>;
}

/**
 * The SHA-256 (hex) of all that a reader would see of a piece, as JSON with sorted keys. The ids of blocks, who wrote it and when do
 * not count. An approval names it: any edit makes another.
 */
export function contentHash(content: Content): string {
  const { kind, title, class: clearance, fields, body, renditions } = content;
  return createHash('sha256')
    .update(canonical({ kind, title, class: clearance, fields, body: withoutIds(body), renditions }))
    .digest('hex');
}

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => {
      if (key !== 'attrs') return [key, withoutIds(held)];
      const { id: _, ...attrs } = held as { id?: unknown };
      return [key, withoutIds(attrs)];
    }),
  );
}
