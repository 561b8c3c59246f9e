import { at, type ContentCheck, type Found } from './checked.ts';
import { bodyPassages } from './passages.ts';

/** Headings go down one step at a time from the title (WCAG 2.2, 1.3.1 and 2.4.6; G141). */
export const headingOrder: ContentCheck = {
  check: 'heading_order',
  look: (subject) => {
    const found: Found[] = [];
    let before = 1;
    for (const { type, block, text, level = 2 } of bodyPassages(subject)) {
      if (type !== 'heading') continue;
      if (text.trim() === '') found.push(at(block, '', 'empty'));
      else if (level > before + 1) found.push(at(block, text, before === 1 ? 'first' : 'skipped', { level, before }));
      before = level;
    }
    return { found };
  },
};
