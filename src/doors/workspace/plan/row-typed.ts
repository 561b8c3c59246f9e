type Fields = Readonly<Record<string, string | readonly string[]>>;

const places = new Set(['version', 'item', 'revision', 'kind', 'parent', 'position', 'intent', 'was', 'lists']);

/**
 * A row's form as its command takes it: where it goes apart, its own fields together, and what the form showed (`was`). A list of
 * which nothing is ticked sends nothing: `lists` names those that the form had.
 */
export function fieldsTyped(typed: Fields, intent: string): Record<string, unknown> {
  const own: Record<string, unknown> = Object.fromEntries(Object.entries(typed).filter(([name]) => !places.has(name)));
  for (const list of [typed['lists'] ?? []].flat()) own[list] ??= [];
  if (typeof own['filter'] === 'string') own['filter'] = pairs(own['filter']);
  const { version, item, revision, kind, parent, position } = typed;
  return intent === 'move' || intent === 'remove'
    ? { ...typed }
    : { version, item, revision, kind, parent, position, fields: own, was: asObject(typed['was']) };
}

/** The targets of a form, `targets.0.startsOn` and so on; a line with nothing in it is no target. */
export function targetsTyped(typed: Fields): Record<string, unknown> {
  const rows = new Map<string, Record<string, string>>();
  for (const [name, value] of Object.entries(typed)) {
    const [, at, field] = /^targets\.(\d+)\.(startsOn|endsOn|value)$/.exec(name) ?? [];
    if (at && field) rows.set(at, { ...rows.get(at), [field]: String(value) });
  }
  const { version, item, revision } = typed;
  return { version, item, revision, targets: [...rows.values()].filter((row) => Object.values(row).some((value) => value.trim() !== '')) };
}

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(';')
      .map((part) => part.split('=', 2).map((half) => half.trim()))
      .filter(([name]) => name)
      .map(([name, value]) => [name!, value ?? '']),
  );
}

function asObject(text: unknown): unknown {
  try {
    return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
