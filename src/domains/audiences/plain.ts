/** A text without accents, capitals or double spaces: how heads and words are compared. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** A text as a code of at most so many letters: `Sector TIC` is `sector-tic`. */
export const codeOf = (text: string, most = 60): string =>
  plain(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, most)
    .replace(/-+$/, '');
