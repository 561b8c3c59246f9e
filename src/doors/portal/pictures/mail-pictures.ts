import { buffer } from 'node:stream/consumers';
import { Hono } from 'hono';
import sharp from 'sharp';
import { mayReadFile, noteLook } from '#domains/editorial/index.ts';
import type { Files, StoredFile } from '#platform/files/files.ts';
import type { HouseEnv } from '#platform/http/server.ts';
import { perform, reading } from '#platform/http/visit.ts';
import { NotFound } from '#platform/refusal.ts';

interface Drawn {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

// Twice the column of a letter. Programs that read mail, Outlook before all, know JPEG and PNG, and not WebP.
const width = 1072;
const drawn = new Map<string, Promise<Drawn>>();
const most = 60;

/** `/pictures/<file>`: a picture of the library as a mail shows it. A hundred thousand readers ask for the same few. */
export const mailPictures = new Hono<HouseEnv>().get('/:id', async (c) => {
  const { visit } = c.var;
  const { files, database } = visit.app;
  const file = await files.find(database.primary, c.req.param('id'));
  if (!file.type.startsWith('image/')) throw new NotFound(`picture ${file.id}`);
  const access = await mayReadFile({ ...reading(visit), db: database.primary }, file);
  if (access.guarded) await perform(visit, (ctx) => noteLook(ctx, file.id, access.of));
  const open = file.publicSince !== null && !access.guarded;
  const etag = `"${file.sha256.slice(0, 32)}-mail"`;
  const headers = {
    'cache-control': open ? 'public, max-age=86400' : 'private, no-store',
    // A mail read in a browser is a page of another house.
    'cross-origin-resource-policy': open ? 'cross-origin' : 'same-origin',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    ...(open ? { etag } : {}),
  };
  if (open && c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const { content, type } = await inMail(files, file);
  return new Response(content, { headers: { ...headers, 'content-type': type } });
});

function inMail(files: Files, file: StoredFile): Promise<Drawn> {
  const drawing = drawn.get(file.sha256) ?? draw(files, file);
  drawn.set(file.sha256, drawing);
  if (drawn.size > most) drawn.delete(drawn.keys().next().value!);
  drawing.catch(() => drawn.delete(file.sha256));
  return drawing;
}

/** What is see-through stays so, as PNG. */
async function draw(files: Files, file: StoredFile): Promise<Drawn> {
  const image = sharp(await buffer(await files.read(file))).resize({ width, withoutEnlargement: true });
  const { hasAlpha } = await image.metadata();
  const made = hasAlpha ? image.png({ compressionLevel: 9, palette: true }) : image.jpeg({ quality: 82, mozjpeg: true });
  return { content: Uint8Array.from(await made.toBuffer()), type: hasAlpha ? 'image/png' : 'image/jpeg' };
}
