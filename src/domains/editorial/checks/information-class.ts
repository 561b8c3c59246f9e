import { at, type ContentCheck, type Found } from './checked.ts';
import { passagesOf } from './passages.ts';
import { minorsIn } from './personal-data.ts';

/** Ley 1712 of 2014: what is not public goes to no public channel, and what is public shows nothing of a child that points at him. */
export const informationClass: ContentCheck = {
  check: 'class',
  look: (subject) => {
    const found: Found[] = [];
    if (subject.class !== 'public' && subject.goesPublic) found.push(at('', '', 'not_for_all', { class: subject.class }));
    if (subject.class === 'public')
      for (const { block, text } of passagesOf(subject)) for (const quote of minorsIn(text)) found.push(at(block, quote, 'minor'));
    return { found, facts: { class: subject.class } };
  },
};
