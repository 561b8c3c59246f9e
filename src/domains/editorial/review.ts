import type { ReviewStep } from './kind.ts';
import type { StepState } from './rounds.ts';

/** One step of a round, with whom it was asked of and what he decided. */
export interface Step {
  readonly id: number;
  readonly piece: number;
  readonly round: number;
  readonly position: number;
  readonly step: ReviewStep;
  /** The dependency that knows, for the steps that are a dependency's. */
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly person: string | null;
  readonly personName: string | null;
  /** Who decides for him today. */
  readonly standIn: string | null;
  readonly standInName: string | null;
  readonly version: number;
  readonly versionNumber: number;
  readonly sha256: string;
  readonly dueAt: Date | null;
  readonly state: StepState;
  readonly askedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly note: string;
  readonly remindedAt: Date | null;
}

/** How a hash is said: its first four and last three characters. */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 4)}…${sha256.slice(-3)}`;

/** What a notice calls a piece: of what is secret, only its number. */
export const noticeTitle = ({ id, title, class: clearance }: { id: number; title: string; class: string }): string =>
  clearance === 'classified' || clearance === 'reserved' ? `№ ${id}` : title;

export const reviewPath = (piece: number): string => `/workspace/pieces/${piece}/review`;

/** The notices of a step that waits for somebody. */
export const stepAsked = ['piece.step_asked', 'piece.submitted', 'piece.reminder', 'piece.review_late'] as const;
