import type { DocumentWriter, Run } from '#platform/documents/writer.ts';
import type { Say } from '#platform/i18n/words.ts';
import type { Block, Body, Inline } from './body.ts';
import { lineText } from './body-text.ts';

/** Writes the text of a piece into a document. Its pictures are named by their words: paper has them where the piece is read. */
export function writeBody(to: DocumentWriter, body: Body, say: Say): void {
  for (const block of body.content) writeBlock(to, block, say);
}

function writeBlock(to: DocumentWriter, block: Block, say: Say): void {
  switch (block.type) {
    case 'heading':
      return to.heading(block.attrs.level, lineText(block.content));
    case 'paragraph':
      return block.content?.length ? to.paragraph(runsOf(block.content)) : undefined;
    case 'bulletList':
    case 'orderedList':
      return to.list(
        block.content.map(({ content }) => content.flatMap((inner, at) => [...(at > 0 ? [{ text: ' ' }] : []), ...runsIn(inner)])),
        block.type === 'orderedList',
      );
    case 'blockquote':
      block.content.forEach((inner) => writeBlock(to, inner, say));
      return block.attrs.who ? to.paragraph(`— ${block.attrs.who}`, { muted: true }) : undefined;
    case 'callout':
      return block.content.forEach((inner) => writeBlock(to, inner, say));
    case 'table':
      return writeRows(to, block, say);
    case 'image':
      return shown(to, [block.attrs]);
    case 'gallery':
      return shown(to, block.attrs.images);
    case 'video':
    case 'audio':
    case 'file':
      return block.attrs.title ? to.paragraph(block.attrs.title, { muted: true }) : undefined;
    case 'horizontalRule':
      return undefined;
  }
}

function writeRows(to: DocumentWriter, table: Extract<Block, { type: 'table' }>, say: Say): void {
  const rows = table.content.map(({ content }) =>
    content.map((cell) =>
      cell.content
        .flatMap(runsIn)
        .map(({ text }) => text)
        .join(''),
    ),
  );
  const [heads = [], ...rest] = rows;
  const most = Math.max(...rows.map(({ length }) => length));
  const whole = (row: readonly string[]) => Array.from({ length: most }, (_, at) => row[at] ?? '');
  to.table(
    say('memos.pdf.table'),
    whole(heads).map((head) => ({ head, parts: 1 })),
    rest.map(whole),
  );
}

function shown(
  to: DocumentWriter,
  images: readonly { readonly alt: string; readonly caption?: string; readonly decorative?: boolean }[],
): void {
  for (const { alt, caption, decorative } of images) {
    const said = [decorative ? '' : alt, caption ?? ''].filter(Boolean).join('. ');
    if (said) to.paragraph(`[${said}]`, { muted: true });
  }
}

function runsIn(block: Block): Run[] {
  if (block.type === 'paragraph' || block.type === 'heading') return runsOf(block.content ?? []);
  if (block.type === 'bulletList' || block.type === 'orderedList')
    return block.content.flatMap(({ content }) => [{ text: ' · ' }, ...content.flatMap(runsIn)]);
  return block.type === 'blockquote' || block.type === 'callout' ? block.content.flatMap(runsIn) : [];
}

function runsOf(content: readonly Inline[]): Run[] {
  return content.map((node) => {
    if (node.type === 'hardBreak') return { text: '\n' };
    const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false;
    const link = node.marks?.find((mark) => mark.type === 'link');
    return {
      text: node.text,
      ...(has('bold') ? { bold: true } : {}),
      ...(has('italic') ? { italic: true } : {}),
      ...(link?.type === 'link' && /^(https?:|mailto:)/.test(link.attrs.href) ? { link: link.attrs.href } : {}),
    };
  });
}
