import type { Fields, KindField } from '#domains/editorial/index.ts';

/** Title and fields of a kind from a plain form: `title`, `fields.<code>`, and `fields.<code>.asset` with `.alt` for what is of the library. */
export function fieldsTyped(
  typed: Readonly<Record<string, string | readonly string[]>>,
  kind: readonly KindField[],
): { title: string; fields: Fields } {
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  const held: [string, Fields[string]][] = [];
  for (const { code } of kind) {
    const asset = Number(text(`fields.${code}.asset`));
    if (asset > 0) held.push([code, { asset, alt: text(`fields.${code}.alt`) }]);
    // A form sends its lines with CR LF (HTML, «form data set»).
    else if (text(`fields.${code}`) !== '') held.push([code, text(`fields.${code}`).replaceAll('\r\n', '\n')]);
  }
  return { title: text('title').replace(/\s*\r?\n\s*/g, ' '), fields: Object.fromEntries(held) };
}
