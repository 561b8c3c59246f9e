import type { Block, Inline, Mark } from '../body.ts';
import type { Subject } from './checked.ts';

/** One line of text of a piece, with what is said about its words. */
export interface Passage {
  readonly block: string;
  readonly type: 'title' | 'field' | 'paragraph' | 'heading' | 'listItem' | 'quote' | 'callout' | 'cell' | 'caption' | 'alt';
  readonly level?: number;
  readonly text: string;
  /** Marks over letters `from` (included) to `to` (not). */
  readonly marks: readonly { readonly mark: Mark; readonly from: number; readonly to: number }[];
}

/** Fields that a reader reads as text; others hold names, numbers and addresses. */
const prose = new Set(['lead', 'problem', 'result', 'description', 'post']);

/** Every line of a piece in reading order: title, fields, text, and the words of its pictures. */
export function passagesOf(subject: Subject): Passage[] {
  const fields = Object.entries(subject.fields).flatMap(([code, value]): Passage[] =>
    typeof value !== 'string'
      ? [{ block: `fields.${code}`, type: 'alt', text: value.alt, marks: [] }]
      : prose.has(code)
        ? value.split('\n').map((text) => ({ block: `fields.${code}`, type: 'field' as const, text, marks: [] }))
        : [],
  );
  const title: Passage = { block: 'title', type: 'title', text: subject.title, marks: [] };
  return [title, ...fields, ...bodyPassages(subject)].filter(({ text, type }) => text.trim() !== '' || type === 'heading');
}

/** The lines of the text alone. */
export function bodyPassages({ body }: Pick<Subject, 'body'>): Passage[] {
  return body.content.flatMap((block) => passages(block, block.attrs.id, 'paragraph'));
}

/** The lines that are read as sentences. */
export function sentencesIn(subject: Subject): Passage[] {
  return passagesOf(subject).filter(({ type }) => ['field', 'paragraph', 'listItem', 'quote', 'callout'].includes(type));
}

function passages(block: Block, id: string, type: Passage['type']): Passage[] {
  const inside = (content: readonly Block[], as: Passage['type']) => content.flatMap((child) => passages(child, id, as));
  const words = (text: string | undefined, as: Passage['type']): Passage[] => (text ? [{ block: id, type: as, text, marks: [] }] : []);
  switch (block.type) {
    case 'paragraph':
      return [line(id, type, block.content)];
    case 'heading':
      return [{ ...line(id, 'heading', block.content), level: block.attrs.level }];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => inside(item.content, 'listItem'));
    case 'blockquote':
      return inside(block.content, 'quote');
    case 'callout':
      return inside(block.content, 'callout');
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => inside(cell.content, 'cell')));
    case 'image':
      return [...words(block.attrs.alt, 'alt'), ...words(block.attrs.caption, 'caption')];
    case 'gallery':
      return block.attrs.images.flatMap(({ alt, caption }) => [...words(alt, 'alt'), ...words(caption, 'caption')]);
    default:
      return [];
  }
}

function line(block: string, type: Passage['type'], content: readonly Inline[] | undefined): Passage {
  let text = '';
  const marks: { mark: Mark; from: number; to: number }[] = [];
  for (const node of content ?? []) {
    const from = text.length;
    text += node.type === 'text' ? node.text : ' ';
    if (node.type === 'text') for (const mark of node.marks ?? []) marks.push({ mark, from, to: text.length });
  }
  return { block, type, text, marks };
}

/** The same letters without case or accents, one for one, so that a place in one is the place in the other. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/[áàâäéèêëíìîïóòôöúùûü]/g, (letter) => letter.normalize('NFD')[0]!);
}

/** Where a term stands in a text as whole words, whatever its case and accents; a term that ends in `*` also begins longer words. */
export function termIn(text: string, term: string): { from: number; quote: string } | null {
  const wanted = wantedOf(term);
  const plain = plainOf(text);
  if (wanted === null || !plain.includes(wanted.begins)) return null;
  const match = wanted.pattern.exec(plain);
  return match ? { from: match.index, quote: text.slice(match.index, match.index + match[0].length) } : null;
}

interface Wanted {
  readonly pattern: RegExp;
  /** Its first word: a text without it need not be searched. */
  readonly begins: string;
}

// Every passage is asked for every term of the institution at each pause of whoever writes: what both need is made once.
const known = new Map<string, Wanted | null>();
let last = { text: '', plain: '' };

function wantedOf(term: string): Wanted | null {
  const made = known.get(term);
  if (made !== undefined) return made;
  if (known.size > 10_000) known.clear();
  const words = folded(term.trim().replace(/\*$/, '')).split(/\s+/).filter(Boolean);
  const wanted = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const more = term.trim().endsWith('*') ? '\\p{L}*' : '';
  const one =
    words.length === 0 ? null : { pattern: new RegExp(`(?<![\\p{L}\\p{N}])${wanted}${more}(?![\\p{L}\\p{N}])`, 'u'), begins: words[0]! };
  known.set(term, one);
  return one;
}

function plainOf(text: string): string {
  if (last.text !== text) last = { text, plain: folded(text) };
  return last.plain;
}
