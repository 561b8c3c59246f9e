import { useEffect, useRef, useState } from 'react';
import { Editor } from '@tiptap/core';
import type { Body } from '#domains/editorial/index.ts';
import { elsewhere } from './apply-body.ts';
import { writable } from './content.ts';
import { pieceExtensions } from './extensions.ts';
import { cleanPasted } from './pasted.ts';

interface Heard {
  /** Somebody typed here. */
  readonly typed: () => void;
  /** The caret came into another block. */
  readonly at: (block: string) => void;
  readonly left: () => void;
  readonly askLink: () => void;
}

/** The editor of a text, one for as long as the desk stands; what it hears is always the newest. */
export function useTextEditor(body: Body, { begin, name }: { begin: string; name: string }, heard: Heard): Editor {
  const now = useRef(heard);
  const [editor] = useState(
    () =>
      new Editor({
        extensions: pieceExtensions(begin),
        content: writable(body),
        // Its styles are in our sheets: the Content-Security-Policy takes no others.
        injectCSS: false,
        editorProps: {
          attributes: { id: 'manuscript-text', class: 'written', role: 'textbox', 'aria-multiline': 'true', 'aria-label': name },
          transformPastedHTML: cleanPasted,
        },
      }),
  );
  useEffect(() => {
    now.current = heard;
  });
  useEffect(() => {
    const { dom } = editor.view;
    const keys = (event: KeyboardEvent) => {
      if (event.altKey && event.key === 'F10') document.querySelector<HTMLElement>('.tools button[tabindex="0"]')?.focus();
      else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') now.current.askLink();
      else return;
      event.preventDefault();
      // Elsewhere the same keys find a page.
      event.stopPropagation();
    };
    dom.addEventListener('keydown', keys);
    editor.on('update', ({ transaction }) => {
      if (!transaction.getMeta(elsewhere)) now.current.typed();
    });
    editor.on('selectionUpdate', () => now.current.at(blockAt(editor)));
    editor.on('blur', () => now.current.left());
    return () => {
      dom.removeEventListener('keydown', keys);
      editor.destroy();
    };
  }, [editor]);
  return editor;
}

const blockAt = ({ state }: Editor): string => {
  const { $from } = state.selection;
  return String(($from.depth > 0 ? $from.node(1) : $from.nodeAfter)?.attrs.id ?? '');
};
