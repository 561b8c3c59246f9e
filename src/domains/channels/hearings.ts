import type { Hearings } from '#platform/live/hearing.ts';
import { mailingCard } from './mailings/reading.ts';
import { dispatchCard } from './reading.ts';

/** Who hears of what goes out. Nothing secret does. */
export const channelsHearings: Hearings = {
  dispatches: { action: 'dispatches.read' },
  dispatch: { one: dispatchCard },
  mailings: { action: 'mailings.read' },
  mailing: { one: mailingCard },
};
