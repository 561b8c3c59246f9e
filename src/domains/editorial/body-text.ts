import type { Block, Body, Inline } from './body.ts';

/** One stretch of plain text of a body, with the block it is in and what it is there. */
export interface Stretch {
  readonly block: string;
  readonly type: 'paragraph' | 'heading' | 'listItem' | 'quote' | 'callout' | 'cell' | 'caption';
  readonly level?: number;
  readonly text: string;
}

/** Every stretch of text of a body, in reading order: what is searched, counted and checked. */
export function stretchesOf(body: Body): Stretch[] {
  return body.content.flatMap((block) => stretches(block, block.attrs.id, 'paragraph'));
}

/** The body as plain text, a line for each stretch. */
export function textOf(body: Body): string {
  return stretchesOf(body)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');
}

export const lineText = (content: readonly Inline[] | undefined): string =>
  (content ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join('');

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu)?.length ?? 0;

/** The assets that a body shows, each once. */
export function assetsIn(body: Body): number[] {
  const found = new Set<number>();
  const look = (block: Block): void => {
    if (block.type === 'image' || block.type === 'video' || block.type === 'audio' || block.type === 'file') found.add(block.attrs.asset);
    else if (block.type === 'gallery') for (const { asset } of block.attrs.images) found.add(asset);
    else if (block.type === 'table') block.content.forEach((row) => row.content.forEach((cell) => cell.content.forEach(look)));
    else if (block.type === 'bulletList' || block.type === 'orderedList') block.content.forEach((item) => item.content.forEach(look));
    else if (block.type === 'blockquote' || block.type === 'callout') block.content.forEach(look);
  };
  body.content.forEach(look);
  return [...found];
}

function stretches(block: Block, id: string, type: Stretch['type']): Stretch[] {
  const inside = (content: readonly Block[], as: Stretch['type']) => content.flatMap((child) => stretches(child, id, as));
  switch (block.type) {
    case 'paragraph':
      return [{ block: id, type, text: lineText(block.content) }];
    case 'heading':
      return [{ block: id, type: 'heading', level: block.attrs.level, text: lineText(block.content) }];
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
      return captions([block.attrs.caption]);
    case 'gallery':
      return captions(block.attrs.images.map(({ caption }) => caption));
    default:
      return [];
  }
  function captions(said: readonly (string | undefined)[]): Stretch[] {
    return said.filter((text) => text !== undefined && text !== '').map((text) => ({ block: id, type: 'caption', text: text! }));
  }
}
