import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { diskStore } from '#platform/files/disk-store.ts';
import type { Files } from '#platform/files/files.ts';
import { filesOn } from '#platform/files/open.ts';
import type { Role } from '#platform/http/policy.ts';
import { accepted, Forbidden, NotFound } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { furnishOffice } from '#test/support/office.ts';
import { titleOfFile } from './asset.ts';
import { attachToAsset, detachFromAsset } from './asset-attachments.ts';
import {
  editAsset,
  everyAsset,
  getAsset,
  libraryStanding,
  libraryTags,
  listAssets,
  restoreAsset,
  uploadAsset,
  withdrawAsset,
  assetSurroundings,
} from './assets.ts';
import { assetInput } from './assets.input.ts';

let db: Db;
let files: Files;
let folder: string;
let unit: number;
let people: Record<Role, string>;
const now = new Date('2026-11-22T15:00:00Z');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pregon-assets-'));
  files = filesOn(diskStore(join(folder, 'files')), join(folder, 'incoming'));
  db = (await freshDatabase()).primary;
  ({ unit, people } = await furnishOffice(db));
});
afterAll(() => rm(folder, { recursive: true }));

const as = (role: Role): Ctx => {
  const actor: Actor = { kind: 'person', id: people[role], name: role, grants: [{ role, unit: null, units: [] }] };
  return commandContext(db, actor, now, () => []);
};
const picture = (hue: string, angle = 0) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="${hue}"/>
       <circle cx="${120 + angle}" cy="120" r="90" fill="#fff"/><rect x="250" y="${60 + angle}" width="90" height="200" fill="#222"/></svg>`,
    ),
  );
const upload = (ctx: Ctx, name: string, content: string | Buffer, more = {}) =>
  uploadAsset(ctx, files, { name, content: Readable.from([Buffer.from(content as string)]), unit: null, piece: null, ...more });
const filled = (asset: { id: number; revision: number; title: string }, more = {}) =>
  assetInput.parse({ unit, asset: asset.id, revision: asset.revision, title: asset.title, ...more });

describe('the library', () => {
  test('a picture comes in with a title from its name, without its metadata, for who writes', async () => {
    const taken = await picture('#2a6')
      .withExif({ IFD3: { GPSLatitude: '8/1 45/1 0/1' } })
      .jpeg()
      .toBuffer();
    const { asset } = accepted(await upload(as('author'), 'parque_lineal-del RÍO.JPG', taken));
    expect(asset).toMatchObject({ title: 'Parque lineal del RÍO', kind: 'image', width: 400, height: 300, uses: 0, secret: false, unit });
    await expect(upload(as('staff'), 'otra.txt', 'Puerto Claro')).rejects.toThrow(Forbidden);
    await expect(getAsset(as('staff'), asset.id)).rejects.toThrow(Forbidden);
    await expect(getAsset(as('author'), 999_999)).rejects.toThrow(NotFound);
  });

  test('the same content comes in once, and what looks nearly the same is said', async () => {
    const first = accepted(await upload(as('author'), 'plaza.png', await picture('#d52', 150).png().toBuffer()));
    expect(await upload(as('editor'), 'otro nombre.png', await picture('#d52', 150).png().toBuffer())).toMatchObject({
      refused: 'asset.already',
      details: { asset: first.asset.id, title: 'Plaza' },
    });
    const smaller = accepted(await upload(as('author'), 'plaza-pequena.jpg', await picture('#d52', 150).resize(200).jpeg().toBuffer()));
    expect(smaller.alike).toEqual([{ id: first.asset.id, title: 'Plaza', file: first.asset.file, apart: expect.any(Number) }]);
    expect((await assetSurroundings(as('author'), first.asset)).alike).toMatchObject([{ id: smaller.asset.id }]);
  });

  test('what must be known is written, found again, and not written over', async () => {
    const { asset } = accepted(await upload(as('author'), 'alcaldia.png', await picture('#05c', 40).png().toBuffer()));
    const input = filled(asset, {
      alt: 'La alcaldía de noche',
      tags: 'Puerto,  plaza ,puerto',
      focalX: '20',
      peopleShown: 'on',
      expiresOn: '2026-11-01',
    });
    accepted(await editAsset(as('author'), input));
    expect(await getAsset(as('auditor'), asset.id)).toMatchObject({ tags: ['puerto', 'plaza'], focalX: 20, focalY: 50, peopleShown: true });
    expect(await editAsset(as('editor'), input)).toMatchObject({ refused: 'form.stale', details: { who: 'author' } });
    const found = async (filter: object) => (await listAssets(as('auditor'), filter)).assets.map(({ id }) => id);
    for (const filter of [
      { q: 'alcaldia' },
      { q: 'noche' },
      { tag: 'puerto' },
      { state: 'rights' },
      { state: 'expired' },
      { q: 'alcal', kind: 'image', unit, state: 'unused' },
    ] as const) {
      expect(await found(filter), JSON.stringify(filter)).toContain(asset.id);
    }
    expect(await found({ q: 'alcaldia', kind: 'video' })).toEqual([]);
    expect(await libraryTags(as('auditor'))).toEqual([
      { tag: 'plaza', count: 1 },
      { tag: 'puerto', count: 1 },
    ]);
    expect(await libraryStanding(as('auditor'))).toMatchObject({ rights: 1, expired: 1 });
  });

  test('a list goes on where it ended', async () => {
    const all = (await listAssets(as('editor'), {})).assets.map(({ id }) => id);
    const first = await listAssets(as('editor'), {}, 2);
    const second = await listAssets(as('editor'), { after: first.next! }, 2);
    expect([...first.assets, ...second.assets].map(({ id }) => id)).toEqual(all.slice(0, 4));
    expect((await Array.fromAsync(everyAsset(as('editor'), {}))).map(({ id }) => id)).toEqual(all);
  });

  test('what is withdrawn is found no more, and comes back', async () => {
    const { asset } = accepted(await upload(as('author'), 'acta.txt', 'Acta del comité'));
    accepted(await withdrawAsset(as('author'), { asset: asset.id, reason: 'Era un borrador.' }));
    expect(await withdrawAsset(as('author'), { asset: asset.id, reason: 'Otra vez' })).toMatchObject({ refused: 'asset.withdrawn' });
    expect((await listAssets(as('author'), { q: 'acta' })).count).toBe(0);
    expect((await listAssets(as('author'), { q: 'acta', state: 'withdrawn' })).count).toBe(1);
    expect(await upload(as('author'), 'acta.txt', 'Acta del comité')).toMatchObject({ refused: 'asset.already_withdrawn' });
    accepted(await restoreAsset(as('author'), { asset: asset.id }));
    expect((await listAssets(as('author'), { q: 'acta' })).count).toBe(1);
  });
});

describe('what lies beside an asset', () => {
  test('subtitles come as SubRip and are kept as WebVTT, without tags', async () => {
    const { asset } = accepted(await upload(as('author'), 'cuna.mp3', Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0'), mp3()])));
    expect(asset.kind).toBe('audio');
    const srt = '1\r\n00:00:01,500 --> 00:00:03,000\r\n<i>Buenos días</i>, <script>Puerto Claro\r\n';
    const attach = (name: string, content: string) =>
      attachToAsset(as('author'), files, { asset: asset.id, as: 'captions', name, content: Readable.from([Buffer.from(content)]) });
    const { file } = accepted(await attach('cuna.srt', srt));
    const kept = await files.find(db, file);
    expect(kept).toMatchObject({ name: 'cuna.vtt', type: 'text/vtt' });
    const words = (await Array.fromAsync(await files.read(kept))).join('');
    expect(words).toBe('WEBVTT\n\n00:00:01.500 --> 00:00:03.000\nBuenos días, Puerto Claro\n');
    expect(await attach('nada.vtt', 'WEBVTT\n\nsin tiempos')).toMatchObject({ refused: 'asset.no_subtitles' });
    accepted(await detachFromAsset(as('author'), { asset: asset.id, as: 'captions' }));
    expect((await getAsset(as('author'), asset.id)).captions).toBeNull();
  });

  test('an authorisation is a picture or a PDF', async () => {
    const { asset } = accepted(await upload(as('author'), 'ninos.png', await picture('#a0f', 90).png().toBuffer()));
    const attach = (name: string, content: string) =>
      attachToAsset(as('author'), files, { asset: asset.id, as: 'guardian', name, content: Readable.from([Buffer.from(content)]) });
    expect(await attach('autoriza.txt', 'sí')).toMatchObject({ refused: 'file.not_here', field: 'guardian' });
    accepted(await attach('autoriza.pdf', '%PDF-1.7\n%%EOF\n\0'));
    expect((await getAsset(as('author'), asset.id)).guardian).toMatchObject({ name: 'autoriza.pdf' });
  });
});

test.each([
  ['foto_plaza-mayor.JPG', 'Foto plaza mayor'],
  ['.pdf', '.pdf'],
  ['ñandú.png', 'Ñandú'],
])('a file called %s is titled %s', (name, title) => expect(titleOfFile(name)).toBe(title));

/** Two silent frames of MPEG-1 layer III, 128 kbit/s, 44.1 kHz. */
const mp3 = () => Buffer.concat([1, 2].map(() => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)])));
