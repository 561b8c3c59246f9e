export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Round steps (1, 2, 2.5 or 5 times a power of ten) that cover 0, `highest` and `lowest`: at most `count` + 2 of them. */
export function ticks(highest: number, count = 4, lowest = 0): number[] {
  const top = Math.max(0, finite(highest));
  const bottom = Math.min(0, finite(lowest));
  const rough = (top - bottom || 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * (1 - 1e-9))!;
  const first = Math.floor(bottom / step + 1e-9);
  const last = Math.ceil((top || (bottom ? 0 : 1)) / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0);

/** Linear from one range to another; a range without width falls on the start. */
export function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]): (value: number) => number {
  return (value) => (to === from ? start : start + ((value - from) / (to - from)) * (end - start));
}

/** The `d` of a path through the points, rounded to a tenth. */
export function path(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

export const round = (value: number) => Math.round(value * 10) / 10;

/** Moves labels apart so that none is nearer than `gap` to the next, keeping their order and staying between the bounds. */
export function spread(heights: readonly number[], gap: number, [top, bottom]: readonly [number, number]): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((one, other) => one.height - other.height);
  order.forEach((label, place) => {
    const before = order[place - 1];
    label.height = Math.max(label.height, before ? before.height + gap : top);
  });
  for (let place = order.length - 1; place >= 0; place--) {
    const after = order[place + 1];
    order[place]!.height = Math.min(order[place]!.height, after ? after.height - gap : bottom);
  }
  const placed = Array.from<number>({ length: heights.length });
  for (const { height, index } of order) placed[index] = height;
  return placed;
}

/** About how wide words are at 12 px, in the narrow letter of axes or the bold one of figures. */
export function widthOf(words: string, bold = false): number {
  return words.length * (bold ? 6.7 : 5.7);
}

/** Which labels, each centred at its place, are kept so that none touches another: the last one always, then leftwards. */
export function legible(labels: readonly { readonly at: number; readonly width: number }[], air = 6): boolean[] {
  const kept = labels.map(() => false);
  let free = Infinity;
  for (let index = labels.length - 1; index >= 0; index--) {
    const { at, width } = labels[index]!;
    if (at + width / 2 > free) continue;
    kept[index] = true;
    free = at - width / 2 - air;
  }
  return kept;
}
