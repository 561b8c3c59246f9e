import type { Day } from '#platform/clock/day.ts';
import type { InformationClass, PieceState } from './piece.ts';

export const requestStates = ['waiting', 'returned', 'accepted', 'done', 'merged', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

export const requestMoves = ['ask', 'say', 'accept', 'return', 'answer', 'assign', 'merge', 'finish', 'withdraw'] as const;
export type RequestMove = (typeof requestMoves)[number];

/** What somebody asked the office for. Its number is its id. */
export interface OfficeRequest {
  readonly id: number;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly forWhom: string;
  readonly wantedOn: Day | null;
  readonly class: InformationClass;
  readonly segments: readonly string[];
  readonly regions: readonly string[];
  /** What the asker would have it become: a code of `kinds.ts`, `campaign`, or nothing. */
  readonly kind: string | null;
  readonly unit: number | null;
  readonly unitName: string | null;
  /** Null for somebody without an account, whose name and mail follow. */
  readonly askedBy: string | null;
  readonly askerName: string;
  readonly askerEmail: string | null;
  readonly askerLanguage: 'es' | 'en';
  readonly askerOrigin: string;
  readonly state: RequestState;
  readonly askedAt: Date;
  readonly answerDueOn: Day;
  readonly dueOn: Day | null;
  readonly assignee: string | null;
  readonly assigneeName: string | null;
  readonly item: number | null;
  readonly mergedInto: number | null;
  readonly answeredAt: Date | null;
  /** In working hours. */
  readonly answerHours: number | null;
  readonly doneAt: Date | null;
  /** In business days. */
  readonly days: number | null;
  readonly piece: number | null;
  /** The state of its piece; null when it has none or its piece is secret. */
  readonly pieceState: PieceState | null;
  readonly campaign: number | null;
  readonly revision: number;
}

/** The desk's three piles: what waits for a decision, what is being made, what ended. */
export const requestPiles = {
  waiting: ['waiting', 'returned'],
  under_way: ['accepted'],
  closed: ['done', 'merged', 'withdrawn'],
} as const satisfies Record<string, readonly RequestState[]>;
export type RequestPile = keyof typeof requestPiles;

export const isOpen = ({ state }: Pick<OfficeRequest, 'state'>): boolean =>
  state === 'waiting' || state === 'returned' || state === 'accepted';

/** Its live topic; the desk's pile listens to `requests`. */
export const requestTopic = (id: number): string => `request:${id}`;
