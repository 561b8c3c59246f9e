import { assetProblems, type Asset } from '#domains/editorial/index.ts';
import type { Day } from '#platform/clock/day.ts';
import type { Say } from '#platform/i18n/words.ts';

/** An asset as the editor's picker and the API show it. */
export interface ShownAsset {
  readonly id: number;
  readonly file: string;
  readonly title: string;
  readonly alt: string;
  readonly credit: string;
  readonly kind: Asset['kind'];
  readonly type: string;
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly focalX: number;
  readonly focalY: number;
  /** The address of its smallest picture; null when it has none. */
  readonly thumb: string | null;
  readonly captions: string | null;
  readonly transcript: boolean;
  /** What it lacks to be shown to anybody, with a sentence for whoever would use it. */
  readonly warnings: readonly { readonly code: string; readonly sentence: string }[];
}

export function shownAsset(asset: Asset, today: Day, say: Say): ShownAsset {
  const { id, file, title, alt, credit, kind, type, size, width, height, focalX, focalY, captions, transcript } = asset;
  return {
    id,
    file,
    title,
    alt,
    credit,
    kind,
    type,
    size,
    width,
    height,
    focalX,
    focalY,
    thumb: thumbOf(asset),
    captions: captions?.id ?? null,
    transcript: transcript !== '',
    warnings: assetProblems(asset, today).map((code) => ({ code, sentence: say(`assets.problem.${code}`) })),
  };
}

export const thumbOf = ({ kind, file }: Pick<Asset, 'kind' | 'file'>): string | null => (kind === 'image' ? `/files/${file}/thumb` : null);
