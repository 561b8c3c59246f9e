import type { Block } from '../body.ts';
import { at, hint, type ContentCheck, type Found } from './checked.ts';

// The name of a file, or of what it is, tells nobody what is seen (WCAG 2.2, F30).
const noWords = /\.(jpe?g|png|gif|webp|svg)$|^(img|dsc|foto|imagen|image|photo|captura)[\s_-]*\d*$/i;

export const altText: ContentCheck = {
  check: 'alt_text',
  look: ({ kind, fields, body }) => {
    const found: Found[] = [];
    const one = (block: string, alt: string, decorative: boolean | undefined, number: number) => {
      if (decorative) return;
      if (alt.trim() === '') found.push(at(block, '', 'missing', { number }));
      else if (noWords.test(alt.trim())) found.push(at(block, '', 'no_words', { alt, number }));
      else if (alt.length > 300) found.push(hint(at(block, '', 'long', { letters: alt.length, number })));
    };
    let number = 0;
    for (const { code, type } of kind.fields) {
      const value = fields[code];
      if (type === 'image' && value !== undefined && typeof value !== 'string') one(`fields.${code}`, value.alt, false, (number += 1));
    }
    const look = (block: Block, id: string): void => {
      if (block.type === 'image') one(id, block.attrs.alt, block.attrs.decorative, (number += 1));
      else if (block.type === 'gallery') for (const { alt, decorative } of block.attrs.images) one(id, alt, decorative, (number += 1));
      else for (const child of childrenOf(block)) look(child, id);
    };
    for (const block of body.content) look(block, block.attrs.id);
    return { found, facts: { images: number } };
  },
};

/** The blocks inside a block. */
export function childrenOf(block: Block): readonly Block[] {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap(({ content }) => content);
    case 'blockquote':
    case 'callout':
      return block.content;
    case 'table':
      return block.content.flatMap(({ content }) => content.flatMap((cell) => cell.content));
    default:
      return [];
  }
}
