import type { Day } from '#platform/clock/day.ts';
import type { Body } from './body.ts';

export const pieceStates = ['draft', 'in_review', 'approved', 'scheduled', 'published', 'expired', 'withdrawn', 'discarded'] as const;
export type PieceState = (typeof pieceStates)[number];

/** Ley 1712 of 2014: public unless there is a reason; internal is what stays in the house without being secret. */
export const informationClasses = ['public', 'internal', 'classified', 'reserved'] as const;
export type InformationClass = (typeof informationClasses)[number];

export const contentLines = ['information', 'training', 'participation'] as const;
export type ContentLine = (typeof contentLines)[number];

/** An asset in a field of a kind. */
export interface FieldAsset {
  readonly asset: number;
  readonly alt: string;
}
export type Fields = Readonly<Record<string, string | FieldAsset>>;

/** A piece as it stands in the workspace: its working copy, not what is out. */
export interface Piece {
  readonly id: number;
  readonly kind: string;
  readonly slug: string;
  readonly title: string;
  readonly state: PieceState;
  readonly class: InformationClass;
  readonly classBasis: string;
  readonly classReason: string;
  readonly classSince: Day | null;
  readonly classUntil: Day | null;
  readonly unit: number;
  readonly unitName: string;
  readonly item: number | null;
  readonly campaign: number | null;
  readonly campaignName: string | null;
  readonly request: number | null;
  readonly slot: number | null;
  readonly slotDay: Day | null;
  readonly owner: string | null;
  readonly ownerName: string | null;
  readonly line: ContentLine | null;
  readonly segments: readonly string[];
  readonly regions: readonly string[];
  readonly channels: readonly string[];
  readonly fields: Fields;
  readonly body: Body;
  readonly text: string;
  readonly words: number;
  readonly sha256: string;
  readonly revision: number;
  readonly dueOn: Day | null;
  readonly publishAt: Date | null;
  readonly embargoUntil: Date | null;
  readonly expiresOn: Day | null;
  readonly reviewOn: Day | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly changedBy: string | null;
  readonly changedByName: string | null;
  readonly changedAt: Date;
  readonly submittedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string;
  readonly returns: number;
}

export const isSecret = ({ class: clearance }: Pick<Piece, 'class'>): boolean => clearance === 'classified' || clearance === 'reserved';

/** The live topic of a piece; all pieces' lists listen to `pieces`. */
export const pieceTopic = (id: number): string => `piece:${id}`;
/** Its words, saved at each pause of whoever writes. */
export const writingTopic = (id: number): string => `writing:${id}`;
/** Who has it open, and where in it they are. */
export const presenceTopic = (id: number): string => `presence:${id}`;
