import { expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import { newsletterOrder, stillHolds, type Orderable } from './newsletter-order.ts';

const one = (name: string, publishedAt: string, more: Partial<Orderable> = {}) => ({
  name,
  line: null,
  expiresOn: null,
  publishedAt: new Date(publishedAt),
  ...more,
});

test('what closes soon goes first, then what invites, then the newest', () => {
  const ordered = newsletterOrder(
    [
      one('vieja', '2026-11-02T15:00:00Z'),
      one('nueva', '2026-11-20T15:00:00Z'),
      one('audiencia', '2026-11-05T15:00:00Z', { line: 'participation' }),
      one('predial', '2026-11-03T15:00:00Z', { expiresOn: parseDay('2026-11-30') }),
      one('subsidio', '2026-11-04T15:00:00Z', { expiresOn: parseDay('2026-12-15'), line: 'participation' }),
      one('lejana', '2026-11-19T15:00:00Z', { expiresOn: parseDay('2027-06-30') }),
    ],
    parseDay('2026-11-25'),
  );
  expect(ordered.map(({ name }) => name)).toEqual(['predial', 'subsidio', 'audiencia', 'nueva', 'lejana', 'vieja']);
});

test('what has closed by then is no news', () => {
  expect(stillHolds({ expiresOn: parseDay('2026-11-24') }, parseDay('2026-11-25'))).toBe(false);
  expect(stillHolds({ expiresOn: parseDay('2026-11-25') }, parseDay('2026-11-25'))).toBe(true);
});
