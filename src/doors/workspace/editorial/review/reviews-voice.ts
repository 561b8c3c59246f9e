import type { Say } from '#platform/i18n/words.ts';

/** How much waits for somebody's decision, what of it is late, and what came back to him. */
export function reviewsVoice(
  say: Say,
  { waiting, late, returned, others }: { waiting: number; late: number; returned: number; others: number },
): string {
  const sentences = [];
  if (waiting > 0) sentences.push(say('review.list_voice.waiting', { count: waiting }));
  if (late > 0) sentences.push(say('review.list_voice.late', { count: late }));
  if (returned > 0) sentences.push(say('review.list_voice.returned', { count: returned }));
  if (waiting === 0 && returned === 0 && others > 0) sentences.push(say('review.list_voice.others', { count: others }));
  return sentences.length > 0 ? sentences.join(' ') : say('review.list_voice.nothing');
}
