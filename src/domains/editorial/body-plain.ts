import type { Drawing } from './asset-html.ts';
import { addressOf } from './asset-html.ts';
import type { Block, Body, Inline } from './body.ts';

/**
 * A body as plain text for mail and for what is carried by hand: headings on lines of their own, lists with their marks, links with their
 * addresses, and each picture as its words. `at` is what addresses of the house begin with.
 */
export function plainBody(body: Body, drawing: Drawing, at: string): string {
  return body.content
    .map((block) => plain(block, drawing, at))
    .filter((text) => text !== '')
    .join('\n\n');
}

function plain(block: Block, drawing: Drawing, at: string): string {
  const inside = (content: readonly Block[]) =>
    content
      .map((child) => plain(child, drawing, at))
      .filter((text) => text !== '')
      .join('\n');
  switch (block.type) {
    case 'paragraph':
      return line(block.content, at);
    case 'heading':
      return line(block.content?.map(inCapitals), at);
    case 'bulletList':
      return block.content.map((item) => indented('– ', inside(item.content))).join('\n');
    case 'orderedList':
      return block.content.map((item, index) => indented(`${block.attrs.start + index}. `, inside(item.content))).join('\n');
    case 'blockquote':
      return `${indented('   ', inside(block.content))}${block.attrs.who ? `\n   — ${block.attrs.who}` : ''}`;
    case 'callout':
      return `${drawing.say(`news.callout.${block.attrs.tone}`)}: ${inside(block.content)}`;
    case 'table':
      return block.content.map((row) => row.content.map((cell) => inside(cell.content)).join(' | ')).join('\n');
    case 'image':
      return pictured([block.attrs], drawing);
    case 'gallery':
      return pictured(block.attrs.images, drawing);
    case 'video':
    case 'audio':
    case 'file': {
      const asset = drawing.assets.get(block.attrs.asset);
      return asset ? `${block.attrs.title || asset.title}: ${at}${addressOf(asset.file)}` : '';
    }
    default:
      return '';
  }
}

const indented = (mark: string, text: string) => mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);

const pictured = (images: readonly { alt: string; decorative?: boolean; caption?: string }[], { say }: Drawing) =>
  images
    .filter(({ alt, decorative }) => !decorative && alt !== '')
    .map(({ alt, caption }) => say('news.picture', { alt: [alt, caption].filter(Boolean).join('. ') }))
    .join('\n');

/** An address stays as it is written. */
const inCapitals = (node: Inline): Inline => (node.type === 'text' ? { ...node, text: node.text.toLocaleUpperCase('es') } : node);

function line(content: readonly Inline[] | undefined, at: string): string {
  return (content ?? [])
    .map((node) => {
      if (node.type === 'hardBreak') return '\n';
      const link = node.marks?.find((mark) => mark.type === 'link');
      const source = node.marks?.find((mark) => mark.type === 'source');
      const to = link?.attrs.href.startsWith('/') ? at + link.attrs.href : link?.attrs.href;
      return node.text + (to && to !== node.text ? ` (${to})` : '') + (source ? ` (${source.attrs.source})` : '');
    })
    .join('');
}
