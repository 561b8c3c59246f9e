/** The items of the form as they come: three lists of one length, a row each. */
export interface GivenItem {
  readonly kind: string;
  readonly ref: string;
  readonly seconds: string;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * The list after one press: `up:2`, `down:2`, `remove:2`, or `add`, which puts what was chosen (`asset 7`) at the end. Any other press
 * leaves it as it is, so that the whole form is kept each time and works without script.
 */
export function editedItems(fields: Fields): GivenItem[] {
  const list = (name: string) => [fields[name] ?? []].flat();
  const [kinds, refs, seconds] = [list('kind'), list('ref'), list('seconds')];
  const items = kinds.map((kind, at) => ({ kind, ref: refs[at] ?? '', seconds: seconds[at] ?? '' }));
  const [verb, said] = String(fields.intent ?? '').split(':');
  const at = Number(said);
  const [kind, ref = ''] = String(fields.add ?? '').split(' ');
  if (verb === 'add') return kind ? [...items, { kind, ref, seconds: '' }] : items;
  if (said === undefined || !Number.isInteger(at) || !items[at]) return items;
  if (verb === 'remove') return items.toSpliced(at, 1);
  const to = verb === 'up' ? at - 1 : verb === 'down' ? at + 1 : at;
  return to < 0 || to >= items.length ? items : items.toSpliced(at, 1).toSpliced(to, 0, items[at]);
}
