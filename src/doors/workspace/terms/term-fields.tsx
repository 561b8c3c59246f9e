import type { Term, TermSort } from '#domains/editorial/index.ts';
import { Choices } from '#ui/choices.tsx';
import { TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

export const sorts: readonly TermSort[] = ['term', 'jargon', 'forbidden', 'official'];

export function TermFields({ term, answer }: { term?: Term; answer?: Answer | undefined }) {
  const { say } = useWords();
  return (
    <>
      <TextField
        name="term"
        label={say('terms.term')}
        hint={say('terms.term_hint')}
        required
        maxLength={120}
        answer={answer}
        defaultValue={term?.term}
      />
      <Choices
        name="sort"
        legend={say('terms.sort')}
        options={sorts.map((sort) => ({ value: sort, label: say(`terms.sort.${sort}`), more: say(`terms.sort_more.${sort}`) }))}
        chosen={[term?.sort ?? 'term']}
        answer={answer}
      />
      <TextField
        name="meaning"
        label={say('terms.meaning')}
        hint={say('terms.meaning_hint')}
        optional
        maxLength={500}
        answer={answer}
        defaultValue={term?.meaning}
      />
      <TextAreaField
        name="insteadOf"
        label={say('terms.instead_of')}
        hint={say('terms.instead_of_hint')}
        optional
        rows={3}
        answer={answer}
        defaultValue={term?.insteadOf.join('\n')}
      />
    </>
  );
}
