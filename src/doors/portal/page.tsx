import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '#ui/words.tsx';
import { pictureAddress, socialSize } from './pictures/address.ts';
import { usePortal } from './portal.ts';

export interface Crumb {
  readonly to: string;
  readonly name: string;
}

interface Props {
  readonly title: string;
  /** For search engines and for those who pass the link on. */
  readonly description?: string;
  /** The pages above this one, after the home. */
  readonly crumbs?: readonly Crumb[];
  readonly here?: string;
  readonly className?: string;
  /** What is shown where the link is passed on, absolute, and how large it is; without one, a picture that the product draws. */
  readonly image?: { readonly src: string; readonly alt: string; readonly width: number | null; readonly height: number | null } | null;
  /** An article's days, when the page is one. */
  readonly article?: { readonly publishedAt: Date; readonly updatedAt: Date | null; readonly section: string };
  /** Kept out of search engines: what is only for some eyes, or only for now. */
  readonly unlisted?: boolean;
  readonly children: ReactNode;
}

/** One page of the portal: what it is called outside, where it is, and its content. */
export function Page({ title, description, crumbs, here, className = '', image, article, unlisted = false, children }: Props) {
  const { say, locale } = useWords();
  const { pathname } = useLocation();
  const portal = usePortal();
  const house = portal ? [portal.institution.kind, portal.institution.name].filter(Boolean).join(' ') : 'Pregón';
  const address = portal?.base ? portal.base + pathname : undefined;
  const drawn = unlisted || !portal ? null : pictureAddress(pathname);
  const shown = image ?? (drawn ? { src: portal!.origin + drawn, alt: `${title} · ${house}`, ...socialSize } : null);
  return (
    <>
      <title>{title === house ? house : `${title} · ${house}`}</title>
      {description && <meta name="description" content={description} />}
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={house} />
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:locale" content={locale === 'en' ? 'en_US' : 'es_CO'} />
      {description && <meta property="og:description" content={description} />}
      {address && <meta property="og:url" content={address} />}
      {address && <link rel="canonical" href={address} />}
      {unlisted && <meta name="robots" content="noindex" />}
      {article && <meta property="article:published_time" content={article.publishedAt.toISOString()} />}
      {article?.updatedAt && <meta property="article:modified_time" content={article.updatedAt.toISOString()} />}
      {article && <meta property="article:section" content={article.section} />}
      <meta name="twitter:card" content={shown ? 'summary_large_image' : 'summary'} />
      {shown && <meta property="og:image" content={shown.src} />}
      {shown && <meta property="og:image:alt" content={shown.alt} />}
      {shown?.width && <meta property="og:image:width" content={String(shown.width)} />}
      {shown?.height && <meta property="og:image:height" content={String(shown.height)} />}
      {here && (
        <nav className="where" aria-label={say('ui.where')}>
          <ol className="crumbs">
            {[{ to: '/', name: say('portal.home') }, ...(crumbs ?? [])].map(({ to, name }) => (
              <li key={to}>
                <a href={to}>{name}</a>
              </li>
            ))}
            <li>
              <span aria-current="page">{here}</span>
            </li>
          </ol>
        </nav>
      )}
      <main id="contenido" className={`sheet ${className}`.trim()}>
        {children}
      </main>
    </>
  );
}
