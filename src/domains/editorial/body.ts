import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';

/**
 * The text of a piece: a tree of blocks, in the form that the editor (Tiptap, ProseMirror) keeps. Nothing else is let in, and
 * everything that shows it is drawn from it, so that no markup of outside ever reaches a page.
 */
export interface Body {
  readonly type: 'doc';
  readonly content: readonly Block[];
}

export interface TextNode {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly Mark[];
}

export type Mark =
  | { readonly type: 'bold' | 'italic' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }
  /** A figure that says where it comes from. */
  | { readonly type: 'source'; readonly attrs: { readonly source: string } };

export type Inline = TextNode | { readonly type: 'hardBreak' };

/** An asset of the library in its place: its words for whoever does not see it belong to the place. */
export interface Placed {
  readonly asset: number;
  readonly alt: string;
  /** It adds nothing to the text, and is passed over when read aloud. */
  readonly decorative?: boolean;
  readonly caption?: string;
}

interface Of<T extends string, A = object> {
  readonly type: T;
  readonly attrs: A & { readonly id: string };
}

export type ListItem = { readonly type: 'listItem'; readonly content: readonly Block[] };
export type Cell = { readonly type: 'tableCell' | 'tableHeader'; readonly content: readonly Block[] };
export type TableRow = { readonly type: 'tableRow'; readonly content: readonly Cell[] };

export type Block =
  | (Of<'paragraph'> & { readonly content?: readonly Inline[] })
  | (Of<'heading', { readonly level: 2 | 3 | 4 }> & { readonly content?: readonly Inline[] })
  | (Of<'bulletList'> & { readonly content: readonly ListItem[] })
  | (Of<'orderedList', { readonly start: number }> & { readonly content: readonly ListItem[] })
  | (Of<'blockquote', { readonly who: string }> & { readonly content: readonly Block[] })
  | (Of<'callout', { readonly tone: 'note' | 'warning' | 'help' }> & { readonly content: readonly Block[] })
  | (Of<'table'> & { readonly content: readonly TableRow[] })
  | Of<'horizontalRule'>
  | Of<'image', Placed>
  | Of<'gallery', { readonly images: readonly Placed[] }>
  | Of<'video' | 'audio' | 'file', { readonly asset: number; readonly title: string }>;

export const largestBody = { blocks: 2000, depth: 8, letters: 200_000 } as const;

export const emptyBody: Body = { type: 'doc', content: [] };

/** Where a link may lead: the web, a mail, a telephone, or a place of this house; never a script. */
export const href = z
  .string()
  .trim()
  .max(2000)
  .regex(/^(https?:\/\/[^\s]+|mailto:[^\s]+|tel:[+\d\s().-]+|\/(?!\/)[^\s\\]*|#[\w-]+)$/i, 'body.link');

const id = z
  .string()
  .regex(/^[\w-]{0,40}$/)
  .default('');
const asset = z.number().int().positive();
const words = (maximum: number) => z.string().max(maximum).default('');

const placed = z.object({ asset, alt: words(1000), decorative: z.boolean().optional(), caption: words(1000) });

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href }) }),
  z.object({ type: z.literal('source'), attrs: z.object({ source: z.string().trim().min(1).max(500) }) }),
]);

const inline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1).max(20_000), marks: z.array(mark).max(8).optional() }),
  z.object({ type: z.literal('hardBreak') }),
]);

const line = z.array(inline).max(500).optional();
const attrs = <S extends z.ZodRawShape>(shape: S) => z.preprocess((value) => value ?? {}, z.object({ id, ...shape }));
const blocks: z.ZodType<readonly Block[]> = z.lazy(() => z.array(block).max(500));
const children = z.lazy(() => blocks);

