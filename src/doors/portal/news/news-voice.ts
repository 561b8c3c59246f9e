import type { Format } from '#platform/i18n/format.ts';
import type { Said } from '#domains/plan/index.ts';

interface Seen {
  readonly total: number;
  /** How far a narrowed list is counted. */
  readonly counted?: number;
  readonly narrowed: boolean;
  readonly search: string;
  readonly last: Date | null;
  readonly page: number;
}

/** What the list of news says first: nothing yet, nothing like that, so many, and when the last was. */
export function newsVoice({ total, counted = Infinity, narrowed, search, last, page }: Seen, format: Format): Said {
  if (search !== '' && total > counted) return { key: 'news.voice.search_beyond', vars: { count: counted, text: search } };
  if (search !== '') return { key: 'news.voice.search', vars: { count: total, text: search } };
  if (narrowed && total > counted) return { key: 'news.voice.narrowed_beyond', vars: { count: counted } };
  if (narrowed) return { key: 'news.voice.narrowed', vars: { count: total } };
  if (total === 0 || !last) return { key: 'news.voice.none', vars: {} };
  if (page > 1) return { key: 'news.voice.page', vars: { count: total, page } };
  return { key: 'news.voice.all', vars: { count: total, at: format.instant(last) } };
}
