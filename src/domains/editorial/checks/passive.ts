import { at, hint, type ContentCheck } from './checked.ts';
import { folded, sentencesIn } from './passages.ts';

const being =
  'soy|eres|es|somos|son|era|eras|eramos|eran|fui|fue|fuimos|fueron|sere|sera|seremos|seran|seria|serian|sea|sean|fuera|fueran|fuese|fuesen|ser|siendo|sido';
const irregular =
  'hech|dich|escrit|descrit|inscrit|suscrit|transcrit|vist|previst|revist|puest|dispuest|expuest|propuest|compuest|impuest|abiert|cubiert|descubiert|rot|vuelt|devuelt|resuelt|disuelt|impres|provist|satisfech|elect';
const passives = new RegExp(
  `\\b(?:${being})\\s+(?:(?:ya|siempre|tambien|bien|mal|muy|\\p{L}+mente)\\s+)?(?:\\p{L}{2,}(?:ad|id)[oa]s?|(?:${irregular})[oa]s?)\\b`,
  'gu',
);

// They end as participles do, and are things, days and qualities.
const not =
  /\s(?:demasiad|cuidad|mercad|grad|lad|abogad|jurad|privad|estad|resultad|sabad|partid|marid|sentid|contenid|vestid|ruid|comunicad|pasad|enunciad|delegad|diputad|soldad|helad|pecad|aliad|emplead|invitad)[oa]s?$/;

// The passive with «se» hides who does it when an office writes it: these verbs are its own.
const hidden =
  /\bse\s+(?:(?:les?|los|las)\s+)?(?:realiz|efectu|adelant|inform|comunic|procedi|proceder|dispus|dispon|orden|aprob|adopt|estableci|establec|ejecut|gestion|llev(?:o|a|ara|aran|aron)\s+a\s+cabo|hizo|hace\s+saber|determin|evidenci|implement)\p{L}*/gu;

export const passive: ContentCheck = {
  check: 'passive',
  look: (subject) => ({
    found: sentencesIn(subject).flatMap(({ block, text }) => {
      const plain = folded(text);
      const cut = (match: RegExpExecArray) => text.slice(match.index, match.index + match[0].length);
      return [
        ...[...plain.matchAll(passives)].filter(([said]) => !not.test(said)).map((match) => at(block, cut(match), 'being')),
        ...[...plain.matchAll(hidden)].map((match) => hint(at(block, cut(match), 'hidden'))),
      ];
    }),
  }),
};
