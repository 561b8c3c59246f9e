import { diffArrays } from 'diff';
import { canonical } from '#platform/text/canonical.ts';
import type { Inline, TextNode } from './body.ts';

export type Change = 'same' | 'added' | 'removed';

/** A stretch of a line that stayed, came or went, with its links and emphasis. */
export interface Run {
  readonly change: Change;
  readonly nodes: readonly Inline[];
}

/** Past this many changes in one line its words are no longer compared: all of it went, all of it came. */
const mostChanges = 1500;

/**
 * What one line says differently from another, word by word, in reading order. A word whose link or emphasis changed counts as another.
 * All that is not `added`, joined, is the line before; all that is not `removed`, the line after.
 */
export function lineRuns(before: readonly Inline[] = [], after: readonly Inline[] = []): Run[] {
  const [was, is] = [before.flatMap(tokens), after.flatMap(tokens)];
  const found = diffArrays(was, is, { comparator: (one, other) => one.key === other.key, maxEditLength: mostChanges });
  if (!found)
    return runsOf([
      { change: 'removed', tokens: was },
      { change: 'added', tokens: is },
    ]);
  return runsOf(
    joined(found.map(({ value, added, removed }) => ({ change: added ? 'added' : removed ? 'removed' : 'same', tokens: value }))),
  );
}

export const textRuns = (before: string, after: string): Run[] => lineRuns(textNode(before), textNode(after));

/** One side of a line, from what changed in it. */
export const sideOf = (runs: readonly Run[], side: 'before' | 'after'): Inline[] =>
  glued(runs.filter(({ change }) => change !== (side === 'before' ? 'added' : 'removed')).flatMap(({ nodes }) => nodes));

interface Token {
  readonly node: Inline;
  readonly key: string;
}
interface Stretch {
  readonly change: Change;
  readonly tokens: readonly Token[];
}

const textNode = (text: string): TextNode[] => (text === '' ? [] : [{ type: 'text', text }]);

// A figure such as 3.480 or a word such as físico-química is one; all spaces between two words are one; each other sign stands alone.
const pieces = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*|\s+|[^\s\p{L}\p{N}]/gu;

function tokens(node: Inline): Token[] {
  if (node.type !== 'text') return [{ node, key: node.type }];
  const marks = node.marks?.length ? canonical(node.marks) : '';
  return (node.text.match(pieces) ?? []).map((text) => ({ node: { ...node, text }, key: `${marks}\n${text}` }));
}

/** A space that stayed between two replaced words is part of both phrases: «una jornada» became «un día», not word by word. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const groups: { removed: Token[]; added: Token[]; same: readonly Token[] | null }[] = [];
  for (const { change, tokens: held } of stretches) {
    if (change === 'same') groups.push({ removed: [], added: [], same: held });
    else {
      if (groups.at(-1)?.same !== null) groups.push({ removed: [], added: [], same: null });
      groups.at(-1)![change].push(...held);
    }
  }
  const kept: typeof groups = [];
  for (const group of groups) {
    const [space, before] = [kept.at(-1), kept.at(-2)];
    if (space?.same && before && isSpace(space.same) && (replaces(before) || replaces(group))) {
      kept.pop();
      before.removed.push(...space.same, ...group.removed);
      before.added.push(...space.same, ...group.added);
    } else kept.push(group);
  }
  return kept.flatMap(({ removed, added, same }): Stretch[] => (same ? [{ change: 'same', tokens: same }] : replaced(removed, added)));
}

/** What was put in the place of what; a space at the end of both stayed. */
function replaced(removed: readonly Token[], added: readonly Token[]): Stretch[] {
  const [last, other] = [removed.at(-1), added.at(-1)];
  const stayed = last && last.key === other?.key && isSpace([last]);
  return [
    { change: 'removed', tokens: stayed ? removed.slice(0, -1) : removed },
    { change: 'added', tokens: stayed ? added.slice(0, -1) : added },
    { change: 'same', tokens: stayed ? [last] : [] },
  ];
}

const isSpace = (held: readonly Token[]) => held.every(({ node }) => node.type === 'text' && node.text.trim() === '');
const replaces = ({ removed, added }: { removed: readonly Token[]; added: readonly Token[] }) => removed.length > 0 && added.length > 0;

function runsOf(stretches: readonly Stretch[]): Run[] {
  const runs: { change: Change; nodes: Inline[] }[] = [];
  for (const { change, tokens: held } of stretches) {
    if (held.length === 0) continue;
    const last = runs.at(-1);
    const nodes = held.map(({ node }) => node);
    if (last?.change === change) last.nodes.push(...nodes);
    else runs.push({ change, nodes });
  }
  return runs.map(({ change, nodes }) => ({ change, nodes: glued(nodes) }));
}

/** Neighbours of the same emphasis are one stretch of text. */
function glued(nodes: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (last?.type === 'text' && node.type === 'text' && canonical(last.marks ?? []) === canonical(node.marks ?? []))
      out[out.length - 1] = { ...last, text: last.text + node.text };
    else out.push(node);
  }
  return out;
}
