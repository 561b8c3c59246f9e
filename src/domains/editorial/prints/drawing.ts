import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import type { Db } from '#platform/db/database.ts';
import type { Files } from '#platform/files/files.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { emblemOf } from '#platform/pdf/emblem.ts';
import { cropOf, type Leaf } from '#platform/print/marks.ts';
import { paintPdf } from '#platform/print/paint-pdf.ts';
import { paintSvg } from '#platform/print/paint-svg.ts';
import { NotFound } from '#platform/refusal.ts';
import { addressOf } from '../asset-html.ts';
import type { PrintWords } from './ground.ts';
import { layOut } from './lay-out.ts';
import { type Print, wholeAddress } from './print.ts';

// What an institution prints is in Spanish, whoever asks for it.
const say = sayIn('es');
const wordsOf = (): PrintWords => ({
  when: say('prints.when'),
  where: say('prints.where'),
  more: say('prints.more'),
  code: say('prints.code'),
});

/** Dots to the inch: what a photocopier shows and a poster needs at arm's length. */
const dots = 170;

/** A sheet as it would come out of the printer, as an SVG for each of its faces; and how many words are too many. */
export function printFaces(print: Print, origin: string, label: string): { faces: string[]; over: number } {
  const at = inside(print, origin);
  const { leaves, over } = layOut(at, wordsOf());
  const { picture, house } = print;
  const shown = {
    picture: picture ? { ...picture, src: addressOf(picture.file, 'large') } : undefined,
    emblem: house.emblem ? addressOf(house.emblem) : undefined,
    address: at.address,
  };
  return { faces: leaves.map((leaf) => paintSvg(leaf, shown, label)), over };
}

/** By how many words a sheet has more than fit; 0 when all of it does. */
export const wordsOver = (print: Print): number => layOut(print, wordsOf()).over;

/** A sheet as a tagged PDF. @throws NotFound when the store lost its picture */
export async function printPdf(
  print: Print,
  { files, db, origin, now }: { files: Files; db: Db; origin: string; now: Date },
): Promise<Uint8Array> {
  const at = inside(print, origin);
  const { leaves } = layOut(at, wordsOf());
  const painted = {
    picture: await cutPicture(print, leaves, files, db),
    emblem: await emblemOf(files, db, print.house.emblem),
    address: at.address,
  };
  return paintPdf(leaves, painted, { title: print.title, language: 'es-CO', author: print.house.name, subject: print.lead, created: now });
}

const inside = (print: Print, origin: string): Print => ({ ...print, address: wholeAddress(print.address, origin) });

async function cutPicture({ picture }: Print, leaves: readonly Leaf[], files: Files, db: Db): Promise<Uint8Array | undefined> {
  const place = leaves.flatMap(({ parts }) => parts.flatMap(({ marks }) => marks)).find(({ is }) => is === 'picture');
  if (!picture || place?.is !== 'picture') return undefined;
  const image = sharp(await buffer(await files.read(await files.find(db, picture.file))));
  const { width = 0, height = 0 } = await image.metadata();
  if (!width || !height) throw new NotFound(`picture ${picture.file}`);
  const box = { width: Math.round((place.width / 72) * dots), height: Math.round((place.height / 72) * dots) };
  const crop = cropOf({ ...picture, width, height }, place);
  const cut = picture.whole
    ? image.resize({ ...box, fit: 'inside', withoutEnlargement: true })
    : image
        .extract({ left: Math.floor(crop.x), top: Math.floor(crop.y), width: Math.floor(crop.width), height: Math.floor(crop.height) })
        .resize({ ...box, fit: 'fill', withoutEnlargement: true });
  return cut.flatten({ background: '#ffffff' }).jpeg({ quality: 84 }).toBuffer();
}
