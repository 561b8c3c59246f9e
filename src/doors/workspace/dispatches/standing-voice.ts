import type { DispatchesStanding } from '#domains/channels/index.ts';
import type { Said } from '#domains/plan/index.ts';
import type { Format } from '#platform/i18n/format.ts';

/** How what goes out stands: what failed first, then what waits for a person, then what leaves next. */
export function standingVoice({ failed, unknown, waiting, scheduled, nextAt, today }: DispatchesStanding, format: Format): Said {
  if (failed + unknown > 0) return { key: 'dispatches.list_voice.failed', vars: { count: failed + unknown } };
  if (waiting > 0) return { key: 'dispatches.list_voice.waiting', vars: { count: waiting } };
  if (nextAt) return { key: 'dispatches.list_voice.next', vars: { count: scheduled, at: format.instant(nextAt) } };
  return { key: 'dispatches.list_voice.calm', vars: { count: today } };
}
