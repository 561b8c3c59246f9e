import type { Asset } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';

/** The largest part of a picture that has a shape, with its point as near the middle as it can be: x, y, width, height in its pixels. */
export function cropOf(
  { width, height, focalX, focalY }: { readonly width: number; readonly height: number; readonly focalX: number; readonly focalY: number },
  [across, down]: readonly [number, number],
): readonly [number, number, number, number] {
  const scale = Math.min(width / across, height / down);
  const [wide, high] = [across * scale, down * scale];
  const from = (point: number, whole: number, part: number) => Math.min(whole - part, Math.max(0, (point / 100) * whole - part / 2));
  return [from(focalX, width, wide), from(focalY, height, high), wide, high];
}

/** How a picture looks when it is cut to a shape. Drawn as SVG, since no page carries inline styles. */
export function Crop({
  asset,
  shape,
}: {
  asset: Pick<Asset, 'file' | 'width' | 'height' | 'focalX' | 'focalY'>;
  shape: readonly [number, number];
}) {
  const { say } = useWords();
  const { width, height } = asset;
  if (width === null || height === null) return null;
  const box = cropOf({ ...asset, width, height }, shape);
  return (
    <figure>
      <svg
        viewBox={box.map((value) => value.toFixed(1)).join(' ')}
        role="img"
        aria-label={say('assets.cut_to', { shape: shape.join(':') })}
      >
        <image href={`/files/${asset.file}/medium`} width={width} height={height} preserveAspectRatio="none" />
      </svg>
      <figcaption>{shape.join(':')}</figcaption>
    </figure>
  );
}
