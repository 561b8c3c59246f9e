type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The form of a section as its command takes it: `items.0.code`, `items.0.title`, `items.0.text`; a line with nothing in it is none. */
export function sectionTyped(typed: Fields): Record<string, unknown> {
  const items = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(typed)) {
    const [, at, field] = /^items\.(\d+)\.(code|title|text)$/.exec(name) ?? [];
    if (at && field) items.set(Number(at), { ...items.get(Number(at)), [field]: String(value) });
  }
  const filled = [...items.entries()]
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item)
    .filter(({ title = '', text = '' }) => `${title}${text}`.trim() !== '');
  const { version, section, revision, title, body } = typed;
  return {
    version,
    section,
    revision,
    title,
    body,
    items: filled.map((item, at) => ({ ...item, code: item['code'] || `item-${at + 1}-${filled.length}` })),
    was: asObject(typed['was']),
  };
}

function asObject(text: unknown): unknown {
  try {
    return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
