import { merge, same, type Conflict } from '#platform/stale.ts';

/** A block of a text, known by its id. */
interface Block {
  readonly attrs: { readonly id: string };
}

/** Something written: a title, named fields and a text in blocks. */
export interface WrittenText<F, B extends Block> {
  readonly title: string;
  readonly fields: Readonly<Record<string, F>>;
  readonly body: { readonly type: 'doc'; readonly content: readonly B[] };
}

/**
 * Joins two that grew from the same one: title and each field by itself, the text block by block. What only one changed goes as he
 * left it; what both changed differently is a conflict, named `title`, `fields.<code>` or `body.<id of the block>`, and stays as yours.
 * The same in the browser, where one writes, and in the command.
 */
export function joinWritten<F, B extends Block>(
  was: Partial<WrittenText<F, B>> | undefined,
  yours: WrittenText<F, B>,
  theirs: WrittenText<F, B>,
): { merged: WrittenText<F, B>; conflicts: Conflict[] } {
  const [mine, other] = [lines(yours), lines(theirs)];
  const named = was?.fields ? Object.keys({ ...mine, ...other }).filter((name) => name !== 'title') : [];
  const heads = merge(was && padded(lines(was), named), padded(mine, Object.keys(other)), padded(other, Object.keys(mine)));
  const bodies = joinBlocks(was?.body?.content, yours.body.content, theirs.body.content);
  const { title, ...fields } = heads.merged;
  return {
    merged: { title: title as string, fields: unprefixed(fields) as Record<string, F>, body: { type: 'doc', content: bodies.merged } },
    conflicts: [...heads.conflicts, ...bodies.conflicts],
  };
}

/** Joins two lists of blocks; without `was` any difference is one conflict, named `body`. */
export function joinBlocks<B extends Block>(
  was: readonly B[] | undefined,
  yours: readonly B[],
  theirs: readonly B[],
): { merged: readonly B[]; conflicts: Conflict[] } {
  if (same(yours, theirs)) return { merged: theirs, conflicts: [] };
  if (!was) return { merged: yours, conflicts: [{ field: 'body', yours, theirs }] };
  const [before, mine, other] = [byId(was), byId(yours), byId(theirs)];
  const conflicts: Conflict[] = [];
  const settle = (id: string): B | undefined => {
    const [b, m, o] = [before.get(id), mine.get(id), other.get(id)];
    if (same(m, o) || same(o, b)) return m;
    if (same(m, b)) return o;
    conflicts.push({ field: `body.${id}`, yours: m ?? null, theirs: o ?? null });
    return m ?? o;
  };
  const merged = [...order(yours, theirs)].flatMap((id) => settle(id) ?? []);
  return { merged, conflicts };
}

const byId = <B extends Block>(blocks: readonly B[]) => new Map(blocks.map((block) => [block.attrs.id, block]));

/** The order of yours, into which what they added is put after the block that it follows there. */
function order(yours: readonly Block[], theirs: readonly Block[]): Set<string> {
  const ids = yours.map(({ attrs }) => attrs.id);
  let after = -1;
  for (const { attrs } of theirs) {
    const at = ids.indexOf(attrs.id);
    if (at >= 0) after = at;
    else ids.splice(++after, 0, attrs.id);
  }
  return new Set(ids);
}

type Lines = Record<string, unknown>;

const lines = ({ title, fields }: { title?: string; fields?: Readonly<Record<string, unknown>> }): Lines => ({
  ...(title === undefined ? {} : { title }),
  ...Object.fromEntries(Object.entries(fields ?? {}).map(([code, value]) => [`fields.${code}`, value])),
});

/** A field that is only in the other counts as empty here, so that it is looked at as well. */
const padded = (own: Lines, names: readonly string[]): Lines => ({ ...Object.fromEntries(names.map((name) => [name, ''])), ...own });

const unprefixed = (own: Lines) => Object.fromEntries(Object.entries(own).map(([name, value]) => [name.slice('fields.'.length), value]));
