import { useEffect, useState, type RefObject } from 'react';

export interface Selected {
  readonly block: string;
  readonly quote: string;
}

/** The words that are selected within one block of the text; what went, and words only heard, do not count. */
export function useSelection(within: RefObject<HTMLElement | null>): Selected | null {
  const [selected, select] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) return select(null);
      const range = selection.getRangeAt(0);
      const block = blockOf(range.startContainer);
      if (!block || block !== blockOf(range.endContainer) || !within.current?.contains(block)) return select(null);
      const words = range.cloneContents();
      for (const unsaid of words.querySelectorAll('del, .gap, .sr, sup, small, .field-name')) unsaid.remove();
      const quote = (words.textContent ?? '').replace(/\s+/g, ' ').trim();
      select(quote === '' || quote.length > 2000 ? null : { block: block.dataset.block!, quote });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [within]);
  return selected;
}

function blockOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-block]:not([data-block=""])') ?? null;
}
