import type { PublicationImage } from '#domains/editorial/index.ts';

interface Props {
  readonly image: PublicationImage;
  readonly sizes: string;
  /** The largest thing of the page comes first; all others when they are near. */
  readonly first?: boolean;
  /** Beside a title that says the same, it is passed over when read aloud. */
  readonly decorative?: boolean;
}

/** A publication's picture, in the size that the screen needs, its place kept before it comes. */
export function Picture({ image, sizes, first = false, decorative = false }: Props) {
  return (
    <img
      className={`art ${image.focus}`}
      src={image.src}
      srcSet={image.srcset ?? undefined}
      sizes={image.srcset ? sizes : undefined}
      alt={decorative ? '' : image.alt}
      width={image.width ?? undefined}
      height={image.height ?? undefined}
      loading={first ? undefined : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
      decoding="async"
    />
  );
}
