import type { WrittenSheet } from '#domains/editorial/index.ts';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  /** The last first. */
  readonly history: readonly (Omit<WrittenSheet, 'persons'> & {
    readonly persons: readonly { readonly person: string; readonly name: string }[];
  })[];
}

/** What a list said each time, who noted it, and why it was corrected. */
export function SheetHistory({ history }: Props) {
  const { say, format } = useWords();
  return (
    <Section title={say('memos.sheet_history')}>
      <ol className="wires">
        {history.map((one) => {
          const whom = [...one.persons.map(({ name }) => name), ...one.names];
          return (
            <li key={one.id}>
              <b>{whom.length === 0 ? say('memos.sheet_taken_back') : format.list(whom)}</b>
              <small>
                {say(`memos.by.${one.means}`)}, {format.day(one.heldOn)}. {one.note}
              </small>
              <small>{say('memos.sheet_wrote', { who: one.writtenByName ?? '', at: format.instant(one.writtenAt) })}</small>
              {one.reason !== '' && (
                <small>
                  {say('memos.reason')}: {one.reason}
                </small>
              )}
              {one.file && <a href={`/files/${one.file}`}>{say('memos.sheet_file')}</a>}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
