/** A piece of a rich sentence: plain text, a loud **figure**, or a [link](address). */
export type Piece =
  | { readonly text: string; readonly kind: 'text' | 'figure' }
  | { readonly text: string; readonly kind: 'link'; readonly href: string };

/** Parses the two marks that sentences of locales may carry. Anything else is text. */
export function pieces(sentence: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of sentence.matchAll(/\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g)) {
    if (match.index > from) found.push({ kind: 'text', text: sentence.slice(from, match.index) });
    found.push(match[1] !== undefined ? { kind: 'figure', text: match[1] } : { kind: 'link', text: match[2]!, href: match[3]! });
    from = match.index + match[0].length;
  }
  if (from < sentence.length) found.push({ kind: 'text', text: sentence.slice(from) });
  return found;
}
