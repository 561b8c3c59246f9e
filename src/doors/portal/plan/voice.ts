import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import type { Standing } from './standing.ts';

type Stands = Pick<Standing, 'advance' | 'lights' | 'components'> & { readonly version: Pick<Standing['version'], 'inForceFrom'> };

/** Percent points behind what is due from which a plan, or a part of it, is said to be behind. */
const behind = 2;

/** How the plan stands, in one or two sentences, the bad first. */
export function planVoice(standing: Stands, say: Say, format: Format): string {
  return [first(standing, say, format), say('portal.voice.every', { count: standing.lights.off + standing.lights.risk })].join(' ');
}

/** The same for the home, which says what holds the plan back. */
export function homeVoice(standing: Stands, say: Say, format: Format): string {
  const held = heldBack(standing);
  return [first(standing, say, format), held ? say('portal.voice.held_back', { by: held }) : ''].filter(Boolean).join(' ');
}

function first({ advance, version }: Stands, say: Say, format: Format): string {
  if (!advance) return say('portal.voice.nothing', { day: format.day(version.inForceFrom) });
  const vars = { at: format.percent(Math.round(advance.progress)), due: format.percent(Math.round(advance.due)) };
  if (advance.progress >= 100) return say('portal.voice.done', vars);
  return say(advance.due - advance.progress >= behind ? 'portal.voice.behind' : 'portal.voice.on_time', vars);
}

/** The component that is furthest behind, when the plan is behind. */
export function heldBack({ advance, components }: Stands): string | null {
  if (!advance || advance.due - advance.progress < behind) return null;
  const gap = (part: Stands['components'][number]) => (part.advance ? part.advance.due - part.advance.progress : 0);
  const worst = components.toSorted((one, other) => gap(other) - gap(one))[0];
  return worst && gap(worst) >= behind ? worst.title : null;
}
