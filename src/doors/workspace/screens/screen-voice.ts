import type { ScreenState } from '#domains/channels/index.ts';
import type { Said } from '#domains/plan/index.ts';

interface Seen {
  readonly state: ScreenState;
  readonly excludedAt: Date | null;
  readonly beat: { readonly at: Date; readonly title: string; readonly cannot: readonly string[] } | null;
}

/** What one screen shows, or why nobody knows. */
export function screenVoice({ state, excludedAt, beat }: Seen, when: (at: Date) => string): Said {
  if (state === 'showing' && beat)
    return excludedAt
      ? { key: 'screens.screen_voice.excluded', vars: {} }
      : beat.cannot.length > 0
        ? { key: 'screens.screen_voice.cannot', vars: { count: beat.cannot.length, title: beat.cannot[0]! } }
        : beat.title
          ? { key: 'screens.screen_voice.showing', vars: { title: beat.title } }
          : { key: 'screens.screen_voice.hour', vars: {} };
  return { key: `screens.screen_voice.${state}`, vars: beat ? { when: when(beat.at) } : {} };
}
