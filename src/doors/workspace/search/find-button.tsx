import { useEffect, useRef } from 'react';
import { Link, useFetcher, useLocation } from 'react-router';
import { useWords } from '#ui/words.tsx';
import type { loader } from './search.page.tsx';
import { Found } from './found.tsx';

/** «Buscar o ir a…»: a palette on Ctrl K; before script arrives, a link to the page of search. */
export function FindButton() {
  const dialog = useRef<HTMLDialogElement>(null);
  const fetcher = useFetcher<typeof loader>();
  const { say } = useWords();
  const { key } = useLocation();

  useEffect(() => dialog.current?.close(), [key]);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!(event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) return;
      event.preventDefault();
      dialog.current?.showModal();
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);

  const search = (text: string) => {
    void fetcher.load(`/workspace/search?${new URLSearchParams({ q: text })}`);
  };
  return (
    <>
      <Link
        className="find"
        to="/workspace/search"
        onClick={(event) => {
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        {say('ui.find')} <kbd>Ctrl K</kbd>
      </Link>
      <dialog className="palette" ref={dialog} aria-label={say('ui.find')}>
        <input
          type="search"
          aria-label={say('ui.find')}
          placeholder={say('ui.find')}
          maxLength={200}
          onChange={(event) => search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              dialog.current?.querySelector<HTMLAnchorElement>('.options a')?.focus();
            }
            if (event.key === 'Enter') dialog.current?.querySelector<HTMLAnchorElement>('.options a')?.click();
          }}
        />
        <div
          onKeyDown={(event) => {
            const links = [...event.currentTarget.querySelectorAll('a')];
            const at = links.indexOf(document.activeElement as HTMLAnchorElement);
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              links[Math.min(at + 1, links.length - 1)]?.focus();
            }
            if (event.key === 'ArrowUp') {
              event.preventDefault();
              (links[at - 1] ?? dialog.current?.querySelector('input'))?.focus();
            }
          }}
        >
          {fetcher.data && <Found results={fetcher.data.results} text={fetcher.data.text} />}
        </div>
      </dialog>
    </>
  );
}
