import type { Block, Body, Fields } from '#domains/editorial/index.ts';

/** What is written on the desk: all that saving sends. */
export interface Content {
  readonly title: string;
  readonly fields: Fields;
  readonly body: Body;
}

/** What the house holds: the content at a revision, saved when and by whom. */
export interface Held extends Content {
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string | null;
}

/** A tree as the editor keeps it. */
export interface Tree {
  type?: string;
  attrs?: Record<string, unknown>;
  content?: Tree[];
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

/**
 * The editor's tree as the house keeps it: no attribute of the editor's own, no id below the top, no empty paragraphs at the end (the
 * editor puts one there to write in).
 */
export function bodyOf(tree: Tree): Body {
  const content = (tree.content ?? []).map((block) => blockOf(block, true));
  while (isEmpty(content.at(-1))) content.pop();
  return { type: 'doc', content };
}

const isEmpty = (block: Block | undefined) => block?.type === 'paragraph' && !block.content?.length;

const kept: Readonly<Record<string, readonly string[]>> = {
  heading: ['level'],
  orderedList: ['start'],
  blockquote: ['who'],
  callout: ['tone'],
  image: ['asset', 'alt', 'decorative', 'caption'],
  gallery: ['images'],
  video: ['asset', 'title'],
  audio: ['asset', 'title'],
  file: ['asset', 'title'],
};

const parts = new Set(['listItem', 'tableRow', 'tableCell', 'tableHeader']);

function blockOf(node: Tree, top: boolean): Block {
  const attrs = Object.fromEntries(
    (kept[node.type!] ?? []).map((name) => [name, node.attrs?.[name]]).filter(([name, value]) => name !== 'decorative' || value === true),
  );
  const own = parts.has(node.type!) ? {} : { attrs: { id: top ? String(node.attrs?.id ?? '') : '', ...attrs } };
  const inside = node.content?.map((child) =>
    child.type === 'text' || child.type === 'hardBreak' ? lineOf(child) : blockOf(child, false),
  );
  return { type: node.type, ...own, ...(inside ? { content: inside } : {}) } as Block;
}

const marked: Readonly<Record<string, readonly string[]>> = { bold: [], italic: [], link: ['href'], source: ['source'] };

function lineOf(node: Tree): Tree {
  if (node.type !== 'text') return { type: 'hardBreak' };
  const marks = (node.marks ?? [])
    .filter(({ type }) => marked[type])
    .map(({ type, attrs }) =>
      marked[type]!.length === 0 ? { type } : { type, attrs: Object.fromEntries(marked[type]!.map((name) => [name, attrs?.[name]])) },
    );
  return { type: 'text', text: node.text!, ...(marks.length > 0 ? { marks } : {}) };
}

/** One part of the content, by the name that a conflict gives it. */
export function withPart(content: Content, field: string, value: unknown): Content {
  if (field === 'title') return { ...content, title: value as string };
  if (field.startsWith('fields.'))
    return { ...content, fields: { ...content.fields, [field.slice('fields.'.length)]: value as Fields[string] } };
  if (field === 'body') return { ...content, body: { type: 'doc', content: value as Block[] } };
  const id = field.slice('body.'.length);
  const blocks = content.body.content;
  const at = blocks.findIndex(({ attrs }) => attrs.id === id);
  const next = value === null ? [] : [value as Block];
  return {
    ...content,
    body: { type: 'doc', content: at < 0 ? [...blocks, ...next] : [...blocks.slice(0, at), ...next, ...blocks.slice(at + 1)] },
  };
}

/** A body as the editor can hold it: what may be empty for the house has a line to write in. */
export function writable(body: Body): Tree {
  const blocks = (body.content as readonly object[]).map((block) => filled(block as Tree));
  return { type: 'doc', content: blocks.length > 0 ? blocks : [line] };
}

const line: Tree = { type: 'paragraph' };
const holders = new Set(['listItem', 'tableCell', 'tableHeader', 'blockquote', 'callout']);

function filled(node: Tree): Tree {
  if (!node.content && !holders.has(node.type!)) return node;
  const inside = (node.content ?? []).map((child) => filled(child));
  const needsLine = holders.has(node.type!) && (inside.length === 0 || (node.type === 'listItem' && inside[0]!.type !== 'paragraph'));
  return { ...node, content: needsLine ? [line, ...inside] : inside };
}
