import { Light } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import type { ShownFile } from './shown-file.ts';

export interface PlacedImage {
  readonly asset: number;
  readonly alt: string;
  readonly decorative?: boolean;
  readonly caption?: string;
}

export function Picture({ file, image }: { file: ShownFile | undefined; image: PlacedImage }) {
  const { say } = useWords();
  return file ? (
    <img src={`/files/${file.file}/medium`} alt={image.alt} width={file.width ?? undefined} height={file.height ?? undefined} />
  ) : (
    <p className="empty slim">{say('writing.no_such_asset')}</p>
  );
}

/** Whether a picture says what it shows; without words it is not submitted. */
export function AltLight({ image }: { image: PlacedImage }) {
  const { say } = useWords();
  if (image.decorative) return <Light light="none">{say('writing.decorative')}</Light>;
  return image.alt.trim() ? <Light light="good">{image.alt}</Light> : <Light light="off">{say('writing.alt_missing')}</Light>;
}
