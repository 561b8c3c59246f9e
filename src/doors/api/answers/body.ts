import { z } from 'zod';
import { id } from './parts.ts';

/** The text of a piece, as its tree of blocks: what `body` takes and answers. */
const block = z.string().regex(/^[\w-]{0,40}$/);
const of = <T extends string, S extends z.ZodRawShape>(type: T, attrs: S) => ({
  type: z.literal(type),
  attrs: z.strictObject({ id: block, ...attrs }),
});

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic']) }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: z.string() }) }),
  z.strictObject({ type: z.literal('source'), attrs: z.strictObject({ source: z.string() }) }),
]);
export const inline = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), text: z.string(), marks: z.array(mark).optional() }),
    z.strictObject({ type: z.literal('hardBreak') }),
  ])
  .meta({ id: 'Inline' });

const placed = { asset: id, alt: z.string(), decorative: z.boolean().optional(), caption: z.string().optional() };
const line = { content: z.array(inline).optional() };
const holds = { content: z.array(z.lazy((): z.ZodType => blockShape)) };
const cell = z.strictObject({ type: z.enum(['tableCell', 'tableHeader']), ...holds });
const items = { content: z.array(z.strictObject({ type: z.literal('listItem'), ...holds })) };

const blockShape = z
  .discriminatedUnion('type', [
    z.strictObject({ ...of('paragraph', {}), ...line }),
    z.strictObject({ ...of('heading', { level: z.int().min(2).max(4) }), ...line }),
    z.strictObject({ ...of('bulletList', {}), ...items }),
    z.strictObject({ ...of('orderedList', { start: z.int() }), ...items }),
    z.strictObject({ ...of('blockquote', { who: z.string() }), ...holds }),
    z.strictObject({ ...of('callout', { tone: z.enum(['note', 'warning', 'help']) }), ...holds }),
    z.strictObject({
      ...of('table', {}),
      content: z.array(z.strictObject({ type: z.literal('tableRow'), content: z.array(cell) })),
    }),
    z.strictObject(of('horizontalRule', {})),
    z.strictObject(of('image', placed)),
    z.strictObject(of('gallery', { images: z.array(z.strictObject(placed)) })),
    z.strictObject(of('video', { asset: id, title: z.string() })),
    z.strictObject(of('audio', { asset: id, title: z.string() })),
    z.strictObject(of('file', { asset: id, title: z.string() })),
  ])
  .meta({ id: 'Block' });

export const body = z.strictObject({ type: z.literal('doc'), content: z.array(blockShape) }).meta({ id: 'Body' });
