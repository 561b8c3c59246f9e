import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

/**
 * What a picture looks like, as 64 bits («0110…»): whether each point of it, drawn 9 × 8 in greys, is brighter than the one at its
 * right. Pictures that look alike differ in few bits, whatever their size, quality or format (difference hash, N. Krawetz, «Kind of
 * like that», 2013). Null for one that is of a single colour: it is like any other of that kind.
 */
export async function lookOf(picture: Readable): Promise<string | null> {
  const grey = await sharp(await buffer(picture), { pages: 1 })
    .flatten({ background: '#fff' })
    .greyscale()
    .resize(9, 8, { fit: 'fill' })
    .raw()
    .toBuffer();
  let bits = '';
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) bits += grey[row * 9 + column]! > grey[row * 9 + column + 1]! ? '1' : '0';
  }
  return bits.includes('1') ? bits : null;
}
