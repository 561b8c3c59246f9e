/** Somebody else who has the piece open, and the block in which he is: empty for none, `title` and `fields.<code>` above the text. */
export interface Present {
  readonly id: string;
  readonly name: string;
  readonly block: string;
}

/** A text by its blocks. */
export interface Textual {
  readonly content: readonly { readonly type: string; readonly attrs: { readonly id: string } }[];
}

/** Where somebody is, as a sentence says it: «en el segundo párrafo», counted as a reader counts. */
export function placeOf(text: Textual, block: string): { key: string; vars: Record<string, string | number> } | null {
  if (block === '') return null;
  if (block === 'title') return { key: 'writing.in_title', vars: {} };
  if (block.startsWith('fields.')) return { key: 'writing.in_fields', vars: {} };
  const at = text.content.findIndex(({ attrs }) => attrs.id === block);
  const here = text.content[at];
  if (!here) return null;
  if (here.type !== 'paragraph') return { key: `writing.in_block.${here.type}`, vars: {} };
  const number = text.content.slice(0, at + 1).filter(({ type }) => type === 'paragraph').length;
  return number <= 10 ? { key: `writing.in_paragraph.${number}`, vars: {} } : { key: 'writing.in_paragraph.later', vars: { number } };
}
