import type { Day } from '#platform/clock/day.ts';
import type { Body } from '../body.ts';
import type { Check, Kind } from '../kind.ts';
import type { Fields, InformationClass } from '../piece.ts';

/** A piece as it is looked at: what is written, and what it is. */
export interface Subject {
  readonly kind: Kind;
  readonly title: string;
  readonly fields: Fields;
  readonly body: Body;
  readonly class: InformationClass;
  /** Whether one of its channels can be read outside the house. */
  readonly goesPublic: boolean;
  /** When it should go out, or today. */
  readonly day: Day;
  readonly today: Day;
  /** The words of each channel of its own, with how many letters fit. */
  readonly renditions: readonly { readonly channel: string; readonly name: string; readonly letters: number; readonly limit: number }[];
}

/** An asset of the library, as far as checks look. */
export interface KnownAsset {
  readonly id: number;
  readonly kind: 'image' | 'video' | 'audio' | 'document';
  readonly title: string;
  readonly expiresOn: Day | null;
  readonly withdrawn: boolean;
  readonly peopleShown: boolean;
  readonly minorsShown: boolean;
  /** Whether whoever is seen, and who answers for a minor, gave leave. */
  readonly released: boolean;
  readonly guarded: boolean;
  readonly captions: boolean;
  readonly transcript: boolean;
}

/** What the institution knows, against which a piece is held. */
export interface Known {
  readonly assets: ReadonlyMap<number, KnownAsset>;
  /** How things are called here (`terms`). */
  readonly terms: readonly {
    readonly term: string;
    readonly meaning: string;
    readonly insteadOf: readonly string[];
    readonly sort: 'term' | 'jargon' | 'forbidden' | 'official';
  }[];
  /** Whoever leads a dependency: his name must not be promoted. */
  readonly officials: readonly string[];
  readonly windows: readonly {
    readonly name: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly candidates: readonly string[];
  }[];
}

/** One thing found: where, in which words, and what the sentence about it needs. */
export interface Found {
  /** The id of a block, `title`, or `fields.<code>`; empty for the piece as a whole. */
  readonly block: string;
  readonly quote: string;
  /** Which of the check's cases it is: the sentence is `checks.<check>.<case>`. */
  readonly case: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Worth a look, never a reason to stop. */
  readonly hint?: true;
}

/** What a check says of a piece. */
export interface Said {
  readonly found: readonly Found[];
  /** What it measured, such as a readability of 67. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export interface ContentCheck {
  readonly check: Check;
  readonly look: (subject: Subject, known: Known) => Said;
}

/** That a check was let by: by whom, why, when. */
export interface Waived {
  readonly who: string;
  readonly reason: string;
  readonly at: Date;
}

export const at = (block: string, quote: string, which: string, facts: Readonly<Record<string, string | number>> = {}): Found => ({
  block,
  quote,
  case: which,
  facts,
});

export const hint = (found: Found): Found => ({ ...found, hint: true });
