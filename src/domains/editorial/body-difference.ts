import { diffArrays } from 'diff';
import { canonical } from '#platform/text/canonical.ts';
import type { Body, Inline } from './body.ts';
import { lineRuns, sideOf, type Run } from './runs.ts';

/** Any block of a body, or a part of one: an item, a row, a cell. */
interface Node {
  readonly type: string;
  readonly attrs?: Attributes;
  readonly content?: readonly unknown[];
}
export type Attributes = Readonly<Record<string, unknown>>;

/** One part of two texts, in reading order: as it was, as it is, and what it holds. */
export interface Part {
  readonly type: string;
  readonly change: 'same' | 'changed' | 'added' | 'removed';
  /** Its attributes on each side; null where it is not there. */
  readonly was: Attributes | null;
  readonly is: Attributes | null;
  /** Of a line (paragraph, heading): its words. */
  readonly runs?: readonly Run[];
  /** Of what holds others (list, quote, table): its parts. */
  readonly parts?: readonly Part[];
}

/**
 * What one text says differently from another, block by block and then word by word. Blocks are the same one by their ids or by what
 * they say; a changed one is known by how much of it stayed. `bodySide` gives each text back.
 */
export function bodyDifference(before: Body, after: Body): Part[] {
  return partsOf(before.content as readonly Node[], after.content as readonly Node[]);
}

/** One of the two texts that were compared. */
export function bodySide(parts: readonly Part[], side: 'before' | 'after'): Body {
  return { type: 'doc', content: nodesOf(parts, side) as Body['content'] };
}

function partsOf(before: readonly Node[], after: readonly Node[]): Part[] {
  return aligned(before, after).map(([was, is]) => part(was, is));
}

function part(was: Node | null, is: Node | null): Part {
  const { type } = (is ?? was)!;
  const sides = { type, was: was && (was.attrs ?? {}), is: is && (is.attrs ?? {}) };
  const alone = was === null ? 'added' : is === null ? 'removed' : undefined;
  const attributes = alone ?? (meaning(was?.attrs) === meaning(is?.attrs) ? 'same' : 'changed');
  if (isLine(type)) {
    const runs = lineRuns(was?.content as Inline[], is?.content as Inline[]);
    return { ...sides, runs, change: alone ?? (runs.every(({ change }) => change === 'same') ? attributes : 'changed') };
  }
  if (!holds(type)) return { ...sides, change: attributes };
  const parts = partsOf((was?.content ?? []) as Node[], (is?.content ?? []) as Node[]);
  return { ...sides, parts, change: alone ?? (parts.every(({ change }) => change === 'same') ? attributes : 'changed') };
}

function nodesOf(parts: readonly Part[], side: 'before' | 'after'): unknown[] {
  return parts.flatMap(({ type, was, is, runs, parts: inside }) => {
    const attrs = side === 'before' ? was : is;
    if (attrs === null) return [];
    const content = runs ? sideOf(runs, side) : inside ? nodesOf(inside, side) : undefined;
    return [{ type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}), ...(content ? { content } : {}) }];
  });
}

const isLine = (type: string) => type === 'paragraph' || type === 'heading';
const holds = (type: string) =>
  ['bulletList', 'orderedList', 'listItem', 'blockquote', 'callout', 'table', 'tableRow', 'tableCell', 'tableHeader'].includes(type);

/** Two lists of parts side by side, in reading order; what has no other side stands alone. */
function aligned(before: readonly Node[], after: readonly Node[]): Pair[] {
  const pairs: Pair[] = [];
  let [at, to, gone, come] = [0, 0, 0, 0];
  const settle = () => {
    pairs.push(...likely(before.slice(at - gone, at), after.slice(to - come, to)));
    [gone, come] = [0, 0];
  };
  const [was, is] = [before.map(keyed), after.map(keyed)];
  const found = diffArrays(was, is, { comparator: sameOne, maxEditLength: 4000 }) ?? [
    { count: was.length, removed: true, added: false },
    { count: is.length, removed: false, added: true },
  ];
  for (const { count, added, removed } of found) {
    if (removed) [at, gone] = [at + count, gone + count];
    else if (added) [to, come] = [to + count, come + count];
    else {
      settle();
      for (let step = 0; step < count; step += 1) pairs.push([before[at++]!, after[to++]!]);
    }
  }
  settle();
  return pairs;
}

type Pair = readonly [Node | null, Node | null];

interface Keyed {
  readonly type: string;
  readonly id: unknown;
  readonly says: string;
}
const keyed = (node: Node): Keyed => ({ type: node.type, id: node.attrs?.id || undefined, says: canonical(withoutIds(node)) });
const sameOne = (one: Keyed, other: Keyed) =>
  one.type === other.type && ((one.id !== undefined && one.id === other.id) || one.says === other.says);

/** Of what went and what came in one place, the pairs that are likely the same, in order: the most that is alike in all. */
function likely(gone: readonly Node[], come: readonly Node[]): Pair[] {
  const apart = (): Pair[] => [...gone.map((node): Pair => [node, null]), ...come.map((node): Pair => [null, node])];
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > 4000) return apart();
  const [was, is] = [gone.map(wordsOf), come.map(wordsOf)];
  const alike = (i: number, j: number) => (gone[i]!.type === come[j]!.type ? likeness(was[i]!, is[j]!, gone[i]!.type) : 0);
  const best = Array.from({ length: gone.length + 1 }, () => new Float64Array(come.length + 1));
  for (let i = gone.length - 1; i >= 0; i -= 1)
    for (let j = come.length - 1; j >= 0; j -= 1)
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, alike(i, j) > 0 ? alike(i, j) + best[i + 1]![j + 1]! : 0);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length && j < come.length) {
    if (alike(i, j) > 0 && best[i]![j] === alike(i, j) + best[i + 1]![j + 1]!) pairs.push([gone[i++]!, come[j++]!]);
    else if (best[i]![j] === best[i + 1]![j]) pairs.push([gone[i++]!, null]);
    else pairs.push([null, come[j++]!]);
  }
  while (i < gone.length) pairs.push([gone[i++]!, null]);
  while (j < come.length) pairs.push([null, come[j++]!]);
  return pairs;
}

/** How much of two parts is the same, 0 to 1; 0 when too little to call them one. A cell is known by its place alone. */
function likeness(was: ReadonlyMap<string, number>, is: ReadonlyMap<string, number>, type: string): number {
  if (type === 'tableCell' || type === 'tableHeader') return 1;
  let [both, all] = [0, 0];
  for (const [word, count] of was) [both, all] = [both + Math.min(count, is.get(word) ?? 0), all + count];
  for (const count of is.values()) all += count;
  if (all === 0) return 1;
  const share = (2 * both) / all;
  return share >= 0.35 ? share : 0;
}

function wordsOf(node: Node): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of saidIn(node).matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** All that a part says, and of what says nothing (an image) what it is. */
function saidIn(node: {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Attributes;
  readonly content?: readonly unknown[];
}): string {
  if (node.text !== undefined) return node.text;
  if (node.content) return node.content.map((child) => saidIn(child as Node)).join(' ');
  return holds(node.type) || isLine(node.type) ? '' : canonical(withoutIds(node));
}

const meaning = (attrs: Attributes | undefined) => canonical({ ...attrs, id: undefined });

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, key === 'attrs' ? { ...(held as object), id: undefined } : withoutIds(held)]),
  );
}
