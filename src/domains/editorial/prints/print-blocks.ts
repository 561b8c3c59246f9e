import type { Block, Body, Inline } from '../body.ts';
import type { PrintBlock } from './print.ts';

/** A piece's text as paper says it: what only a screen shows (films, sound, files, links) stays there. */
export function printBlocks({ content }: Body): PrintBlock[] {
  return content.flatMap(blocksOf).filter(({ text }) => text !== '');
}

/** Words typed for paper: a line that begins with a dash or a point is an item of a list. */
export function typedBlocks(text: string): PrintBlock[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const item = /^[-–•*]\s+(.+)$/.exec(line)?.[1];
      return item ? { is: 'item', text: item } : { is: 'paragraph', text: line };
    });
}

export const wordsIn = (blocks: readonly PrintBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);

function blocksOf(block: Block): PrintBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ is: 'heading', text: said(block.content) }];
    case 'paragraph':
      return [{ is: 'paragraph', text: said(block.content) }];
    case 'bulletList':
      return block.content.map(({ content }) => ({ is: 'item', text: flat(content) }));
    case 'orderedList':
      return block.content.map(({ content }, at) => ({ is: 'item', text: flat(content), mark: `${block.attrs.start + at}.` }));
    case 'blockquote':
      return [{ is: 'paragraph', text: [quoted(flat(block.content)), block.attrs.who].filter(Boolean).join(' — ') }];
    case 'callout':
      return block.content.flatMap(blocksOf);
    case 'table':
      return block.content.map((row) => ({ is: 'item', text: row.content.map(({ content }) => flat(content)).join(' · ') }));
    default:
      return [];
  }
}

const quoted = (text: string) => (text === '' || /^[«“"]/.test(text) ? text : `«${text}»`);

const flat = (content: readonly Block[]) =>
  content
    .flatMap(blocksOf)
    .map(({ text }) => text)
    .filter(Boolean)
    .join(' ');

const said = (content: readonly Inline[] = []): string =>
  content
    .map((node) => (node.type === 'hardBreak' ? '\n' : node.text))
    .join('')
    .trim();
