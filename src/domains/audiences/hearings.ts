import type { Hearings } from '#platform/live/hearing.ts';

/** Who hears that contacts, or what they ask about their data, changed. */
export const audiencesHearings: Hearings = {
  contacts: { action: 'contacts.read' },
  data_requests: { action: 'data_requests.read' },
};
