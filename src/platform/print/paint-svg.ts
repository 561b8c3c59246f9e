import { attributes, element, escaped } from '#platform/text/markup.ts';
import type { Face } from '#platform/pdf/faces.ts';
import { codeOf, codePath } from './code.ts';
import { cropOf, type Leaf, type Mark, type Placed, withinOf } from './marks.ts';
import { widthOf } from './wrap.ts';

/** Where a browser finds what marks stand for. */
export interface Shown {
  readonly picture?: (Placed & { readonly src: string }) | undefined;
  /** The emblem's address. */
  readonly emblem?: string | undefined;
  readonly address?: string | undefined;
}

/** A leaf as a picture for a page: the same marks as on paper, in the letters of the house. */
export function paintSvg({ width, height, parts }: Leaf, shown: Shown, label: string): string {
  const paper = `<rect${attributes({ width, height, fill: '#ffffff' })}/>`;
  const marks = parts.flatMap((part) => part.marks.map((mark) => paintMark(mark, shown))).join('');
  return element('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label, class: 'leaf' }, paper + marks);
}

const weights: Readonly<Record<Face, number>> = { regular: 400, italic: 400, bold: 700, loud: 900 };

function paintMark(mark: Mark, shown: Shown): string {
  const { x, y } = mark;
  switch (mark.is) {
    case 'text':
      return element(
        'text',
        {
          x,
          y,
          'font-size': mark.size,
          'font-weight': weights[mark.face],
          fill: mark.colour,
          // As wide as on paper, whatever letters the browser has.
          textLength: round(widthOf(mark.text, mark.face) * mark.size),
          lengthAdjust: 'spacingAndGlyphs',
        },
        escaped(mark.text),
      );
    case 'fill':
      return `<rect${attributes({ x, y, width: mark.width, height: mark.height, rx: mark.round ?? null, fill: mark.colour })}/>`;
    case 'code':
      return drawnCode(mark, shown.address ?? '');
    case 'emblem':
      return shown.emblem ? `<image${attributes({ href: shown.emblem, x, y, width: mark.width, height: mark.height })}/>` : '';
    default:
      return shown.picture ? pictureOf(mark, shown.picture) : '';
  }
}

function pictureOf(place: Extract<Mark, { is: 'picture' | 'emblem' }>, picture: Placed & { readonly src: string }): string {
  const image = (at: { x: number; y: number; width: number; height: number }) =>
    `<image${attributes({ href: picture.src, x: round(at.x), y: round(at.y), width: round(at.width), height: round(at.height), preserveAspectRatio: 'none' })}/>`;
  if (picture.whole) return image(withinOf(picture, place));
  const crop = cropOf(picture, place);
  return element(
    'svg',
    {
      x: place.x,
      y: place.y,
      width: place.width,
      height: place.height,
      viewBox: [crop.x, crop.y, crop.width, crop.height].map(round).join(' '),
      preserveAspectRatio: 'none',
    },
    image({ x: 0, y: 0, width: picture.width, height: picture.height }),
  );
}

function drawnCode({ x, y, side }: Extract<Mark, { is: 'code' }>, address: string): string {
  const { size, runs } = codeOf(address);
  const place = { x, y, width: side, height: side, viewBox: `0 0 ${size} ${size}`, 'shape-rendering': 'crispEdges' };
  return element('svg', place, `<path${attributes({ d: codePath(runs) })}/>`);
}

const round = (number: number) => Math.round(number * 100) / 100;
