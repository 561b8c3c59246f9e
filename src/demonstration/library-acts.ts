import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Ctx } from '#platform/ctx.ts';
import { accepted } from '#platform/refusal.ts';
import { addDays } from '#platform/clock/day.ts';
import { attachToAsset, editAsset, uploadAsset } from '#domains/editorial/index.ts';
import { film } from './art/film.ts';
import { siren } from './art/siren.ts';
import { scenes, sceneSvg } from './art/scenes.ts';
import type { Times } from './times.ts';
import type { Act, World } from './world.ts';

const designer = 'yenny.mosquera';

/** The library before the year begins: a picture of each motif, a film and a siren, drawn by the house. */
export function libraryActs(times: Times): Act[] {
  const day = addDays(times.cycle(0).startsOn, -20);
  return [
    { at: times.at(day, 30), who: designer, does: keepPictures },
    { at: times.at(day, 400), who: designer, does: keepFilm },
    { at: times.at(day, 420), who: designer, does: keepSiren },
  ];
}

/** All at once, as who uploads many does: they are drawn beside each other. */
async function keepPictures(ctx: Ctx, world: World): Promise<void> {
  await Promise.all(Object.entries(scenes).map(([motif, { alt }]) => keepPicture(ctx, world, motif, alt)));
}

async function keepPicture(ctx: Ctx, world: World, motif: string, alt: string): Promise<void> {
  const png = await sharp(Buffer.from(sceneSvg(motif)))
    .resize({ width: 1000 })
    .png({ compressionLevel: 6 })
    .toBuffer();
  const { asset } = accepted(await uploadAsset(ctx, world.app.files, { ...nowhere, name: `${motif}.png`, content: Readable.from([png]) }));
  accepted(await editAsset(ctx, { ...asset, ...described(alt), asset: asset.id, title: alt.replace(/^Dibujo de |\.$/g, '') }));
  world.assets.set(motif, asset.id);
}

async function keepFilm(ctx: Ctx, world: World): Promise<void> {
  const webm = await film(['screen', 'book', 'paper', 'screen']);
  const { asset } = accepted(
    await uploadAsset(ctx, world.app.files, { ...nowhere, name: 'paso-a-paso.webm', content: Readable.from([webm]) }),
  );
  const captions = { name: 'paso-a-paso.vtt', content: Readable.from([Buffer.from(subtitles)]) };
  accepted(await attachToAsset(ctx, world.app.files, { ...captions, asset: asset.id, as: 'captions' }));
  const transcript = 'Sin voz. Se ve la pantalla, luego la guía, luego la hoja que se firma y otra vez la pantalla.';
  accepted(await editAsset(ctx, { ...asset, ...described(''), asset: asset.id, title: 'Paso a paso, sin sonido', transcript }));
  world.assets.set('film', asset.id);
}

async function keepSiren(ctx: Ctx, world: World): Promise<void> {
  const { asset } = accepted(
    await uploadAsset(ctx, world.app.files, { ...nowhere, name: 'sirena.wav', content: Readable.from([siren()]) }),
  );
  const transcript = 'Un toque: el arroyo subió, esté atento. Dos toques: aliste el morral. Tres toques: suba ya a la escuela.';
  accepted(await editAsset(ctx, { ...asset, ...described(''), asset: asset.id, title: 'Los toques de la sirena', transcript }));
  world.assets.set('siren', asset.id);
}

const subtitles = `WEBVTT

00:00.000 --> 00:02.000
Abra la intranet y entre con su clave.

00:02.000 --> 00:06.000
Siga los pasos de la guía y firme la hoja.
`;

const nowhere = { unit: null, piece: null } as const;
const described = (alt: string) => ({
  alt,
  credit: 'Yenny Mosquera, Oficina de Prensa',
  licence: 'Uso libre con crédito',
  expiresOn: null,
  tags: ['dibujo'],
});
