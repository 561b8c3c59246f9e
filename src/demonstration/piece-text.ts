import type { Body } from '#domains/editorial/index.ts';

type Block = Body['content'][number];

const words = (text: string) => [{ type: 'text' as const, text }];
const paragraph = (text: string) => ({ type: 'paragraph' as const, attrs: { id: '' }, content: words(text) });

/** The lines of data/pieces.yaml as a body: «## » a heading, «- » a list, «> who | words» a quote, the rest paragraphs. */
export function bodyOf(lines: readonly string[]): Body {
  const blocks: Block[] = [];
  for (const [at, line] of lines.entries()) {
    const last = blocks.at(-1);
    if (line.startsWith('- ')) {
      const item = { type: 'listItem' as const, content: [paragraph(line.slice(2))] };
      if (last?.type === 'bulletList' && lines[at - 1]!.startsWith('- '))
        blocks[blocks.length - 1] = { ...last, content: [...last.content, item] };
      else blocks.push({ type: 'bulletList', attrs: { id: `b${at}` }, content: [item] });
    } else if (line.startsWith('## ')) blocks.push({ type: 'heading', attrs: { id: `b${at}`, level: 2 }, content: words(line.slice(3)) });
    else if (line.startsWith('> ')) {
      const [who = '', said = ''] = line.slice(2).split(' | ');
      blocks.push({ type: 'blockquote', attrs: { id: `b${at}`, who }, content: [paragraph(`«${said}».`)] });
    } else blocks.push({ ...paragraph(line), attrs: { id: `b${at}` } });
  }
  return { type: 'doc', content: blocks };
}

/** Puts what a series leaves open: `{barrio}`, `{n}` … */
export const filled = (text: string, vars: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(vars[name] ?? ''));
