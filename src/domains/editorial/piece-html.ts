import { element, escaped } from '#platform/text/markup.ts';
import { type Drawing, fileLink, focusOf, player, sourcesOf } from './asset-html.ts';
import type { Body } from './body.ts';
import { assetsIn } from './body-text.ts';
import { drawBody } from './body-html.ts';
import { plainBody } from './body-plain.ts';
import { kindOf } from './kinds.ts';
import type { KindField } from './kind.ts';
import type { Fields } from './piece.ts';
import type { PublicationImage } from './publication.ts';

export interface Drawable {
  readonly kind: string;
  readonly fields: Fields;
  readonly body: Body;
}

// What has a place of its own on the page, or only says where the piece belongs.
const elsewhere = new Set(['lead', 'image', 'topic', 'place']);

/** What a piece shows below its title and lead: what is seen or heard first, the text, and then what its kind says besides. */
export function drawPiece(piece: Drawable, drawing: Drawing): string {
  const fields = kindOf(piece.kind).fields.filter(({ code }) => !elsewhere.has(code));
  const held = fields.flatMap((field) => {
    const value = piece.fields[field.code];
    return value === undefined || value === '' ? [] : [{ field, value }];
  });
  const poster = imageOf(piece, drawing)?.src ?? null;
  const media = held.flatMap(({ field, value }) => {
    const asset =
      (field.type === 'video' || field.type === 'audio') && typeof value !== 'string' ? drawing.assets.get(value.asset) : undefined;
    return asset ? [player(asset, { title: '', poster }, drawing)] : [];
  });
  const place = piece.fields.place;
  const dateline = typeof place === 'string' && place !== '' ? element('p', { class: 'dateline' }, escaped(place)) : '';
  const told = held.flatMap(({ field, value }) =>
    field.type === 'text' && typeof value === 'string' ? [section(field, value, drawing)] : [],
  );
  const rows = held.flatMap(({ field, value }) => row(field, value, drawing));
  const files = held.flatMap(({ field, value }) => {
    const asset = field.type === 'document' && typeof value !== 'string' ? drawing.assets.get(value.asset) : undefined;
    return asset ? [fileLink(asset, '', drawing)] : [];
  });
  return [
    ...media,
    dateline,
    drawBody(piece.body, drawing),
    ...told,
    rows.length > 0 ? element('dl', { class: 'facts-of' }, rows.join('')) : '',
    ...files,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const nameOf = ({ code }: KindField, { say }: Drawing) => escaped(say(`pieces.field.${code}`));

function section(field: KindField, value: string, drawing: Drawing): string {
  const paragraphs = value
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => element('p', {}, escaped(line.trim())));
  return (field.code === 'post' ? '' : element('h2', {}, nameOf(field, drawing))) + paragraphs.join('');
}

function row(field: KindField, value: string | { asset: number }, drawing: Drawing): string[] {
  return factRows(field, value, drawing).map(([name, says]) => element('dt', {}, name) + element('dd', {}, says));
}

/** A short field as its name and what it says, as markup that is safe; nothing for what has a place of its own. */
export function factRows(field: KindField, value: string | { asset: number }, drawing: Drawing): [name: string, says: string][] {
  if (typeof value !== 'string' || field.type === 'text' || field.code === 'starts_on' || field.code === 'ends_on' || field.code === 'size')
    return [];
  const safe = field.type === 'address' && /^(https?:\/\/|\/(?!\/))/i.test(value);
  const shown =
    field.type === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? escaped(drawing.format.day(value))
      : safe
        ? element('a', { href: value }, escaped(value))
        : field.type === 'choice'
          ? escaped(drawing.say(`pieces.option.${value}`))
          : escaped(value);
  return [[nameOf(field, drawing), shown]];
}

/** The same as plain text. */
export function plainPiece(piece: Drawable, drawing: Drawing, at: string): string {
  const fields = kindOf(piece.kind).fields.filter(({ code }) => !elsewhere.has(code));
  const told = fields.flatMap((field) => {
    const value = piece.fields[field.code];
    return typeof value === 'string' && value !== '' && field.type !== 'choice'
      ? [`${drawing.say(`pieces.field.${field.code}`)}: ${value}`]
      : [];
  });
  return [plainBody(piece.body, drawing, at), ...told].filter((part) => part !== '').join('\n\n');
}

/** The piece's own picture, or the first of its text. */
export function imageOf({ fields, body }: Pick<Drawable, 'fields' | 'body'>, { assets }: Drawing): PublicationImage | null {
  const placed = imagePlaced({ fields, body });
  const asset = placed && assets.get(placed.asset);
  if (!asset || asset.kind !== 'image') return null;
  const { src, srcset } = sourcesOf(asset);
  return {
    file: asset.file,
    src,
    srcset,
    alt: placed.alt,
    width: asset.width,
    height: asset.height,
    focus: focusOf(asset),
    credit: asset.credit,
  };
}

/** Where the picture that stands for a piece is placed. */
export function imagePlaced({ fields, body }: Pick<Drawable, 'fields' | 'body'>): { asset: number; alt: string } | null {
  return typeof fields.image === 'object' ? fields.image : firstImage(body);
}

function firstImage(body: Body): { asset: number; alt: string } | null {
  for (const block of body.content) {
    if (block.type === 'image') return block.attrs;
    if (block.type === 'gallery') return block.attrs.images[0] ?? null;
  }
  return null;
}

/** Every asset that a piece shows, in its fields and in its text. */
export const assetsOfPiece = ({ fields, body }: Pick<Drawable, 'fields' | 'body'>): number[] => [
  ...new Set([...Object.values(fields).flatMap((value) => (typeof value === 'string' ? [] : [value.asset])), ...assetsIn(body)]),
];
