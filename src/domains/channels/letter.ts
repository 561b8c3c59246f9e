import { escaped } from '#platform/text/markup.ts';

/** A mail with holes: what is the same for all; `{{field|fallback}}` stands where each one's own goes. */
export interface Letter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly language: 'es' | 'en';
}

/** What may stand in a hole. The last three are addresses: of one's own page, of stopping by one click, and of reading it on the portal. */
export const personalFields = ['name', 'first_name', 'organization', 'unit', 'region', 'preferences', 'one_click', 'view'] as const;
export type PersonalField = (typeof personalFields)[number];

/** What is known of one contact; what is not known is empty. */
export type PersonalValues = Readonly<Record<PersonalField, string>>;

/** Where one's own goes. Without a fallback, who has nothing to put there cannot be written to. */
export interface Hole {
  readonly field: PersonalField;
  readonly fallback: string | null;
}

/** A hole that names nothing we know, is not closed, or that one contact has nothing to fill with; `hole` is what stands in it. */
export class BrokenLetter extends Error {
  readonly hole: string;
  constructor(hole: string) {
    super(`nothing for «${hole}»`);
    this.hole = hole;
  }
}

/** A text cut at its holes: what is the same for all, and in between what is not. @throws BrokenLetter */
export function cut(text: string): (string | Hole)[] {
  const parts: (string | Hole)[] = [];
  let from = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    const close = text.indexOf('}}', open);
    if (close < 0) throw new BrokenLetter(text.slice(open + 2, open + 40));
    if (open > from) parts.push(text.slice(from, open));
    parts.push(holeOf(text.slice(open + 2, close)));
    from = close + 2;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function holeOf(inside: string): Hole {
  const bar = inside.indexOf('|');
  const name = (bar < 0 ? inside : inside.slice(0, bar)).trim();
  const field = personalFields.find((known) => known === name);
  if (!field) throw new BrokenLetter(inside.slice(0, 40));
  return { field, fallback: bar < 0 ? null : inside.slice(bar + 1).trim() };
}

// Line ends would begin another header, and no control character belongs in a name (RFC 5322, §2.2).
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g;

/** What goes into a hole of plain text: one line, without control characters; the fallback as it is written. @throws BrokenLetter */
export function plainOf({ field, fallback }: Hole, values: PersonalValues): string {
  const own = values[field].replace(controls, ' ').trim();
  if (own !== '') return own;
  if (fallback === null) throw new BrokenLetter(field);
  return fallback;
}

/** The same in HTML: one's own is escaped; the fallback was written as HTML already. @throws BrokenLetter */
export function htmlOf(hole: Hole, values: PersonalValues): string {
  const own = values[hole.field].replace(controls, ' ').trim();
  return own === '' ? plainOf(hole, values) : escaped(own);
}

export interface Filled {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** One contact's own letter, as a preview shows it and as it leaves. @throws BrokenLetter */
export function fill(letter: Letter, values: PersonalValues): Filled {
  const whole = (text: string, say: (hole: Hole, values: PersonalValues) => string) =>
    cut(text)
      .map((part) => (typeof part === 'string' ? part : say(part, values)))
      .join('');
  return {
    subject: whole(letter.subject, plainOf).replace(controls, ' '),
    html: whole(letter.html, htmlOf),
    text: whole(letter.text, plainOf),
  };
}

/** The hole that breaks a letter for everybody, such as `nombre`; null when there is none. */
export function brokenHole(letter: Letter): string | null {
  try {
    for (const text of [letter.subject, letter.html, letter.text]) cut(text);
    return null;
  } catch (cause) {
    if (cause instanceof BrokenLetter) return cause.hole;
    throw cause;
  }
}
