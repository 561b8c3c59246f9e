import { beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { openTestHouse, type OpenHouse } from '#test/support/house.ts';

let house: OpenHouse;
let cast: Cast;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await seatCast(house);
});

const png = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
const form = (files: Readonly<Record<string, Buffer | string>>) => {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append('files', new File([content as string], name));
  return body;
};

test('many files come in at once, each with what became of it, and a picker finds them', async () => {
  const as = cast.mail('julian');
  const sent = await house.ask('/workspace/assets/pick', {
    as,
    method: 'POST',
    body: form({ 'plaza.png': await png(), 'virus.exe': 'MZ\x90\0'.padEnd(200, '\0'), 'otra.png': await png() }),
  });
  expect(sent.status).toBe(201);
  const { taken } = await sent.json();
  expect(taken).toMatchObject([
    { name: 'plaza.png', asset: { title: 'Plaza', kind: 'image', width: 300, focalX: 50, warnings: [{ code: 'alt' }] } },
    { name: 'virus.exe', refusal: { code: 'file.kind', existing: null } },
    { name: 'otra.png', refusal: { code: 'asset.already', existing: taken[0].asset.id } },
  ]);
  expect(taken[2].refusal.sentence).toContain('«Plaza»');

  const found = await (await house.ask('/workspace/assets/pick?q=plaza&kind=image', { as })).json();
  expect(found).toEqual({ assets: [taken[0].asset], next: null });
  expect(await (await house.ask(`/workspace/assets/pick?ids=${taken[0].asset.id},99`, { as })).json()).toEqual(found);
  const thumb = await house.ask(taken[0].asset.thumb, { as });
  expect([thumb.status, thumb.headers.get('content-type')]).toEqual([200, 'image/webp']);
});

test('nothing comes in by who may not', async () => {
  const sent = await house.ask('/workspace/assets/pick', { as: cast.mail('carmen'), method: 'POST', body: form({ 'a.txt': 'a' }) });
  expect(sent.status).toBe(403);
  const empty = await house.ask('/workspace/assets/pick', { as: cast.mail('julian'), method: 'POST', body: form({ 'a.txt': '' }) });
  expect([empty.status, (await empty.json()).taken[0].refusal.code]).toEqual([422, 'file.empty']);
});
