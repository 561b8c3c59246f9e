/* oxlint-disable jsx-a11y/media-has-caption -- subtitles are added on this very page, which says when they are missing */
import type { Asset } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';
import { Thumbnail } from './thumbnail.tsx';

/** The thing itself: a player for what is heard, a link for what is read; a picture stands in its form, where its point is chosen. */
export function Viewer({
  asset,
  picture,
}: {
  picture: boolean;
  asset: Pick<Asset, 'kind' | 'file' | 'fileName' | 'type' | 'title' | 'alt' | 'captions' | 'transcript' | 'size'>;
}) {
  const { say, format } = useWords();
  const address = `/files/${asset.file}`;
  return (
    <figure className="viewer">
      {asset.kind === 'image' && picture && <Thumbnail asset={asset} size="medium" />}
      {asset.kind === 'video' && (
        <video controls preload="metadata" aria-label={asset.title}>
          <source src={address} type={asset.type} />
          {asset.captions && (
            <track kind="captions" srcLang="es" label={say('assets.captions')} src={`/files/${asset.captions.id}`} default />
          )}
        </video>
      )}
      {asset.kind === 'audio' && <audio controls preload="metadata" src={address} aria-label={asset.title} />}
      {asset.kind === 'document' && <Thumbnail asset={asset} />}
      <figcaption>
        <a href={address}>{say('assets.whole')}</a>{' '}
        <span className="muted">
          {asset.fileName} · {format.size(asset.size)}
        </span>
      </figcaption>
    </figure>
  );
}
