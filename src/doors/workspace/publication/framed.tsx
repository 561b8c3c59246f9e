import { Link, useSearchParams } from 'react-router';
import { useWords } from '#ui/words.tsx';

const widths = ['desktop', 'phone'] as const;
type Width = (typeof widths)[number];

const widthIn = (params: URLSearchParams): Width => (params.get('at') === 'phone' ? 'phone' : 'desktop');

/** Where a channel shows a piece on a page of its own; null where it is carried by hand. */
export function previewAddress(piece: number, { code, means }: { code: string; means: string }): string | null {
  if (means === 'portal') return `/preview/${piece}`;
  if (means === 'intranet') return `/intranet/preview/${piece}`;
  if (means === 'screen') return `/screens/pieces/${piece}`;
  return means === 'mail' ? `/workspace/pieces/${piece}/renditions/${code}/mail` : null;
}

/** As wide as a computer, or a phone. */
export function Widths() {
  const { say } = useWords();
  const [params] = useSearchParams();
  return (
    <nav className="segmented push" aria-label={say('writing.width')}>
      {widths.map((width) => (
        <Link
          key={width}
          to={`?${new URLSearchParams([...[...params].filter(([name]) => name !== 'at'), ['at', width]])}`}
          aria-current={width === widthIn(params) ? 'true' : undefined}
          preventScrollReset
        >
          {say(`writing.width.${width}`)}
        </Link>
      ))}
    </nav>
  );
}

/** The very page that will go out, within this one: drawn by the same hand, from the same words. */
export function Framed({ src, title, version }: { src: string; title: string; version?: string | number }) {
  const { say } = useWords();
  const [params] = useSearchParams();
  return (
    <>
      <div className={`framed ${widthIn(params)}`}>
        {/* A page of the house, under its own policy; a sandbox would keep out what looks at whether everybody can read it. */}
        {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
        <iframe key={version} src={`${src}${src.includes('?') ? '&' : '?'}framed=yes`} title={title} loading="lazy" />
      </div>
      <p className="small">
        <a href={src} target="_blank" rel="noreferrer">
          {say('writing.see_whole')}
        </a>
      </p>
    </>
  );
}
