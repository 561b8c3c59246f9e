import { useWords } from '#ui/words.tsx';

/** A search by GET, so that what was found has an address. */
export function SearchForm({ id, className, text = '', name }: { id: string; className: string; text?: string; name?: string }) {
  const { say } = useWords();
  return (
    <form className={className} role="search" action="/search" aria-label={name}>
      <label htmlFor={id}>{say('portal.search.label')}</label>
      <input className="input" id={id} name="q" type="search" defaultValue={text} maxLength={200} />
      <button className="button">{say('portal.search.button')}</button>
    </form>
  );
}
