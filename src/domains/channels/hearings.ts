import type { Hearings } from '#platform/live/hearing.ts';
import { mailingCard } from './mailings/reading.ts';
import { dispatchCard } from './reading.ts';
import { getScreenGroup } from './screens/groups.ts';
import { getScreen } from './screens/screens.ts';

/** Who hears of what goes out. Nothing secret does. */
export const channelsHearings: Hearings = {
  dispatches: { action: 'dispatches.read' },
  dispatch: { one: dispatchCard },
  mailings: { action: 'mailings.read' },
  mailing: { one: mailingCard },
  screens: { action: 'screens.read' },
  screen: { one: getScreen },
  screen_group: { one: getScreenGroup },
  screen_program: { action: 'screens.read' },
  screen_pairings: { action: 'screens.adopt' },
  playlists: { action: 'screens.read' },
  returns: { action: 'mailings.recipients' },
};
