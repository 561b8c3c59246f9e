// The letters that the embedded faces carry: Latin-1, and the signs of Spanish and English typography (fonts/, Google's «latin» subset).
const carried = /^[\n\x20-\x7e\u00a0-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\u2122]*$/;

const nearest: Readonly<Record<string, string>> = {
  '→': '>',
  '←': '<',
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '−': '–',
  '✓': '•',
  '✔': '•',
  '■': '•',
  '●': '•',
  '▪': '•',
  '\u2011': '-',
  '\u2010': '-',
  '\u2009': ' ',
  '\u202f': '\u00a0',
  '\t': ' ',
  '\r': '',
};

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' });

/** A text in letters that the faces carry: what they lack is written by its nearest, an emoji by a point. Nothing prints as an empty box. */
export function printable(text: string): string {
  const composed = text.normalize('NFC');
  if (carried.test(composed)) return composed;
  return [...graphemes.segment(composed)]
    .map(({ segment }) => {
      if (carried.test(segment)) return segment;
      const near = nearest[segment];
      if (near !== undefined) return near;
      const plain = segment.normalize('NFD').replace(/\p{M}/gu, '');
      return carried.test(plain) ? plain : '·';
    })
    .join('');
}
