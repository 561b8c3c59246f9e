import type { ScreenStanding } from '#domains/channels/index.ts';
import type { Said } from '#domains/plan/index.ts';

/** How the screens stand: what is silent first, then what was not heard yet, then that all is well. */
export function screensVoice({ showing, silent, off, new: fresh }: ScreenStanding, address: string): Said {
  if (showing + silent + off + fresh === 0) return { key: 'screens.voice.none', vars: { address } };
  if (silent > 0) return { key: 'screens.voice.silent', vars: { count: silent, showing } };
  if (showing > 0) return { key: 'screens.voice.well', vars: { count: showing } };
  return off > 0 ? { key: 'screens.voice.resting', vars: { off } } : { key: 'screens.voice.fresh', vars: { count: fresh } };
}
