import type { DispatchState } from './dispatch-states.ts';

/** What goes out: a piece, a release. */
export interface Source {
  readonly type: string;
  readonly id: string;
}

export type InformationClass = 'public' | 'internal' | 'classified' | 'reserved';

/** What leaves, rendered when it was scheduled and never written again. Sources add what their own means need. */
export interface Snapshot {
  readonly title: string;
  readonly lead: string;
  /** The whole as plain text. */
  readonly text: string;
  readonly html: string;
  /** Where it is read in the house, such as `/intranet/news/pico-y-placa`. */
  readonly path: string | null;
  readonly [more: string]: unknown;
}

/** One thing by one channel. */
export interface Dispatch {
  readonly id: number;
  readonly channel: string;
  readonly channelName: string;
  readonly means: 'portal' | 'intranet' | 'mail' | 'screen' | 'by_hand' | 'push';
  readonly public: boolean;
  readonly source: Source;
  readonly title: string;
  readonly class: InformationClass;
  readonly contentSha256: string;
  readonly state: DispatchState;
  readonly dueAt: Date;
  readonly snapshot: Snapshot;
  readonly scheduledBy: string | null;
  readonly scheduledByName: string | null;
  readonly scheduledAt: Date;
  readonly attempts: number;
  readonly deliveredAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly error: string | null;
}

/** Each move of a dispatch from one state to the next. */
export interface DispatchMove {
  readonly state: DispatchState;
  readonly at: Date;
  readonly person: string | null;
  readonly note: string;
}

/** The live topic of one dispatch; lists listen to `dispatches`. */
export const dispatchTopic = (id: number): string => `dispatch:${id}`;
