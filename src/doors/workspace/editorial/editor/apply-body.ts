import type { Node as Held } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/core';
import type { Body } from '#domains/editorial/index.ts';
import { same } from '#platform/stale.ts';
import { bodyOf } from './content.ts';

/** Marks a change that came from elsewhere: it is not undone with one's own, and saves nothing. */
export const elsewhere = 'elsewhere';

/**
 * Makes the editor show a body by changing only the blocks that differ, from the last to the first, so that the caret stays in the
 * words where it was.
 */
export function applyBody(editor: Editor, body: Body): void {
  const { schema, tr } = editor.state;
  const wanted = body.content.map((block) => schema.nodeFromJSON(block) as Held);
  const ids = new Set(body.content.map(({ attrs }) => attrs.id));
  const byId = new Map(body.content.map((block, at) => [block.attrs.id, { block, node: wanted[at]! }]));

  const here: { at: number; node: Held }[] = [];
  tr.doc.forEach((node, at) => here.push({ at, node }));
  for (const { at, node } of here.toReversed()) {
    const id = node.attrs.id as string;
    const meant = byId.get(id);
    if (!ids.has(id)) {
      if (!isTail(node, at, tr.doc)) tr.delete(at, at + node.nodeSize);
    } else if (meant && !same(bodyOf({ content: [node.toJSON(), stop] }).content[0], meant.block)) {
      tr.replaceWith(at, at + node.nodeSize, meant.node);
    }
  }
  let at = 0;
  for (const node of wanted) {
    const now = at < tr.doc.content.size ? tr.doc.nodeAt(at) : null;
    if (now?.attrs.id !== node.attrs.id) {
      const was = placeOf(tr.doc, node.attrs.id as string);
      if (was !== null) tr.delete(was, was + tr.doc.nodeAt(was)!.nodeSize);
      tr.insert(at, node);
    }
    at += tr.doc.nodeAt(at)!.nodeSize;
  }
  if (!tr.docChanged) return;
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta(elsewhere, true));
}

// An empty block alone would be taken for the editor's own last line.
const stop = { type: 'horizontalRule', attrs: { id: 'stop' } };

const isTail = (node: Held, at: number, doc: Held) =>
  node.type.name === 'paragraph' && node.content.size === 0 && at + node.nodeSize === doc.content.size;

function placeOf(doc: Held, id: string): number | null {
  let found: number | null = null;
  doc.forEach((node, at) => {
    if (node.attrs.id === id) found = at;
  });
  return found;
}
