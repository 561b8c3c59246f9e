import type { Said } from '#domains/plan/index.ts';
import { stops, type LetterCheck } from './letter-checks.ts';

/** Whether a letter can leave as it is. */
export function letterVoice(checks: readonly LetterCheck[]): Said {
  const bad = stops(checks).length;
  if (bad > 0) return { key: 'letters.voice.stops', vars: { count: bad } };
  const looks = checks.filter(({ state }) => state === 'look' || state === 'asked').length;
  return looks > 0 ? { key: 'letters.voice.looks', vars: { count: looks } } : { key: 'letters.voice.ready', vars: {} };
}
