import { useWords } from '#ui/words.tsx';

interface Shown {
  readonly kind: string;
  readonly file: string;
  readonly fileName: string;
  readonly alt: string;
}

/** What an asset looks like, small: its picture, or a sheet that says what it is. */
export function Thumbnail({ asset, size = 'thumb' }: { asset: Shown; size?: 'thumb' | 'medium' }) {
  const { say } = useWords();
  if (asset.kind === 'image') return <img src={`/files/${asset.file}/${size}`} alt={asset.alt} loading="lazy" decoding="async" />;
  const extension = /\.(\w{1,5})$/.exec(asset.fileName)?.[1] ?? '';
  return (
    <span className="sheet-of" data-kind={asset.kind}>
      <b>{extension.toUpperCase()}</b>
      <span>{say(`assets.kind.${asset.kind}`)}</span>
    </span>
  );
}
