import type { ReactNode } from 'react';
import type { PublicationImage } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';
import { minutesOf } from './house-list.tsx';

interface Props {
  readonly shown: {
    readonly kind: string;
    readonly unitName: string | null;
    readonly words: number;
    readonly title: string;
    readonly lead: string;
    readonly html: string;
    readonly image: (PublicationImage & { readonly plate?: boolean | undefined }) | null;
  };
  /** When it came out, and what it asks of who reads it. */
  readonly children?: ReactNode;
}

/** Something that came out for whoever works here, as it is read. */
export function HouseArticle({ shown, children }: Props) {
  const { say } = useWords();
  const { kind, unitName, words, title, lead, html, image } = shown;
  return (
    <article className="house-article" lang="es">
      <header>
        <p className="muted">
          {[say(`pieces.kind.${kind}`), unitName, say('intranet.minutes', { count: minutesOf(words) })].filter(Boolean).join(' · ')}
        </p>
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </header>
      {image?.plate && (
        <figure>
          <img
            src={image.src}
            srcSet={image.srcset ?? undefined}
            sizes="(min-width: 48rem) 44rem, 100vw"
            alt={image.alt}
            width={image.width ?? undefined}
            height={image.height ?? undefined}
          />
        </figure>
      )}
      <div className="piece" dangerouslySetInnerHTML={{ __html: html }} />
      {children && <footer>{children}</footer>}
    </article>
  );
}