const listItem = z.object({ type: z.literal('listItem'), content: children });
const cell = z.object({ type: z.enum(['tableCell', 'tableHeader']), content: children });
const row = z.object({ type: z.literal('tableRow'), content: z.array(cell).min(1).max(30) });

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), attrs: attrs({}), content: line }),
    z.object({
      type: z.literal('heading'),
      attrs: attrs({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]).catch(2) }),
      content: line,
    }),
    z.object({ type: z.literal('bulletList'), attrs: attrs({}), content: z.array(listItem).min(1).max(300) }),
    z.object({
      type: z.literal('orderedList'),
      attrs: attrs({ start: z.number().int().min(0).max(100_000).catch(1) }),
      content: z.array(listItem).min(1).max(300),
    }),
    z.object({ type: z.literal('blockquote'), attrs: attrs({ who: words(200) }), content: children }),
    z.object({ type: z.literal('callout'), attrs: attrs({ tone: z.enum(['note', 'warning', 'help']).catch('note') }), content: children }),
    z.object({ type: z.literal('table'), attrs: attrs({}), content: z.array(row).min(1).max(300) }),
    z.object({ type: z.literal('horizontalRule'), attrs: attrs({}) }),
    z.object({ type: z.literal('image'), attrs: attrs(placed.shape) }),
    z.object({ type: z.literal('gallery'), attrs: attrs({ images: z.array(placed).min(1).max(60) }) }),
    z.object({ type: z.enum(['video', 'audio', 'file']), attrs: attrs({ asset, title: words(300) }) }),
  ]),
) as z.ZodType<Block>;

const shape = z.object({ type: z.literal('doc'), content: z.array(block).max(largestBody.blocks) });

/**
 * What came as the text of a piece, from a form (as JSON text), the API or a file. Attributes that are not known are left out; a kind
 * of block or a link that is not allowed is refused as `piece.bad_body`, more than `largestBody` as `piece.body_too_long`.
 */
export function readBody(value: unknown): Body | Refusal {
  const parsed = typeof value === 'string' ? fromText(value) : value;
  if (isRefusal(parsed)) return parsed;
  if (depthOf(parsed) > largestBody.depth * 3) return refuse('piece.bad_body', {}, 'body');
  const read = shape.safeParse(parsed);
  if (!read.success)
    return refuse(read.error.issues.some(({ message }) => message === 'body.link') ? 'piece.bad_link' : 'piece.bad_body', {}, 'body');
  if (lettersOf(read.data) > largestBody.letters) return refuse('piece.body_too_long', { maximum: largestBody.letters }, 'body');
  return { type: 'doc', content: named(read.data.content) };
}

/** Every block at the top has an id of its own, by which what two wrote is joined: one that came without, or twice, gets one. */
function named(content: readonly Block[]): Block[] {
  const taken = new Set(content.map((one) => one.attrs.id));
  const seen = new Set<string>();
  let next = 1;
  return content.map((one) => {
    if (one.attrs.id !== '' && !seen.has(one.attrs.id)) {
      seen.add(one.attrs.id);
      return one;
    }
    while (taken.has(`b${next}`)) next += 1;
    taken.add(`b${next}`);
    return { ...one, attrs: { ...one.attrs, id: `b${next}` } } as Block;
  });
}

function fromText(text: string): unknown {
  if (text.length > largestBody.letters * 10) return refuse('piece.body_too_long', { maximum: largestBody.letters }, 'body');
  try {
    return JSON.parse(text);
  } catch {
    return refuse('piece.bad_body', {}, 'body');
  }
}

/** Counted without recursion: a hostile tree is deeper than the stack. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  let depth = 0;
  while (level.length > 0 && depth <= largestBody.depth * 3) {
    depth += 1;
    level = level
      .flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
      .filter((one) => typeof one === 'object' && one !== null);
  }
  return depth;
}

const lettersOf = (value: unknown): number =>
  typeof value === 'string'
    ? value.length
    : typeof value === 'object' && value !== null
      ? Object.values(value).reduce((sum: number, one) => sum + lettersOf(one), 0)
      : 0;
