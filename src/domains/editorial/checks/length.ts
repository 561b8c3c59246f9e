import { wordsIn } from '../body-text.ts';
import { at, hint, type ContentCheck, type Found } from './checked.ts';
import { bodyPassages } from './passages.ts';

/** What a list, a search engine and a mail's subject show of a title. */
const titleLetters = 110;

export const length: ContentCheck = {
  check: 'length',
  look: (subject) => {
    const { kind, title, fields, renditions } = subject;
    const found: Found[] = [];
    const words = bodyPassages(subject).reduce((sum, { text, type }) => (type === 'alt' ? sum : sum + wordsIn(text)), 0);
    if (kind.words !== null && words > kind.words) found.push(at('', '', 'text', { words, most: kind.words }));
    if (title.length > titleLetters) found.push(hint(at('title', title, 'title', { letters: title.length, most: titleLetters })));
    for (const { code, maximum } of kind.fields) {
      const value = fields[code];
      if (maximum !== undefined && typeof value === 'string' && value.length > maximum)
        found.push(at(`fields.${code}`, '', 'field', { field: code, letters: value.length, most: maximum }));
    }
    for (const { channel, name, letters, limit } of renditions)
      if (letters > limit) found.push(at(`renditions.${channel}`, '', 'rendition', { field: name, over: letters - limit, most: limit }));
    return { found, facts: { words } };
  },
};
