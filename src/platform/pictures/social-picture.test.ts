import sharp from 'sharp';
import { expect, test } from 'vitest';
import { socialPicture, socialSize } from './social-picture.ts';

const institution = { kind: 'Alcaldía de', name: 'Puerto Claro', color: '#7a1f2b' };

const colours = async (picture: Uint8Array, left: number, top: number, width: number, height: number) =>
  (await sharp(await sharp(picture).removeAlpha().extract({ left, top, width, height }).png().toBuffer()).stats()).channels;

/** Whether anything is drawn in a rectangle of the picture. */
const drawn = async (...place: Parameters<typeof colours>) => (await colours(...place)).some(({ stdev }) => stdev > 3);

test('is a PNG of the size that networks show, in the colour of the institution', async () => {
  const picture = await socialPicture({ title: 'El plan va en 78 %', kicker: 'Plan de comunicaciones 2027', institution });
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', ...socialSize });
  expect((await colours(picture, 500, 615, 20, 10)).map(({ mean }) => Math.round(mean))).toEqual([0x7a, 0x1f, 0x2b]);
  expect(await drawn(picture, 80, 224, 900, 90)).toBe(true);
});

test.each([
  ['long without end', 'Rendición de cuentas sobre la atención de las peticiones ciudadanas '.repeat(12)],
  ['one word without end', 'X'.repeat(400)],
  ['full of marks', '<b>R&D</b> </span><span size="900000">“¡Sí!” 😀 → ≥ Ωμέγα'],
  ['empty', ' '],
])('keeps a title that is %s within its place', async (_, title) => {
  const picture = await socialPicture({ title, kicker: title, institution });
  expect(await drawn(picture, 0, 30, 78, 560)).toBe(false);
  expect(await drawn(picture, 1124, 30, 76, 560)).toBe(false);
  expect(await drawn(picture, 80, 590, 1040, 18)).toBe(false);
});

test('carries the emblem beside the name', async () => {
  const emblem = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#0943b5' } })
    .png()
    .toBuffer();
  const [bare, worn] = await Promise.all([
    socialPicture({ title: 'Noticias', institution }),
    socialPicture({ title: 'Noticias', institution: { ...institution, emblem } }),
  ]);
  expect(Buffer.from(bare).equals(Buffer.from(worn))).toBe(false);
});
