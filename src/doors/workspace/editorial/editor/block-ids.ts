import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** The kinds of block that stand at the top of a text, and are known there by an id. */
export const topBlocks = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'callout',
  'table',
  'horizontalRule',
  'image',
  'gallery',
  'video',
  'audio',
  'file',
];

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => letters[byte % letters.length]).join('');
}

/** Every block at the top has an id that no other has: a split, a paste or a duplicate gives the later one a new id. */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes() {
    return [{ types: topBlocks, attributes: { id: { default: '', keepOnSplit: false, parseHTML: () => '', rendered: false } } }];
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('blockIds'),
        appendTransaction: (transactions, _before, { doc, tr }) => {
          if (!transactions.some(({ docChanged }) => docChanged)) return null;
          const taken = new Set<string>();
          doc.forEach((block, at) => {
            const id = block.attrs.id as string;
            if (id !== '' && !taken.has(id)) return void taken.add(id);
            const made = newId();
            taken.add(made);
            tr.setNodeAttribute(at, 'id', made);
          });
          return tr.docChanged ? tr : null;
        },
      }),
    ];
  },
});
