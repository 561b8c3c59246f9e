import type { Said } from '#domains/plan/index.ts';
import type { Standing } from './assets.queries.ts';

/** The library: nothing yet, nothing found, how many there are, and first what must not be shown until it is mended. */
export function assetsVoice({ count, rights, expired, words }: Standing): Said {
  if (count === 0) return { key: 'assets.voice.none', vars: {} };
  if (rights > 0 && expired > 0) return { key: 'assets.voice.rights_and_expired', vars: { all: count, rights, count: expired } };
  if (rights > 0) return { key: 'assets.voice.rights', vars: { all: count, count: rights } };
  if (expired > 0) return { key: 'assets.voice.expired', vars: { all: count, count: expired } };
  if (words > 0) return { key: 'assets.voice.words', vars: { all: count, count: words } };
  return { key: 'assets.voice.calm', vars: { count } };
}
