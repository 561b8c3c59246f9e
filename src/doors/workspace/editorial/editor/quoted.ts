import { Mark, Node, mergeAttributes } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    quoted: { toggleQuote: () => ReturnType; toggleCallout: () => ReturnType };
  }
}

const said = (name: string, fallback: string) => ({
  [name]: {
    default: fallback,
    parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? fallback,
    renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
  },
});

/** A quotation, with who said it. */
export const Quote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => said('who', ''),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', mergeAttributes(HTMLAttributes), 0],
  addCommands: () => ({
    toggleQuote:
      () =>
      ({ commands }) =>
        commands.toggleWrap('blockquote'),
  }),
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleQuote() };
  },
});

/** Words set apart: to note, to beware of, or how to get help. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => said('tone', 'note'),
  parseHTML: () => [{ tag: 'div[data-tone]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { class: 'callout' }), 0],
  addCommands: () => ({
    toggleCallout:
      () =>
      ({ commands }) =>
        commands.toggleWrap('callout'),
  }),
});

/** A figure that says where it comes from. */
export const Source = Mark.create({
  name: 'source',
  inclusive: false,
  addAttributes: () => said('source', ''),
  parseHTML: () => [{ tag: 'span[data-source]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { class: 'sourced', title: HTMLAttributes['data-source'] as string }),
    0,
  ],
});
