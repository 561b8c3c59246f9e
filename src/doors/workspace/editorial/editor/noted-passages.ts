import { Extension } from '@tiptap/core';
import type { Node as Held } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A passage that something beside the text speaks of: words of a block, shown by a class. */
export interface Passage {
  readonly block: string;
  readonly quote: string;
  readonly look: 'long' | 'noted' | 'lacking';
}

/** Somebody else in this text: where, and his initials. */
export interface Caret {
  readonly block: string;
  readonly who: string;
}

interface Noted {
  readonly passages: readonly Passage[];
  readonly carets: readonly Caret[];
}

interface Drawn {
  readonly noted: Noted;
  readonly drawn: DecorationSet;
}

const key = new PluginKey<Drawn>('notedPassages');
const nothing: Drawn = { noted: { passages: [], carets: [] }, drawn: DecorationSet.empty };

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    notedPassages: { notePassages: (noted: Noted) => ReturnType };
  }
}

/** Draws what is said of the text upon it, without touching it. */
export const NotedPassages = Extension.create({
  name: 'notedPassages',
  addCommands: () => ({
    notePassages:
      (noted) =>
      ({ tr, dispatch }) => {
        dispatch?.(tr.setMeta(key, noted));
        return true;
      },
  }),
  addProseMirrorPlugins: () => [
    new Plugin<Drawn>({
      key,
      state: {
        init: () => nothing,
        apply: (transaction, { noted, drawn }, _, { doc }) => {
          const said = transaction.getMeta(key) as Noted | undefined;
          if (said) return { noted: said, drawn: draw(doc, said) };
          return { noted, drawn: drawn.map(transaction.mapping, transaction.doc) };
        },
      },
      props: { decorations: (state) => key.getState(state)?.drawn },
    }),
  ],
});

function draw(doc: Held, { passages, carets }: Noted): DecorationSet {
  const drawn: Decoration[] = [];
  doc.forEach((block, at) => {
    const id = block.attrs.id as string;
    for (const { quote, look } of passages.filter((one) => one.block === id)) {
      const range = rangeIn(block, at, quote);
      if (range) drawn.push(Decoration.inline(range.from, range.to, { class: look }));
    }
    for (const { who } of carets.filter((one) => one.block === id)) {
      drawn.push(Decoration.node(at, at + block.nodeSize, { class: 'other-here', 'data-who': who }));
    }
  });
  return DecorationSet.create(doc, drawn);
}

/** Where the words of a quote stand in a block, as positions of the document; null when they no longer do. */
export function rangeIn(block: Held, at: number, quote: string): { from: number; to: number } | null {
  if (quote === '') return null;
  let found: { from: number; to: number } | null = null;
  const look = (line: Held, start: number) => {
    if (found || !line.isTextblock) return;
    const index = line.textBetween(0, line.content.size, undefined, ' ').indexOf(quote);
    if (index >= 0) found = { from: start + 1 + index, to: start + 1 + index + quote.length };
  };
  look(block, at);
  block.descendants((node, offset) => look(node, at + 1 + offset));
  return found;
}
