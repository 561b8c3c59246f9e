import type { Day } from '#platform/clock/day.ts';

export const campaignStates = ['draft', 'designed', 'under_way', 'closed', 'cancelled'] as const;
export type CampaignState = (typeof campaignStates)[number];

export const campaignScopes = ['external', 'internal'] as const;
export type CampaignScope = (typeof campaignScopes)[number];

/** To many by bought space (ATL), to each by direct means (BTL), or digital. */
export const actionClasses = ['ATL', 'BTL', 'digital'] as const;
export type ActionClass = (typeof actionClasses)[number];

export const actionModes = ['online', 'offline'] as const;
export type ActionMode = (typeof actionModes)[number];

export interface Campaign {
  readonly id: number;
  /** The last part of its public address. */
  readonly code: string;
  readonly name: string;
  readonly objective: string;
  readonly scope: CampaignScope;
  readonly state: CampaignState;
  readonly unit: number;
  readonly unitName: string;
  readonly item: number | null;
  readonly request: number | null;
  readonly owner: string | null;
  readonly ownerName: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly segments: readonly string[];
  readonly regions: readonly string[];
  readonly tone: string;
  /** In pesos. */
  readonly budget: number;
  readonly report: string;
  /** Shown on the portal once it is under way. */
  readonly public: boolean;
  readonly createdAt: Date;
  readonly designedAt: Date | null;
  readonly closedAt: Date | null;
  readonly revision: number;
}

export const campaignTopic = (id: number): string => `campaign:${id}`;

/** A campaign goes one way: designed, carried out, closed; it is given up from anywhere but its end. */
export const campaignMoves = {
  design: { from: ['draft'], to: 'designed' },
  start: { from: ['designed'], to: 'under_way' },
  close: { from: ['under_way'], to: 'closed' },
  cancel: { from: ['draft', 'designed', 'under_way'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly CampaignState[]; to: CampaignState }>;
export type CampaignMove = keyof typeof campaignMoves;

export const isCampaignOpen = ({ state }: Pick<Campaign, 'state'>): boolean => state !== 'closed' && state !== 'cancelled';
