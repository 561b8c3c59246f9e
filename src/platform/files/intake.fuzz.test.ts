import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system, type Ctx } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted, isRefusal } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { zipOf } from '#test/support/zip.ts';
import { diskStore } from './disk-store.ts';
import type { Files } from './files.ts';
import { kindOfExtension, kindOfType } from './kinds.ts';
import { cleanName } from './name.ts';
import { filesOn } from './open.ts';

// Whatever comes in is either refused with a code or kept as what it is; it never throws and leaves nothing half received.

let folder: string;
let files: Files;
let ctx: Ctx;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pregon-intake-'));
  files = filesOn(diskStore(join(folder, 'files')), join(folder, 'incoming'));
  ctx = commandContext((await freshDatabase()).primary, system, new Date('2026-11-22T15:00:00Z'), () => []);
});
afterAll(() => rm(folder, { recursive: true }));

const keep = (name: string, content: Uint8Array | string) =>
  files.keep(ctx, {
    name,
    content: (async function* () {
      yield Buffer.from(content as string);
    })(),
  });
const picture = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#27c' } });
const content = async (file: { sha256: string }) => buffer(await files.read(file));

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">';
const word = `${types}<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const docx = (more: Record<string, Uint8Array | string> = {}) =>
  zipOf({ '[Content_Types].xml': word, 'word/document.xml': '<w:document/>', ...more });
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

describe('what hides', () => {
  test('a picture with a page behind it keeps the picture only', async () => {
    const jpeg = await picture()
      .jpeg()
      .withExif({ IFD0: { ImageDescription: '<script>alert(1)</script>' } })
      .toBuffer();
    const file = accepted(await keep('foto.jpg', Buffer.concat([jpeg, Buffer.from('<html><script>alert(2)</script>')])));
    expect((await content(file)).includes('script')).toBe(false);
  });

  test('a GIF that is also a script, and a PNG that carries text, come out bare', async () => {
    const gif = await picture().gif().toBuffer();
    const spoken = Buffer.concat([gif.subarray(0, 6), gif.subarray(6), Buffer.from('*/=1;alert(3)//')]);
    expect((await content(accepted(await keep('cara.gif', spoken)))).includes('alert')).toBe(false);
    const png = await picture()
      .png()
      .withExif({ IFD3: { GPSLatitude: '9/1 25/1 0/1' }, IFD0: { Artist: 'secreto' } })
      .toBuffer();
    expect(png.includes('secreto')).toBe(true);
    expect((await content(accepted(await keep('cara.png', png)))).includes('secreto')).toBe(false);
  });

  test('a drawing with a script is no picture, whatever its name', async () => {
    const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const name of ['mapa.svg', 'mapa.png', 'mapa.jpg', 'mapa.SVG ', 'mapa.svgz', 'mapa.webp'])
      expect(await keep(name, svg), name).toMatchObject({ refused: expect.any(String) });
    // As text it is shown as text: its type says so, and browsers are told to believe it.
    expect(await keep('mapa.txt', svg)).toMatchObject({ type: 'text/plain' });
  });

  test('a PDF that is an archive too is refused', async () => {
    const both = Buffer.concat([Buffer.from(pdf), Buffer.from(zipOf({ 'virus.exe': 'MZ' }))]);
    expect(await keep('acta.pdf', both)).toMatchObject({ refused: 'file.archive_inside' });
    expect(await keep('acta.pdf', `${pdf}\0`)).toMatchObject({ type: 'application/pdf' });
  });

  test.each([
    ['macros', { 'word/vbaProject.bin': 'x' }, 'file.program'],
    ['a program', { 'word/media/foto.png': 'MZ\x90' }, 'file.program'],
    ['a script', { 'word/abrir.js': 'x' }, 'file.program'],
    ['an archive', { 'word/media/todo.zip': zipOf({ a: 'a' }) }, 'file.archive_inside'],
    ['a way out', { '../../etc/passwd': 'x' }, 'file.broken_document'],
  ])('a document with %s is refused', async (_, more, refused) => {
    expect(await keep('informe.docx', docx(more))).toMatchObject({ refused });
  });

  test('a document within a document is taken, as a table of Excel in Word is', async () => {
    expect(await keep('informe.docx', docx({ 'word/embeddings/tabla.xlsx': docx() }))).toMatchObject({ name: 'informe.docx' });
  });
});

describe('what unfolds', () => {
  test('a document of kilobytes that unfolds to gigabytes is refused, also when its directory lies', async () => {
    const saying = (size: number) => {
      const bomb = Buffer.from(docx({ 'word/document.xml': new Uint8Array(1024 * 1024) }));
      bomb.writeUInt32LE(size, bomb.lastIndexOf('PK\x01\x02', 'latin1') + 24);
      return bomb;
    };
    expect(await keep('bomba.docx', saying(1024 * 1024))).toMatchObject({ name: 'bomba.docx' });
    expect(await keep('bomba.docx', saying(600 * 1024 * 1024))).toMatchObject({ refused: 'file.unfolds', details: { limit: 512 } });
    expect(await keep('bomba.docx', saying(10))).toMatchObject({ refused: 'file.unfolds' });
  });

  test('an animation of many large frames is refused', async () => {
    const wide = { width: 2000, height: 2000, channels: 3, background: '#fff' } as const;
    const frame = await sharp({ create: wide }).gif().toBuffer();
    const header = frame.subarray(0, 13 + 3 * 2 ** ((frame[10]! & 7) + 1));
    const body = frame.subarray(header.length, -1);
    const bomb = Buffer.concat([header, ...Array.from({ length: 40 }, () => body), Buffer.from([0x3b])]);
    expect(bomb.length).toBeLessThan(4_000_000);
    expect(await keep('bomba.gif', bomb)).toMatchObject({ refused: 'file.pixels' });
  });
});

test('a film forgets where it was taken', async () => {
  const box = (name: string, ...inside: (string | Buffer)[]) => {
    const body = Buffer.concat(inside.map((part) => Buffer.from(part as string)));
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const place = Buffer.from([0, 18, 0x15, 0xc7, ...Buffer.from('+09.4245-075.7043/')]);
  const film = Buffer.concat([
    box('ftyp', 'isom\x00\x00\x02\x00isomiso2mp41'),
    box('moov', box('udta', box('\xa9xyz', place), box('loci', Buffer.from('\0\0\0\0lugar secreto')))),
    box('mdat', 'imagen +09.4245-075.7043/'),
  ]);
  const file = accepted(await keep('malecon.mp4', film));
  const kept = (await content(file)).toString('latin1');
  expect(kept).toContain('+00.0000-000.0000/');
  expect(kept).not.toContain('secreto');
  expect(kept.split('mdat')[1]).toContain('+09.4245');
  expect(kept.length).toBe(film.length);
});

describe('anything at all', () => {
  const names = fc.oneof(
    fc.constantFrom(
      'a.pdf',
      'a.docx',
      'a.png',
      'a.jpg',
      'a.gif',
      'a.webp',
      'a.mp4',
      'a.mp3',
      'a.csv',
      'a.vtt',
      'a',
      '',
      '../../a.pdf',
      '\u202Efdp.exe',
    ),
    fc.string({ unit: 'binary', maxLength: 400 }),
  );
  const contents = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    fc
      .constantFrom(
        'PK\x03\x04',
        '%PDF-1.4',
        'GIF89a',
        '\x89PNG\r\n\x1a\n',
        '\xff\xd8\xff\xe0',
        'RIFF\0\0\0\0WEBP',
        'OggS',
        'ID3',
        'PK\x05\x06',
      )
      .chain((start) => fc.uint8Array({ maxLength: 300 }).map((rest) => Buffer.concat([Buffer.from(start, 'latin1'), rest]))),
  );

  test('is kept as a kind of the house, under a safe name, or refused with a code', async () => {
    await fc.assert(
      fc.asyncProperty(names, contents, async (name, bytes) => {
        const result = await keep(name, bytes);
        if (isRefusal(result)) {
          expect(result.refused).toMatch(/^file\./);
          return;
        }
        expect(kindOfType(result.type)).toBeDefined();
        expect(result.name).not.toMatch(/[/\\\p{Cc}\p{Cf}<>:"|?*]/u);
      }),
      { numRuns: 120 },
    );
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  test('a picture or document that was cut anywhere, or has a byte changed, never breaks the house', async () => {
    const whole = [
      ['foto.png', await picture().png().toBuffer()],
      ['foto.jpg', await picture().jpeg().toBuffer()],
      ['foto.gif', await picture().gif().toBuffer()],
      ['foto.webp', await picture().webp().toBuffer()],
      ['acta.docx', Buffer.from(docx())],
    ] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(255),
        fc.boolean(),
        async ([name, bytes], where, value, cuts) => {
          const at = Math.floor(where * (bytes.length - 1));
          const changed = cuts ? bytes.subarray(0, at) : Buffer.from(bytes).fill(value, at, at + 1);
          const result = await keep(name, changed);
          expect(isRefusal(result) ? result.refused : result.type).toMatch(/^file\.|\//);
        },
      ),
      { numRuns: 80 },
    );
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  test('a name is clean, short, ends as it should, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.constantFrom('pdf', 'png', 'docx', 'mp4', 'txt'), (name, extension) => {
        const kind = kindOfExtension(extension)!;
        const clean = cleanName(name, kind);
        expect([...clean].length).toBeLessThanOrEqual(200);
        expect(clean).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}<>:"|?*]|^\.|^(con|nul|aux|prn)(\.|$)/iu);
        expect(kind.extensions.some((ending) => clean.endsWith(`.${ending}`)) || kind.group === 'image').toBe(true);
        expect(cleanName(clean, kind)).toBe(clean);
      }),
    );
  });
});
