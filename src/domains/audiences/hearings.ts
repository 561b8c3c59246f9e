import type { Hearings } from '#platform/live/hearing.ts';
import { getImport } from './imports.ts';

/** Who hears that contacts, or what they ask about their data, changed. */
export const audiencesHearings: Hearings = {
  contacts: { action: 'contacts.read' },
  segments: { action: 'segments.read' },
  imports: { action: 'contacts.read' },
  import: { one: getImport },
  data_requests: { action: 'data_requests.read' },
};
