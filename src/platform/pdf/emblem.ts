import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import type { Db } from '#platform/db/database.ts';
import type { Files } from '#platform/files/files.ts';
import { NotFound } from '#platform/refusal.ts';

/** An institution's emblem as PNG, whatever it was kept as; undefined when there is none or its file was lost. */
export async function emblemOf(files: Files, db: Db, file: string | null): Promise<Uint8Array | undefined> {
  if (file === null) return undefined;
  try {
    return await sharp(await buffer(await files.read(await files.find(db, file))))
      .resize({ height: 320, withoutEnlargement: true })
      .png()
      .toBuffer();
  } catch (cause) {
    if (cause instanceof NotFound) return undefined;
    throw cause;
  }
}
