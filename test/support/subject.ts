import type { Day } from '#platform/clock/day.ts';
import type { Block, Body } from '#domains/editorial/index.ts';
import type { Found, Known, KnownAsset, Subject, ContentCheck } from '#domains/editorial/checks/checked.ts';
import { kindOf } from '#domains/editorial/kinds.ts';

const today = '2026-11-22' as Day;

export const nothingKnown: Known = { assets: new Map(), terms: [], officials: [], windows: [] };

/** A text of paragraphs; each its own block, `b1`, `b2`… */
export function written(...lines: (string | Block)[]): Body {
  return {
    type: 'doc',
    content: lines.map((line, at) =>
      typeof line === 'string'
        ? { type: 'paragraph', attrs: { id: `b${at + 1}` }, content: line === '' ? [] : [{ type: 'text', text: line }] }
        : line,
    ),
  };
}

/** A news item about the predial that nothing can be said against, with what differs. */
export function subjectOf(change: Partial<Subject> = {}): Subject {
  return {
    kind: kindOf('news'),
    title: 'El predial se paga con descuento',
    fields: { lead: 'Vale hasta febrero.', image: { asset: 1, alt: 'La plaza al amanecer' } },
    body: written('Quien paga a tiempo ahorra.'),
    class: 'public',
    goesPublic: true,
    day: today,
    today,
    renditions: [],
    ...change,
  };
}

export const assetOf = (change: Partial<KnownAsset> = {}): KnownAsset => ({
  id: 1,
  kind: 'image',
  title: 'La plaza',
  expiresOn: null,
  withdrawn: false,
  peopleShown: false,
  minorsShown: false,
  released: false,
  guarded: false,
  captions: false,
  transcript: false,
  ...change,
});

/** What a check finds: case and words, in order. */
export function casesOf(check: ContentCheck, subject: Subject, known: Partial<Known> = {}): string[] {
  return check
    .look(subject, { ...nothingKnown, ...known })
    .found.map(({ case: which, quote }: Found) => (quote ? `${which}: ${quote}` : which));
}
