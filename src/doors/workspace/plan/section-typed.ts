type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * The form of a section as its command takes it: `items.0.code`, `items.0.title`, `items.0.text`, in the order of their
 * `items.0.place`; a line with nothing in it is none.
 */
export function sectionTyped(typed: Fields): Record<string, unknown> {
  const items = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(typed)) {
    const [, at, field] = /^items\.(\d+)\.(code|title|text|place)$/.exec(name) ?? [];
    if (at && field) items.set(Number(at), { ...items.get(Number(at)), [field]: String(value) });
  }
  const filled = [...items.entries()]
    .map(([at, { place, ...item }]) => ({ item, place: Number(place) || at + 1, at }))
    // What was put where another is goes before it when it came up, after it when it went down.
    .toSorted((one, other) => one.place - other.place || moved(one) - moved(other) || one.at - other.at)
    .map(({ item }) => item)
    .filter(({ title = '', text = '' }) => `${title}${text}`.trim() !== '');
  const { version, section, revision, title, body, kind } = typed;
  return {
    version,
    ...(section === undefined ? { kind } : { section, revision }),
    title,
    body,
    items: filled.map((item, at) => ({ ...item, code: item['code'] || freshItem(filled, at) })),
    was: asObject(typed['was']),
  };
}

const moved = ({ place, at }: { place: number; at: number }) => Math.sign(place - (at + 1));

/** A code that no item of the section has. */
function freshItem(items: readonly Readonly<Record<string, string>>[], at: number): string {
  const taken = new Set(items.map(({ code }) => code));
  let number = at + 1;
  while (taken.has(`item-${number}`)) number += items.length;
  return `item-${number}`;
}

export function asObject(text: unknown): unknown {
  try {
    return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
