/** A number in 0–1 that looks like chance and is always the same for the same words (FNV-1a). */
export function chance(...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of words.join('/')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 0x1_0000_0000;
}

/** A whole number from 0 up to but not with `below`. */
export const draw = (below: number, ...words: (string | number)[]) => Math.floor(chance(...words) * below);
