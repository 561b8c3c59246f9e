import type { InformationClass, Source } from '../dispatch.ts';
import type { Letter } from '../letter.ts';
import type { MailingState } from './mailing-states.ts';

/** Whom a mailing is for. */
export interface Whom {
  /** A kind of sending of audiences: what may be sent without consent, and what may not. */
  readonly kind: string;
  /** What one must have agreed to, when the kind needs it. */
  readonly purpose: string | null;
  readonly segments: readonly string[];
  readonly excludedSegments: readonly string[];
  /** Who got one of these does not get this one. */
  readonly excludedMailings: readonly number[];
}

/** In parts of so many, or of so many of a hundred; with neither, all at once. */
export interface Waves {
  readonly size: number | null;
  readonly percent: number | null;
  /** Between one and the next. */
  readonly minutes: number;
}

/** One letter to the contacts of segments, by e-mail. */
export interface Mailing extends Whom, Waves {
  readonly id: number;
  readonly source: Source;
  readonly contentSha256: string;
  readonly class: InformationClass;
  readonly title: string;
  readonly viewPath: string | null;
  /** An embargo of its source. */
  readonly notBefore: Date | null;
  /** Of the letter and whom it is for: what an approval names. */
  readonly sha256: string;
  readonly state: MailingState;
  readonly heldFrom: string | null;
  readonly dueAt: Date | null;
  readonly failPercent: number;
  readonly waves: number;
  readonly wave: number;
  readonly waveAt: Date | null;
  readonly fixedAt: Date | null;
  readonly recipients: number;
  readonly draftedBy: string | null;
  readonly draftedByName: string | null;
  readonly draftedAt: Date;
  readonly startedBy: string | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly version: number;
}

export type MailingWithLetter = Mailing & { readonly letter: Letter };

export interface MailingMove {
  readonly state: MailingState;
  readonly at: Date;
  readonly person: string | null;
  readonly note: string;
}

export const recipientStates = ['queued', 'attempted', 'accepted', 'unknown', 'bounced', 'complained', 'suppressed'] as const;
export type RecipientState = (typeof recipientStates)[number];
export type RecipientCounts = Readonly<Record<RecipientState, number>>;

/** The live topic of one mailing; lists and workers listen to `mailings`. */
export const mailingTopic = (id: number): string => `mailing:${id}`;
