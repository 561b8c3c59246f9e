import type { Face } from '#platform/pdf/faces.ts';
import type { Mark, Part } from '#platform/print/marks.ts';
import { balanced, wrap } from '#platform/print/wrap.ts';

export interface Setting {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  /** From one line to the next, as a share of the size. */
  readonly leading: number;
  readonly indent?: number;
  /** Lines of about the same length. */
  readonly even?: boolean;
}

/** Text set from the top downwards: parts, and how far down it has come. */
export class Column {
  readonly parts: Part[] = [];
  readonly #x: number;
  readonly #width: number;
  y: number;

  constructor(x: number, y: number, width: number) {
    this.#x = x;
    this.#width = width;
    this.y = y;
  }

  write(as: Part['as'], text: string, { face, size, colour, leading, indent = 0, even = false }: Setting, mark = ''): this {
    const width = this.#width - indent;
    const lines = even ? balanced(text, face, size, width) : wrap(text, face, size, width);
    if (lines.length === 0) return this;
    const marks: Mark[] = lines.map((line, at) => ({
      is: 'text',
      text: line,
      face,
      size,
      colour,
      x: this.#x + indent,
      // The letters stand in the middle of their line: about three quarters of the size rise above the baseline.
      y: this.y + at * size * leading + size * ((leading - 1) / 2 + 0.84),
    }));
    const [first] = marks as [Mark];
    if (mark) marks.unshift({ is: 'text', text: mark, face, size, colour, x: this.#x, y: first.y });
    this.parts.push({ as, marks });
    this.y += lines.length * size * leading;
    return this;
  }

  gap(points: number): this {
    if (this.parts.length > 0) this.y += points;
    return this;
  }
}

/** Parts moved so far down. */
export const moved = (parts: readonly Part[], down: number): Part[] =>
  parts.map((part) => ({ ...part, marks: part.marks.map((mark) => ({ ...mark, y: mark.y + down })) }));
