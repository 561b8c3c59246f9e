import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import { attributes, element, escaped } from '#platform/text/markup.ts';

/** An asset as a page shows it: its file, its sizes, its words. */
export interface ShownAsset {
  readonly id: number;
  readonly kind: 'image' | 'video' | 'audio' | 'document';
  /** files.id */
  readonly file: string;
  readonly name: string;
  /** The media type. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
  /** Its smaller sizes, such as `thumb`, with their widths in pixels. */
  readonly renditions: readonly { readonly name: string; readonly width: number }[];
  readonly title: string;
  readonly credit: string;
  /** The point that stays in view when it is cut, in hundredths. */
  readonly focalX: number;
  readonly focalY: number;
  /** files.id of its captions, WebVTT. */
  readonly captions: string | null;
  readonly transcript: string;
}

export interface Drawing {
  readonly assets: ReadonlyMap<number, ShownAsset>;
  readonly say: Say;
  readonly format: Format;
}

export const addressOf = (file: string, rendition?: string) => `/files/${file}${rendition === undefined ? '' : `/${rendition}`}`;

/** An image's sources: `src` is the middle one, for readers without `srcset`. */
export function sourcesOf(asset: ShownAsset): { src: string; srcset: string | null } {
  const sizes = [...new Map(asset.renditions.map((one) => [one.width, one])).values()].toSorted((one, other) => one.width - other.width);
  const middle = sizes.find(({ name }) => name === 'medium') ?? sizes.at(-1);
  return {
    src: addressOf(asset.file, middle?.name),
    srcset: sizes.length > 1 ? sizes.map(({ name, width }) => `${addressOf(asset.file, name)} ${width}w`).join(', ') : null,
  };
}

/** Where it is cut: classes, since the Content-Security-Policy takes no inline style. Quarters are near enough. */
export function focusOf({ focalX, focalY }: Pick<ShownAsset, 'focalX' | 'focalY'>): string {
  const quarter = (point: number) => Math.round(Math.min(100, Math.max(0, point)) / 25) * 25;
  return `focus-x-${quarter(focalX)} focus-y-${quarter(focalY)}`;
}

export interface PlacedWords {
  readonly alt: string;
  readonly decorative?: boolean | undefined;
  readonly caption?: string | undefined;
}

export function figure(asset: ShownAsset, { alt, decorative, caption }: PlacedWords, sizes = '(min-width: 48rem) 38rem, 100vw'): string {
  const { src, srcset } = sourcesOf(asset);
  const image = `<img${attributes({
    src,
    srcset,
    sizes: srcset && sizes,
    alt: decorative ? '' : alt,
    width: asset.width,
    height: asset.height,
    class: focusOf(asset),
    loading: 'lazy',
    decoding: 'async',
  })}>`;
  const credit = asset.credit ? element('small', {}, escaped(asset.credit)) : '';
  const says = [caption ? escaped(caption) : '', credit].filter((part) => part !== '').join(' ');
  return element('figure', {}, image + (says === '' ? '' : element('figcaption', {}, says)));
}

/** A player with what it says in letters: captions in it, the transcript below it. */
export function player(
  asset: ShownAsset,
  { title, poster = null }: { title: string; poster?: string | null },
  { say, format }: Drawing,
): string {
  const name = title || asset.title;
  const track = asset.captions
    ? `<track${attributes({ kind: 'captions', srclang: 'es', label: say('news.captions'), src: addressOf(asset.captions), default: true })}>`
    : '';
  const source = `<source${attributes({ src: addressOf(asset.file), type: asset.type })}>`;
  const play = element(
    asset.kind === 'audio' ? 'audio' : 'video',
    { controls: true, preload: 'metadata', poster: asset.kind === 'video' ? poster : null, 'aria-label': name },
    source + track,
  );
  const credit = asset.credit ? ` ${element('small', {}, escaped(asset.credit))}` : '';
  const take = element(
    'a',
    { href: addressOf(asset.file), download: asset.name },
    escaped(`${say('news.download')} (${kindAndSize(asset, format)})`),
  );
  const words = asset.transcript
    ? element(
        'details',
        { class: 'transcript' },
        element('summary', {}, escaped(say('news.transcript'))) +
          asset.transcript
            .split(/\n+/)
            .filter((line) => line.trim() !== '')
            .map((line) => element('p', {}, escaped(line.trim())))
            .join(''),
      )
    : '';
  return element('figure', { class: 'player' }, play + element('figcaption', {}, `${escaped(name)}${credit} · ${take}`) + words);
}

/** A file to take away, with what it is and how large. */
export function fileLink(asset: ShownAsset, title: string, { format }: Drawing): string {
  return element(
    'p',
    { class: 'file' },
    `${element('a', { href: addressOf(asset.file), download: asset.name }, escaped(title || asset.title))} ${element('small', {}, escaped(kindAndSize(asset, format)))}`,
  );
}

export function kindAndSize({ name, type, size }: ShownAsset, format: Format): string {
  const kind = (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? type.split('/').at(-1) ?? '').toUpperCase();
  return `${kind}, ${format.size(size)}`;
}
