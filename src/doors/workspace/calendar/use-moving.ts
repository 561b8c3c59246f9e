import { useState, type DragEvent, type KeyboardEvent } from 'react';

interface Moving {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/**
 * Carrying things from day to day, by hand or by keyboard: M picks up what is focused, arrows carry it, Enter leaves it, Escape takes it
 * back. `drop` is told once, when it is left on another day.
 */
export function useMoving(drop: (key: string, day: string) => void) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const [left, setLeft] = useState<Moving | null>(null);
  const leave = (key: string, from: string, to: string) => {
    setMoving(null);
    if (from === to) return;
    setLeft({ key, from, to });
    drop(key, to);
  };
  return {
    moving,
    /** What was last left on another day. */
    left,
    /** For the element of a thing that may be carried. */
    carried: (key: string, day: string) => ({
      draggable: true,
      'data-carried': moving?.key === key ? 'yes' : undefined,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData('text/plain', JSON.stringify({ key, from: day }));
        event.dataTransfer.effectAllowed = 'move';
      },
      onKeyDown: (event: KeyboardEvent) => {
        const carrying = moving?.key === key ? moving : null;
        if (!carrying && event.key.toLowerCase() === 'm') setMoving({ key, from: day, to: day });
        else if (carrying && steps[event.key] !== undefined) setMoving({ ...carrying, to: shifted(carrying.to, steps[event.key]!) });
        else if (carrying && event.key === 'Enter') leave(key, carrying.from, carrying.to);
        else if (carrying && event.key === 'Escape') setMoving(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
    }),
    /** For the element of a day on which it may be left. */
    target: (day: string) => ({
      'data-target': moving?.to === day ? 'yes' : undefined,
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        const said = readCarried(event.dataTransfer.getData('text/plain'));
        if (said) leave(said.key, said.from, day);
      },
    }),
  };
}

/** Anything may be dropped on a page: a file, another page's text. */
function readCarried(text: string): { key: string; from: string } | null {
  try {
    const said = JSON.parse(text) as { key?: unknown; from?: unknown };
    return typeof said.key === 'string' && typeof said.from === 'string' ? { key: said.key, from: said.from } : null;
  } catch {
    return null;
  }
}
