import type { Say } from '#platform/i18n/words.ts';

/** Hours as people say them: days beyond two of them. */
export function took(hours: number, say: Say): string {
  if (hours < 1) return say('memos.under_hour');
  return hours < 48 ? say('memos.hours', { count: Math.round(hours) }) : say('memos.days', { count: Math.round(hours / 24) });
}
