const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// What XML 1.0 cannot hold (§2.2): a feed with one of them is not read at all. Halves of a pair of surrogates are no letters either.
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text as it goes into HTML or XML, between tags or inside quotes. */
export function escaped(text: unknown): string {
  return (typeof text === 'string' || typeof text === 'number' ? String(text) : '')
    .replace(unwritable, '')
    .replace(/[&<>"']/g, (letter) => entities[letter]!);
}

type Value = string | number | boolean | null | undefined;

/** ` name="value"` for each: true is the bare name; null, undefined and false are left out. */
export function attributes(values: Readonly<Record<string, Value>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === true ? ` ${name}` : value === false || value == null ? '' : ` ${name}="${escaped(value)}"`))
    .join('');
}

/** An element around markup that is already safe. */
export function element(name: string, values: Readonly<Record<string, Value>>, inside: string): string {
  return `<${name}${attributes(values)}>${inside}</${name}>`;
}
