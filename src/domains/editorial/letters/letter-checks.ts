import { brokenHole, type Letter, type WhyWritten } from '#domains/channels/index.ts';
import type { Piece } from '../piece.ts';
import type { LookedLink } from './links.queries.ts';

/** What is looked at before a letter leaves: `bad` stops it, `look` is worth a look, `asked` is not known yet. */
export interface LetterCheck {
  readonly check: 'approved' | 'class' | 'segment' | 'leave' | 'holes' | 'alt' | 'links' | 'size' | 'subject';
  /** The sentence is `letters.check.<check>.<case>`. */
  readonly case: string;
  readonly state: 'good' | 'look' | 'bad' | 'asked';
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface LookedLetter {
  readonly letter: Letter;
  readonly why: WhyWritten;
  readonly piece: Pick<Piece, 'class'>;
  readonly approved: boolean;
  /** Names of those whom it is for. */
  readonly segments: readonly string[];
  /** Pictures that have no words. */
  readonly wordless: number;
  readonly links: readonly LookedLink[];
  /** Where the piece itself is read: it may come out later than its letter is made. */
  readonly ownPath: string | null;
  /** Whether the same text is also a page, where nobody fills the holes. */
  readonly alsoPage: boolean;
}

/** Gmail shows no more than this of a letter's HTML, and cuts the foot with the way out («Message clipped»; 102 kB as senders measure it). */
export const clippedAt = 102 * 1024;
const subjectFits = 78;
/** Always filled: nobody is without them. */
const sure = new Set(['preferences', 'one_click', 'view', 'name', 'first_name']);

export const sizeOf = ({ html }: Pick<Letter, 'html'>): number => Buffer.byteLength(html);

/** The checks of a letter in the order in which one mends them. */
export function letterChecks(looked: LookedLetter): LetterCheck[] {
  return [approval, clearance, whom, wayOut, holes, alternative, links, size, subject].map((look) => look(looked));
}

export const stops = (checks: readonly LetterCheck[]): LetterCheck[] => checks.filter(({ state }) => state === 'bad');

type Look = (looked: LookedLetter) => LetterCheck;
const says =
  (check: LetterCheck['check']) =>
  (state: LetterCheck['state'], which: string, facts: LetterCheck['facts'] = {}): LetterCheck => ({ check, state, case: which, facts });

const approval: Look = ({ approved }) => says('approved')(approved ? 'good' : 'bad', approved ? 'good' : 'bad');

const clearance: Look = ({ piece, why }) => {
  const say = says('class');
  if (piece.class === 'public') return say('good', 'public');
  if (piece.class !== 'internal') return say('bad', 'secret');
  return why === 'internal' ? say('good', 'internal') : say('bad', 'not_outside');
};

const whom: Look = ({ segments }) =>
  segments.length > 0 ? says('segment')('good', 'good', { segments: segments.join(', ') }) : says('segment')('look', 'none');

const wayOut: Look = ({ letter, why }) => {
  if (why !== 'subscription') return says('leave')('good', 'not_needed');
  return letter.html.includes('{{one_click}}') && letter.text.includes('{{one_click}}')
    ? says('leave')('good', 'good')
    : says('leave')('bad', 'missing');
};

const holes: Look = ({ letter, alsoPage }) => {
  const say = says('holes');
  const broken = brokenHole(letter);
  if (broken !== null) return say('bad', 'unknown', { field: broken });
  const asked = [...`${letter.subject}\n${letter.html}\n${letter.text}`.matchAll(/\{\{\s*(\w+)\s*(\|?)/g)];
  const personal = [...new Set(asked.map(([, field]) => field!))].filter((field) => !['preferences', 'one_click', 'view'].includes(field));
  const bare = [...new Set(asked.flatMap(([, field, bar]) => (bar === '' && !sure.has(field!) ? [field!] : [])))];
  if (bare.length > 0) return say('bad', 'no_fallback', { fields: bare.join(', ') });
  if (personal.length === 0) return say('good', 'none');
  return alsoPage ? say('look', 'also_page', { fields: personal.join(', ') }) : say('good', 'good', { count: personal.length });
};

const alternative: Look = ({ wordless }) =>
  wordless > 0 ? says('alt')('bad', 'missing', { count: wordless }) : says('alt')('good', 'good');

const links: Look = ({ links: all, ownPath }) => {
  const say = says('links');
  const of = (state: LookedLink['state'] | null) => all.filter((link) => link.state === state);
  const named = (some: readonly LookedLink[]) => some.map(({ address }) => address).join(' · ');
  if (all.length === 0) return say('good', 'none');
  const dead = of('dead').filter(({ address }) => address !== ownPath);
  if (dead.length > 0) return say('bad', 'dead', { count: dead.length, addresses: named(dead) });
  const asked = [...of('asked'), ...of(null)];
  if (asked.length > 0) return say('asked', of('asked').length > 0 ? 'asked' : 'not_asked', { count: asked.length });
  if (of('dead').length > 0) return say('look', 'own_page');
  const unseen = of('unseen');
  return unseen.length > 0
    ? say('look', 'unseen', { count: unseen.length, addresses: named(unseen) })
    : say('good', 'good', { count: all.length });
};

const size: Look = ({ letter }) => {
  const bytes = sizeOf(letter);
  const facts = { size: Math.round(bytes / 1024), limit: clippedAt / 1024 };
  // What is one's own may be longer than its hole.
  if (bytes > clippedAt) return says('size')('bad', 'clipped', facts);
  return bytes > clippedAt * 0.9 ? says('size')('look', 'near', facts) : says('size')('good', 'good', facts);
};

const subject: Look = ({ letter }) => {
  const letters = [...letter.subject].length;
  return letters > subjectFits
    ? says('subject')('look', 'long', { letters, fits: subjectFits })
    : says('subject')('good', 'good', { letters });
};
