import type { Said } from '#domains/plan/index.ts';
import type { NewsletterDesk } from './newsletters.ts';

/** What a newsletter tells now, and what it leaves out. */
export function newsletterVoice({ stories, left }: Pick<NewsletterDesk, 'stories' | 'left'>): Said {
  if (stories.length === 0)
    return left.length === 0
      ? { key: 'newsletters.voice.nothing', vars: {} }
      : { key: 'newsletters.voice.empty', vars: { count: left.length } };
  return left.length === 0
    ? { key: 'newsletters.voice.whole', vars: { count: stories.length } }
    : { key: 'newsletters.voice.some', vars: { count: stories.length, left: left.length } };
}
