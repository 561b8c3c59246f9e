import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system, type Ctx } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted, NotFound } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { diskStore } from './disk-store.ts';
import type { Files } from './files.ts';
import { filesOn } from './open.ts';

let folder: string;
let files: Files;
let ctx: Ctx;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pregon-files-'));
  files = filesOn(diskStore(join(folder, 'files')), join(folder, 'incoming'));
  ctx = commandContext((await freshDatabase()).primary, system, new Date('2026-11-22T15:00:00Z'), () => []);
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = async function* (...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield Buffer.from(part as string);
};
const keep = (name: string, content: string | Uint8Array, more = {}) => files.keep(ctx, { name, content: bytes(content), ...more });
const picture = (width = 2400, height = 1200) => sharp({ create: { width, height, channels: 3, background: '#a33' } });
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n\u0000';
const keysOf = async () => (await Array.fromAsync(files.keys())).length;

describe('keeping a file', () => {
  test('the content comes back whole or in part', async () => {
    const file = accepted(await keep('Acta.PDF', pdf));
    expect(file).toMatchObject({ name: 'Acta.pdf', type: 'application/pdf', size: pdf.length, publicSince: null });
    expect((await buffer(await files.read(file))).toString()).toBe(pdf);
    expect((await buffer(await files.read(file, undefined, { start: 1, end: 3 }))).toString()).toBe('PDF');
    expect(await files.find(ctx.db, file.id)).toEqual(file);
  });

  test('the same content under two names is stored once', async () => {
    accepted(await keep('a.txt', 'Puerto Claro'));
    const before = await keysOf();
    const second = accepted(await keep('b.txt', 'Puerto Claro'));
    expect(second.name).toBe('b.txt');
    expect(await keysOf()).toBe(before);
  });

  test('an image loses its metadata, stands upright and comes in three more sizes', async () => {
    const taken = await picture(2400, 1200)
      .withExif({ IFD0: { Copyright: 'secreto' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const file = accepted(await keep('plaza.jpeg', taken));
    expect(file).toMatchObject({ name: 'plaza.jpeg', type: 'image/jpeg', width: 1200, height: 2400 });
    const { exif, orientation } = await sharp(await buffer(await files.read(file))).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
    for (const [name, height] of [
      ['thumb', 320],
      ['medium', 960],
      ['large', 1920],
    ] as const) {
      expect(await sharp(await buffer(await files.read(file, name))).metadata()).toMatchObject({ format: 'webp', height });
      expect(await files.rendition(ctx.db, file.id, name)).toMatchObject({ type: 'image/webp' });
    }
  });

  test('a picture whose name says another kind of picture gets the right name', async () => {
    expect(await keep('escudo.jpg', await picture(40, 40).png().toBuffer())).toMatchObject({ name: 'escudo.png', type: 'image/png' });
  });

  test('text may be UTF-8 or Latin 1', async () => {
    expect(await keep('lista.csv', 'año;dependencia\n2026;Prensa')).toMatchObject({ type: 'text/csv' });
    expect(await keep('nota.txt', Buffer.from('BM año', 'latin1'))).toMatchObject({ type: 'text/plain' });
  });

  test('a list may be UTF-16 with its mark, and must be text all the same', async () => {
    const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(await keep('Export.tsv', wide('Fecha\tPáginas vistas\n'))).toMatchObject({ type: 'text/csv', name: 'Export.tsv' });
    expect(await keep('lista.csv', wide('año\0;1'))).toMatchObject({ refused: 'file.lies' });
    expect(await keep('lista.csv', Buffer.concat([wide('año'), Buffer.from([0x00, 0xd8, 0x41])]))).toMatchObject({ refused: 'file.lies' });
    expect(await keep('nota.txt', wide('año'))).toMatchObject({ refused: 'file.lies' });
  });
});

describe('refusing a file', () => {
  const exe = Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(200)]);
  const zip = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1');
  test.each([
    ['nada.pdf', '', { refused: 'file.empty' }],
    ['acta.pdf', exe, { refused: 'file.lies', details: { name: 'acta.pdf', is: 'exe' } }],
    ['acta.pdf', 'solo texto', { refused: 'file.lies', details: { name: 'acta.pdf', is: 'txt' } }],
    ['lista.csv', pdf, { refused: 'file.lies', details: { name: 'lista.csv', is: 'pdf' } }],
    ['foto.png', pdf, { refused: 'file.lies' }],
    ['programa.exe', exe, { refused: 'file.kind', details: { type: 'exe' } }],
    ['todo.zip', zip, { refused: 'file.kind', details: { type: 'zip' } }],
    ['escudo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', { refused: 'file.kind', details: { type: 'svg' } }],
    ['pagina.html', '<!doctype html><script>1</script>', { refused: 'file.kind', details: { type: 'html' } }],
    ['foto.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), { refused: 'file.broken' }],
  ])('%s', async (name, content, refusal) => {
    expect(await keep(name, content)).toMatchObject(refusal);
  });

  test('what this place does not take', async () => {
    expect(await keep('acta.pdf', pdf, { accepts: ['image/'] })).toMatchObject({ refused: 'file.not_here', details: { type: 'pdf' } });
  });

  test('an image that unfolds to more pixels than a camera has', async () => {
    const bomb = await picture(9000, 9000).png().toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await keep('bomba.png', bomb)).toMatchObject({ refused: 'file.pixels', details: { limit: 60 } });
  });

  test('reading stops at the limit and nothing is left behind', async () => {
    let given = 0;
    const endless = async function* () {
      for (;;) {
        given += 65_536;
        yield Buffer.alloc(65_536, 'a');
      }
    };
    const before = await keysOf();
    expect(await files.keep(ctx, { name: 'enorme.txt', content: endless(), limit: 2 * 1024 * 1024 })).toMatchObject({
      refused: 'file.too_big',
      details: { limit: 2 },
    });
    expect(given).toBeLessThan(4 * 1024 * 1024);
    expect(await keysOf()).toBe(before);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });
});

test('a file is opened to anybody once', async () => {
  const { id } = accepted(await keep('escudo.txt', 'escudo'));
  await files.publish(ctx, id);
  await files.publish({ ...ctx, now: new Date('2027-01-01T00:00:00Z') }, id);
  expect((await files.find(ctx.db, id)).publicSince).toEqual(ctx.now);
  await expect(files.publish(ctx, crypto.randomUUID())).rejects.toThrow(NotFound);
  await expect(files.find(ctx.db, '1')).rejects.toThrow(NotFound);
});
