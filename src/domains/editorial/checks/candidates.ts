import { at, type ContentCheck } from './checked.ts';
import { passagesOf, termIn } from './passages.ts';

/** Before elections nobody who stands in them is named (Ley 996 of 2005), on the days that the window says. */
export const candidates: ContentCheck = {
  check: 'candidates',
  look: (subject, { windows }) => {
    const open = windows.filter(({ startsOn, endsOn }) => startsOn <= subject.day && subject.day <= endsOn);
    return {
      facts: { windows: open.length },
      found: passagesOf(subject).flatMap(({ block, text }) =>
        open.flatMap((window) =>
          window.candidates.flatMap((name) => {
            const there = termIn(text, name);
            return there ? [at(block, there.quote, 'named', { name, window: window.name, until: window.endsOn })] : [];
          }),
        ),
      ),
    };
  },
};
