import type { Day } from '#platform/clock/day.ts';

export const kinds = ['objective', 'component', 'responsibility', 'activity', 'indicator'] as const;
export type Kind = (typeof kinds)[number];

export const states = ['draft', 'in_review', 'approved', 'in_force', 'closed'] as const;
export type State = (typeof states)[number];

export const recurrences = ['none', 'weekly', 'biweekly', 'monthly', 'quarterly', 'yearly'] as const;
export type Recurrence = (typeof recurrences)[number];

export const frequencies = ['month', 'quarter', 'year'] as const;
export type Frequency = (typeof frequencies)[number];

export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

export const additions = ['sum', 'last', 'average', 'ratio', 'percentile'] as const;
/** How the readings of an indicator add up over time. */
export type Addition = (typeof additions)[number];

export const sectionKinds = [
  'objective',
  'scope',
  'definitions',
  'norms',
  'policy',
  'publics',
  'needs',
  'functions',
  'strategy',
  'segments',
  'channels',
  'contents',
  'feedback',
  'training',
  'crisis',
  'metrics',
  'alliances',
  'reviews',
  'text',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

export const channelClasses = ['ATL', 'BTL', 'digital'] as const;
export const channelModes = ['online', 'offline'] as const;

export interface Plan {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  /** The dependency that answers for it. */
  readonly unit: number;
  readonly unitCode: string;
  readonly unitName: string;
  /** The plan to whose objectives this one aligns its own. */
  readonly parent: number | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

export interface Version {
  readonly id: number;
  readonly plan: number;
  readonly number: number;
  readonly state: State;
  readonly basedOn: number | null;
  readonly note: string;
  readonly createdAt: Date;
  readonly inForceFrom: Day | null;
  readonly inForceUntil: Day | null;
}

export interface Target {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly value: number;
}

/** What one item of the plan's tree says in one version. Fields that its kind does not have are null or empty. */
export interface Row {
  readonly item: number;
  readonly kind: Kind;
  /** The item it hangs from; null for objectives. */
  readonly parent: number | null;
  /** From 1, among its siblings. */
  readonly position: number;
  /** `2.1.3`; empty for components and indicators. */
  readonly number: string;
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly person: string | null;
  readonly personName: string | null;
  /** Objectives: the parent plan's objective (an item of that plan) that this one serves. */
  readonly aligned: number | null;
  /** Activities. */
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly recurrence: Recurrence | null;
  readonly segments: readonly string[];
  readonly channels: readonly string[];
  /** Components: other objectives; activities: other responsibilities. They never move the branch. */
  readonly alsoServes: readonly number[];
  /** Indicators. */
  readonly measure: string | null;
  readonly filter: Readonly<Record<string, string>>;
  readonly figureUnit: string | null;
  readonly direction: Direction | null;
  readonly addsUp: Addition | null;
  readonly frequency: Frequency | null;
  readonly baseline: number | null;
  readonly baselineNote: string;
  readonly targets: readonly Target[];
  /** Counts the edits of this row in this version, to tell a stale form. */
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedByName: string | null;
  readonly changedAt: Date;
}

export interface SectionItem {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

export interface Section {
  readonly code: string;
  readonly kind: SectionKind;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly items: readonly SectionItem[];
}

export interface Segment {
  readonly code: string;
  readonly name: string;
  readonly focus: string;
  readonly channels: readonly string[];
}

export interface PlanChannel {
  readonly code: string;
  readonly name: string;
  readonly class: (typeof channelClasses)[number];
  readonly mode: (typeof channelModes)[number];
  readonly purpose: string;
}

export interface NamedUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** A whole version: everything a reader, an export or a comparison needs. */
export interface VersionDocument {
  readonly plan: Plan;
  readonly version: Version;
  /** The dependencies that the plan names. */
  readonly units: readonly NamedUnit[];
  readonly sections: readonly Section[];
  readonly segments: readonly Segment[];
  readonly channels: readonly PlanChannel[];
  /** In the order of the tree: each row after the one it hangs from. */
  readonly rows: readonly Row[];
}

/** Live pages of a plan look again when this is told. */
export const planTopic = (plan: number) => `plan:${plan}`;
