import { fileURLToPath } from 'node:url';
import sharp, { type OverlayOptions } from 'sharp';
import { printable } from '#platform/pdf/printable.ts';

export interface SocialPicture {
  readonly title: string;
  /** What it is of, under the title: the plan of an indicator, the day of a story. */
  readonly kicker?: string;
  readonly institution: {
    /** Shown before the name and lighter, as in «Alcaldía de» Puerto Claro. */
    readonly kind: string;
    readonly name: string;
    /** #rrggbb */
    readonly color: string;
    readonly emblem?: Uint8Array | undefined;
  };
}

/** What networks show of a link (Open Graph protocol, og:image). */
export const socialSize = { width: 1200, height: 630 };

const margin = 80;
const measure = socialSize.width - 2 * margin;
const band = 20;
const ink = '#1b1d22';
const soft = '#5b606b';
const titleTop = 224;
const titleHeight = 268;

/**
 * A picture made of words, in the institution's colour and letters, as PNG. The letters are the ones that documents embed; what they
 * lack is written by its nearest.
 */
export async function socialPicture({ title, kicker, institution }: SocialPicture): Promise<Uint8Array<ArrayBuffer>> {
  const { kind, name, color, emblem } = institution;
  const mark = emblem && (await sharp(emblem).resize({ width: 72, height: 72, fit: 'inside' }).png().toBuffer());
  const nameLeft = margin + (mark ? 96 : 0);
  const house = await written(`${kind ? `${span(`${kind} `, 32, soft, 'regular')}` : ''}${span(name, 32, ink, 'bold')}`, measure - 96);
  const said = await fitted(title);
  const parts: OverlayOptions[] = [
    { input: block(72, 8, color), left: margin, top: 184 },
    { input: block(socialSize.width, band, color), left: 0, top: socialSize.height - band },
    { input: house.data, left: nameLeft, top: margin + Math.round((72 - Math.min(72, house.info.height)) / 2) },
    ...(said ? [{ input: said, left: margin, top: titleTop }] : []),
    ...(mark ? [{ input: mark, left: margin, top: margin }] : []),
    ...(kicker?.trim() ? [{ input: await oneLine(kicker), left: margin, top: 528 }] : []),
  ];
  const picture = sharp({ create: { ...socialSize, channels: 3, background: '#fcfbf8' } }).composite(parts);
  return Uint8Array.from(await picture.png({ compressionLevel: 9, palette: true }).toBuffer());
}

const faces = { regular: 'Nunito Sans', bold: 'Nunito Sans', black: 'Nunito Sans Black' } as const;
const folder = new URL('../pdf/fonts/', import.meta.url);
const file = (weight: 400 | 700 | 900) => fileURLToPath(new URL(`nunito-sans-latin-${weight}-normal.ttf`, folder));

/** Pango's markup (Pango, «Text Attributes»): its size is in 1/1024 of a point, and 72 points are 72 pixels here. */
function span(text: string, size: number, color: string, face: keyof typeof faces): string {
  const weight = face === 'regular' ? 'normal' : face === 'bold' ? 'bold' : 'normal';
  return `<span font_family="${faces[face]}" weight="${weight}" size="${size * 1024}" foreground="${color}">${escaped(text)}</span>`;
}

const escaped = (text: string) => printable(text).replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);

async function written(markup: string, width: number) {
  await loadFaces();
  return sharp({ text: { text: markup, font: 'Nunito Sans', fontfile: file(700), width, wrap: 'word-char', rgba: true, dpi: 72 } })
    .png()
    .toBuffer({ resolveWithObject: true });
}

let loaded: Promise<unknown> | undefined;

/** A face is known to the drawing library once a text has asked for its file. */
function loadFaces(): Promise<unknown> {
  const load = (weight: 400 | 900) => sharp({ text: { text: 'a', font: 'Nunito Sans', fontfile: file(weight), dpi: 72 } }).toBuffer();
  loaded ??= Promise.all([load(400), load(900)]);
  return loaded;
}

/** The title as large as its place lets it be; when even the smallest is too long, cut. */
async function fitted(title: string): Promise<Buffer | undefined> {
  if (title.trim() === '') return undefined;
  for (const size of [76, 66, 58, 50]) {
    const { data, info } = await written(span(title, size, ink, 'black'), measure);
    if (info.height <= titleHeight) return data;
  }
  for (let letters = 220; ; letters -= 20) {
    const { data, info } = await written(span(`${title.slice(0, letters).trimEnd()}…`, 50, ink, 'black'), measure);
    if (info.height <= titleHeight) return data;
  }
}

async function oneLine(text: string): Promise<Buffer> {
  for (let letters = 70; ; letters -= 8) {
    const short = text.length > letters ? `${text.slice(0, letters).trimEnd()}…` : text;
    const { data, info } = await written(span(short, 30, soft, 'bold'), measure);
    if (info.height <= 48 || letters <= 22) return data;
  }
}

const block = (width: number, height: number, color: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${color}"/></svg>`,
  );
