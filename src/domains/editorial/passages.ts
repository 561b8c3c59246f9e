import { lineText } from './body-text.ts';
import type { Body, Inline } from './body.ts';
import type { Fields } from './piece.ts';

/** What is not in the body has a block's name too: `:title`, and `:` with a field's code. */
export const passageBlock = /^(:[a-z_]{1,40}|[\w-]{0,40})$/;

interface Content {
  readonly title: string;
  readonly fields: Fields;
  readonly body: Body;
}

/** Where a passage is in a line: its first letter and the one after its last; spaces of any kind and number are alike. */
export function findPassage(line: string, quote: string): { from: number; to: number } | undefined {
  const words = quote.trim().split(/\s+/);
  if (words[0] === '') return undefined;
  const found = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')).exec(line);
  return found ? { from: found.index, to: found.index + found[0].length } : undefined;
}

/** The lines of a block in reading order: those of its items, rows and quotes too. */
export function linesOf(content: Content, block: string): string[] {
  if (block === ':title') return [content.title];
  if (block.startsWith(':')) {
    const value = content.fields[block.slice(1)];
    return typeof value === 'string' ? [value] : [];
  }
  const lines: string[] = [];
  const node = content.body.content.find(({ attrs }) => attrs.id === block);
  if (node) eachLine(node, (line) => (lines.push(lineText(line)), line));
  return lines;
}

/** The same content with other words for a passage, in the emphasis of its first letter; undefined when the passage is not there. */
export function replacePassage(content: Content, block: string, quote: string, words: string): Content | undefined {
  if (block === ':title') {
    const title = replaced(content.title, quote, words);
    return title === undefined || title.trim() === '' ? undefined : { ...content, title };
  }
  if (block.startsWith(':')) {
    const code = block.slice(1);
    const value = content.fields[code];
    const text = typeof value === 'string' ? replaced(value, quote, words) : undefined;
    return text === undefined ? undefined : { ...content, fields: { ...content.fields, [code]: text } };
  }
  let done = false;
  const nodes = content.body.content.map((node) => {
    if (node.attrs.id !== block) return node;
    return eachLine(node, (line) => {
      const place = done ? undefined : findPassage(lineText(line), quote);
      if (!place) return line;
      done = true;
      return spliced(line, place, words);
    });
  });
  return done ? { ...content, body: { type: 'doc', content: nodes } } : undefined;
}

function replaced(text: string, quote: string, words: string): string | undefined {
  const place = findPassage(text, quote);
  return place && text.slice(0, place.from) + words + text.slice(place.to);
}

interface Holder {
  readonly type: string;
  readonly content?: readonly unknown[];
}

/** The same block with each of its lines as `change` makes it. */
function eachLine<N extends Holder>(node: N, change: (line: readonly Inline[]) => readonly Inline[]): N {
  if (!node.content) return node;
  const content =
    node.type === 'paragraph' || node.type === 'heading'
      ? change(node.content as readonly Inline[])
      : node.content.map((child) => eachLine(child as Holder, change));
  return { ...node, content };
}

function spliced(line: readonly Inline[], { from, to }: { from: number; to: number }, words: string): Inline[] {
  const out: Inline[] = [];
  let at = 0;
  let put = words === '';
  for (const node of line) {
    const text = node.type === 'text' ? node.text : ' ';
    const [begin, end] = [at, at + text.length];
    at = end;
    if (end <= from || begin >= to) {
      out.push(node);
      continue;
    }
    const held = node.type === 'text' && node.marks ? { marks: node.marks } : {};
    const [before, after] = [text.slice(0, Math.max(0, from - begin)), text.slice(Math.max(0, to - begin))];
    const middle = put ? '' : words;
    put = true;
    const all = before + middle + after;
    if (all !== '') out.push({ type: 'text', text: all, ...held });
  }
  return out;
}
