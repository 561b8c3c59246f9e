import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { rangeIn } from './noted-passages.ts';

/** Leads to what a check speaks of: a field of the sheet, a block, or words in it, which are selected. */
export function jumpTo(editor: Editor, block: string, quote: string): void {
  if (block === 'title') return document.getElementById('piece-title')?.focus();
  if (block.startsWith('fields.')) {
    const field = document.getElementById(`field-${block.slice('fields.'.length)}`);
    return (field?.querySelector<HTMLElement>('textarea, button') ?? field)?.focus();
  }
  const { doc, tr } = editor.state;
  let to = doc.content.size;
  doc.forEach((node, at) => {
    if (node.attrs.id !== block) return;
    const range = rangeIn(node, at, quote);
    to = at;
    if (range) tr.setSelection(TextSelection.create(doc, range.from, range.to));
    else tr.setSelection(TextSelection.near(doc.resolve(at + 1)));
  });
  if (!tr.selectionSet && to === doc.content.size) tr.setSelection(TextSelection.atEnd(doc));
  editor.view.dispatch(tr.scrollIntoView());
  const element = editor.view.nodeDOM(to);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: 'center' });
  const describe = element instanceof HTMLElement ? element.querySelector<HTMLElement>('figcaption button') : null;
  if (describe) describe.focus();
  else editor.view.focus();
}
