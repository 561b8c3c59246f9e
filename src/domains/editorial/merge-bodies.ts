import type { Conflict } from '#platform/stale.ts';
import { same } from '#platform/stale.ts';
import type { Block, Body } from './body.ts';

/**
 * Joins two texts that grew from the same one, block by block (by the blocks' ids): a block that only one changed, added or took out
 * goes as he left it; one that both changed differently is a conflict, with both. Without `was` any difference is one.
 */
export function mergeBodies(was: Body | undefined, yours: Body, theirs: Body): { merged: Body; conflicts: Conflict[] } {
  if (same(yours, theirs)) return { merged: theirs, conflicts: [] };
  if (!was) return { merged: yours, conflicts: [{ field: 'body', yours, theirs }] };
  const [before, mine, other] = [byId(was), byId(yours), byId(theirs)];
  const conflicts: Conflict[] = [];
  const merged: Block[] = [];
  const add = (block: Block | undefined) => {
    if (block && !merged.some(({ attrs }) => attrs.id === block.attrs.id)) merged.push(block);
  };
  const settle = (id: string): Block | undefined => {
    const [b, m, o] = [before.get(id), mine.get(id), other.get(id)];
    if (same(m, o) || same(o, b)) return m;
    if (same(m, b)) return o;
    conflicts.push({ field: `body.${id}`, yours: m ?? null, theirs: o ?? null });
    return m ?? o;
  };
  for (const id of order(was, yours, theirs)) add(settle(id));
  return { merged: { type: 'doc', content: merged }, conflicts };
}

const byId = (body: Body) => new Map(body.content.map((block) => [block.attrs.id, block]));

/** The order of yours, into which what they added is put after the block that it follows there. */
function order(_was: Body, yours: Body, theirs: Body): string[] {
  const ids = yours.content.map(({ attrs }) => attrs.id);
  let after = -1;
  for (const { attrs } of theirs.content) {
    const at = ids.indexOf(attrs.id);
    if (at >= 0) after = at;
    else ids.splice(++after, 0, attrs.id);
  }
  return ids;
}
