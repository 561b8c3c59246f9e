import { Readable } from 'node:stream';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { uploadAsset } from '#domains/editorial/index.ts';
import { accepted } from '#platform/refusal.ts';
import { password, seatCast, type Player } from './cast.ts';
import { signIn, type Journey } from './journey.ts';
import { rulingPlan, townPlan } from './town-plan.ts';

/** A town hall whose plan counts releases, with a picture in its library, and who takes part in the whole way of a piece, each come in. */
export async function openWholeWay(journey: Journey) {
  const { house } = journey;
  const cast = await seatCast(house);
  await rulingPlan(cast, {
    ...townPlan,
    indicators: townPlan.indicators.map((row) => (row.code === 'I2' ? { ...row, measure: 'editorial.releases_written' } : row)),
  });
  const { id } = await house.app.database.primary
    .selectFrom('plan_rows')
    .select('item_id as id')
    .where('title', '=', 'Comunicados de planeación')
    .executeTakeFirstOrThrow();
  const picture = await sharp({ create: { width: 1280, height: 720, channels: 3, background: '#7a9' } })
    .png()
    .toBuffer();
  accepted(
    await uploadAsset(cast.as('julian'), house.app.files, {
      name: 'Punto de atención.png',
      content: Readable.from([picture]),
      unit: null,
      piece: null,
    }),
  );
  const enter = async (player: Player, path: string): Promise<Page> => {
    const page = await journey.visitor();
    await signIn(page, cast.mail(player), password, path);
    return page;
  };
  const figure = `/workspace/indicators/${id}`;
  return {
    cast,
    /** Where the indicator of `activity` is shown. */
    figure,
    activity: 'Publicar el avance del plan de desarrollo',
    rosa: await enter('rosa', '/intranet/ask'),
    julian: await enter('julian', '/workspace/requests'),
    marcela: await enter('marcela', figure),
    citizen: await journey.visitor({ javaScriptEnabled: false }),
  };
}
