export const orientations = ['lying', 'standing'] as const;
export type Orientation = (typeof orientations)[number];

/**
 * `showing`: it said so a moment ago; `silent`: it should have and did not; `off`: it is not its hour; `new`: it never said anything.
 */
export const screenStates = ['showing', 'silent', 'off', 'new'] as const;
export type ScreenState = (typeof screenStates)[number];

/** After so many seconds without a word, three heartbeats, nobody says that a screen shows anything. */
export const quietAfterSeconds = 100;
/** After so many seconds its responsible is told. */
export const silentAfterSeconds = 300;

/** A television on a wall. */
export interface Screen {
  readonly id: number;
  readonly name: string;
  readonly unit: number | null;
  readonly unitName: string | null;
  /** How somebody finds it: «Piso 2, junto al ascensor». */
  readonly place: string;
  readonly orientation: Orientation;
  /** Larger letters and fewer words. */
  readonly large: boolean;
  readonly group: number | null;
  readonly groupName: string | null;
  readonly adoptedAt: Date;
  readonly adoptedByName: string | null;
  readonly excludedAt: Date | null;
  readonly reloads: number;
  readonly version: number;
  readonly state: ScreenState;
  readonly beat: Beat | null;
}

/** What a screen said last. */
export interface Beat {
  readonly at: Date;
  readonly title: string;
  readonly source: string;
  readonly programSha256: string;
  readonly width: number;
  readonly height: number;
  /** How far its own clock is behind the house's. */
  readonly clockOffsetMs: number;
  readonly waitingPlays: number;
  /** The titles of what it should show and cannot. */
  readonly cannot: readonly string[];
  readonly pictureAt: Date | null;
}

export const screenTopic = (id: number): string => `screen:${id}`;
export const groupTopic = (id: number): string => `screen_group:${id}`;
