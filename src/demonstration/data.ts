import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Role } from '#platform/http/policy.ts';

/** What the files of data/ hold, as their comments say. */
export interface Town {
  readonly institution: {
    readonly kind: string;
    readonly name: string;
    readonly color: string;
    readonly language: string;
    readonly zone: string;
    readonly address: string;
    readonly phone: string;
    readonly email: string;
  };
  readonly domain: string;
  readonly password: string;
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly parent: string | null;
    readonly head: string;
    readonly liaison: string | null;
  }[];
  readonly people: readonly Inhabitant[];
  readonly own_days: readonly {
    readonly on: string;
    readonly lasts: number;
    readonly name: string;
    readonly act: string;
    readonly unit: string | null;
  }[];
}

export interface Inhabitant {
  readonly key: string;
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly employment?: 'contractor';
  /** `role` everywhere, or `role@unit`. */
  readonly roles: readonly (Role | `${Role}@${string}`)[];
  readonly since?: number;
  readonly until?: number;
  readonly account?: string;
}

export interface Papers {
  readonly texts: readonly { readonly title: string; readonly months: number; readonly published: string; readonly body: string }[];
  readonly expired: readonly string[];
  readonly unsigned: readonly string[];
}

interface Said {
  readonly code: string;
  readonly [field: string]: unknown;
}

/** How a template became a plan of the town. */
export interface Adoption {
  readonly plan: {
    readonly code: string;
    readonly title: string;
    readonly summary: string;
    readonly unit: string;
    readonly aligns_with?: string;
    readonly starts?: string;
  };
  readonly units: readonly string[];
  readonly words: readonly (readonly [from: string, to: string])[];
  readonly without: readonly string[];
  readonly sections: readonly Said[];
  readonly segments: readonly Said[];
  readonly objectives: readonly Said[];
  readonly components: readonly Said[];
  readonly activities: Readonly<
    Record<
      string,
      {
        readonly unit?: string;
        readonly person: string;
        readonly recurrence?: string;
        readonly title?: string;
        readonly description?: string;
        readonly starts?: string;
        readonly ends?: string;
      }
    >
  >;
  readonly indicators: Readonly<Record<string, Goal>>;
}

export interface Goal {
  readonly title?: string;
  readonly baseline: number;
  readonly note: string;
  /** For the four years of the plan. */
  readonly targets: readonly (number | null)[];
  /** Targets of the present year by quarter, when it has them. */
  readonly quarterly?: readonly number[];
  readonly frequency?: 'month' | 'quarter';
  readonly pace?: readonly number[];
  readonly dips?: Readonly<Record<number, number>>;
  readonly each?: readonly (readonly number[])[];
  readonly level?: readonly number[];
  readonly yearly?: number;
  readonly in_charge?: string;
}

export interface VersionStory {
  readonly number: number;
  readonly note: string;
  readonly writer: string;
  readonly written: string;
  readonly changes?: readonly Change[];
  readonly moves: readonly {
    readonly move: 'submit' | 'return' | 'approve' | 'put_in_force';
    readonly on: string;
    readonly by: string;
    readonly note: string;
  }[];
}

interface Dated {
  /** When it was written, if not with the rest. */
  readonly on?: string;
}

export interface NewRowSaid extends Dated {
  readonly add: 'objective' | 'component' | 'responsibility' | 'activity' | 'indicator';
  readonly under?: string;
  readonly code: string;
  readonly title: string;
  readonly description?: string;
  readonly unit?: string;
  readonly person?: string;
  readonly starts?: string;
  readonly ends?: string;
  readonly recurrence?: string;
  readonly segments?: readonly string[];
  readonly channels?: readonly string[];
  readonly measure?: string;
  readonly figure?: string;
  readonly adds_up?: string;
  readonly frequency?: string;
}

export type Change =
  | NewRowSaid
  | (Dated &
      (
        | {
            readonly edit: string;
            readonly title?: string;
            readonly description?: string;
            readonly person?: string;
            readonly ends?: string;
            readonly baselineNote?: string;
          }
        | { readonly remove: string }
        | { readonly targets: string; readonly present?: number; readonly next?: number }
        | { readonly section: string; readonly add: { readonly code: string; readonly title: string; readonly text: string } }
      ));

export interface Course {
  readonly late?: Readonly<Record<number, number | null>>;
  readonly steps?: readonly { readonly on: string; readonly percent: number }[];
  readonly on?: string;
}

export interface Odd {
  readonly pending?: number;
  readonly missing?: number;
  readonly returned?: Readonly<Record<number, string>>;
  /** Whether what was returned was never taken again. */
  readonly open?: boolean;
  readonly corrected?: Readonly<Record<number, { readonly more: number; readonly reason: string }>>;
  readonly late?: Readonly<Record<number, number>>;
}

export interface Work {
  readonly notes: Readonly<Record<string, readonly string[]>>;
  readonly readings: Readonly<Record<string, Readonly<Record<string, Odd>>>>;
  readonly annotations: readonly {
    readonly plan: string;
    readonly item: string;
    readonly kind: 'cause' | 'action';
    readonly by: string;
    readonly on: string;
    readonly from: string;
    readonly to?: string | null;
    readonly owner?: string;
    readonly due?: string;
    readonly text: string;
  }[];
  readonly courses: Readonly<Record<string, Readonly<Record<string, Course>>>>;
}

/** Reads a file of data/ as what this module says it holds. */
export async function readData<T>(name: string): Promise<T> {
  return parse(await readFile(new URL(`data/${name}.yaml`, import.meta.url), 'utf8')) as T;
}

export async function readTemplate<T>(name: string): Promise<T> {
  return parse(await readFile(new URL(`../../templates/plans/${name}.yaml`, import.meta.url), 'utf8')) as T;
}
