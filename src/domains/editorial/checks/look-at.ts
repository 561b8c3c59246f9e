import type { Check } from '../kind.ts';
import { altText } from './alt-text.ts';
import { candidates } from './candidates.ts';
import type { ContentCheck, Found, Known, Said, Subject, Waived } from './checked.ts';
import { headingOrder } from './heading-order.ts';
import { captions, transcript } from './heard-and-seen.ts';
import { imageRights } from './image-rights.ts';
import { informationClass } from './information-class.ts';
import { jargon } from './jargon.ts';
import { length } from './length.ts';
import { linkText } from './link-text.ts';
import { longSentence } from './long-sentence.ts';
import { missingField } from './missing-field.ts';
import { officials } from './officials.ts';
import { passive } from './passive.ts';
import { personalData } from './personal-data.ts';
import { readability } from './readability.ts';
import { slogans } from './slogans.ts';
import { unsourcedFigure } from './unsourced-figure.ts';

/** Every check there is, in the order in which a writer meets them. */
export const contentChecks: readonly ContentCheck[] = [
  missingField,
  altText,
  captions,
  transcript,
  imageRights,
  informationClass,
  personalData,
  candidates,
  officials,
  slogans,
  length,
  unsourcedFigure,
  longSentence,
  readability,
  passive,
  jargon,
  headingOrder,
  linkText,
];

/** One of them on a piece: `block` stops it, `warn` does not, `waived` was let by. */
export interface PieceCheck {
  readonly check: Check;
  readonly level: 'block' | 'waived' | 'warn' | 'ok';
  readonly found: readonly Found[];
  readonly facts: NonNullable<Said['facts']>;
  readonly waiver: Waived | null;
}

/** Looks at a piece with every check; what the kind says blocks, blocks, unless it was waived. */
export function lookAt(subject: Subject, known: Known, waivers: ReadonlyMap<Check, Waived> = new Map()): PieceCheck[] {
  return contentChecks.map(({ check, look }) => {
    const { found, facts = {} } = look(subject, known);
    const waiver = waivers.get(check) ?? null;
    const stops = subject.kind.blocks.includes(check) && found.some(({ hint }) => !hint);
    return { check, found, facts, waiver, level: found.length === 0 ? 'ok' : stops ? (waiver ? 'waived' : 'block') : 'warn' };
  });
}
