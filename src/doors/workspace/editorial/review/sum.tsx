import { useWords } from '#ui/words.tsx';

/** How much changed, and what stayed. */
export function Sum({ difference, same }: { difference: { added: number; removed: number; changed: boolean }; same: readonly string[] }) {
  const { say, format } = useWords();
  const { added, removed, changed } = difference;
  return (
    <p className="small muted sum">
      {added > 0 && (
        <>
          <ins>{say('review.words_added', { count: added, words: format.number(added) })}</ins>{' '}
        </>
      )}
      {removed > 0 && (
        <>
          <del>{say('review.words_removed', { count: removed, words: format.number(removed) })}</del>{' '}
        </>
      )}
      {added + removed === 0 && `${say(changed ? 'review.no_words_changed' : 'review.nothing_changed')} `}
      {same.length > 0 &&
        `· ${say('review.stayed', { count: same.length, fields: format.list(same.map((code) => say(`pieces.field.${code}`).toLowerCase())) })}`}
    </p>
  );
}
