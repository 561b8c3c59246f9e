import { isDay } from './day.ts';
import { at, type ContentCheck, type Found } from './checked.ts';
import { bodyPassages } from './passages.ts';

// Their picture, sound or card says it; every other kind has a text.
const withoutText = new Set(['audiovisual', 'print', 'social']);
const withoutTextKinds = new Set(['splash_notice', 'notice_board_card']);

export const missingField: ContentCheck = {
  check: 'missing_field',
  look: (subject) => {
    const { kind, fields } = subject;
    const found: Found[] = [];
    if (subject.title.trim() === '') found.push(at('title', '', 'title'));
    for (const { code, type, required, options } of kind.fields) {
      const value = fields[code];
      const blank = value === undefined || (typeof value === 'string' ? value.trim() === '' : false);
      if (blank && required) found.push(at(`fields.${code}`, '', 'field', { field: code }));
      if (blank || typeof value !== 'string') continue;
      const bad =
        (type === 'day' && !isDay(value)) ||
        (type === 'number' && !/^\d+([.,]\d+)?$/.test(value)) ||
        (type === 'choice' && !options?.includes(value)) ||
        (type === 'address' && !/^(https?:\/\/|\/)\S+$/.test(value));
      if (bad) found.push(at(`fields.${code}`, value, `bad_${type}`, { field: code }));
    }
    const [from, to] = [fields.starts_on, fields.ends_on];
    if (typeof from === 'string' && typeof to === 'string' && from && to && to < from) found.push(at('fields.ends_on', '', 'ends_before'));
    const written = bodyPassages(subject).some(({ text }) => text.trim() !== '');
    if (!written && !withoutText.has(kind.group) && !withoutTextKinds.has(kind.code)) found.push(at('', '', 'text'));
    return { found };
  },
};
