import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Ctx } from '#platform/ctx.ts';
import type { Files } from '#platform/files/files.ts';
import { accepted } from '#platform/refusal.ts';

/** The lighthouse of Puerto Claro, drawn for this demonstration. */
const lighthouse = (ink: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56" width="512" height="512">
  <circle cx="28" cy="28" r="27" fill="#fff" stroke="${ink}" stroke-width="2"/>
  <path fill="${ink}" d="M23 39l2.2-19h5.6L33 39ZM23.5 17h9v2h-9ZM25 11.5h6V17h-6ZM28 7l4 4h-8Z"/>
  <path fill="#fff" d="M24.6 25h6.8l.4 4h-7.6ZM23.7 33h8.6l.3 3h-9.2Z"/>
  <path fill="none" stroke="${ink}" stroke-width="2" d="M34 13l8-3M34 15.5l8 2.5M22 13l-8-3M22 15.5l-8 2.5M9 41q3.2-3 6.3 0t6.3 0 6.3 0 6.3 0 6.3 0 6.3 0M14 46q3-3 5.6 0t5.6 0 5.6 0 5.6 0 5.6 0"/>
</svg>`;

/** Draws the emblem and opens it to anybody. @returns its file */
export async function emblem(ctx: Ctx, files: Files): Promise<string> {
  const drawn = await sharp(Buffer.from(lighthouse('#0943b5')))
    .png()
    .toBuffer();
  const { id } = accepted(
    await files.keep(ctx, { name: 'faro-de-puerto-claro.png', content: Readable.from([drawn]), accepts: ['image/'] }),
  );
  await files.publish(ctx, id);
  return id;
}

/** A poster of a campaign, as evidence that it went out. */
export function poster(title: string): Promise<Buffer> {
  const lines = title.split(/(?<=.{10,}) /).slice(0, 4);
  const text = lines
    .map(
      (line, at) =>
        `<text x="70" y="${520 + at * 84}" font-family="sans-serif" font-weight="bold" font-size="64" fill="#fff">${line.replaceAll('&', '&amp;')}</text>`,
    )
    .join('');
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000"><rect width="800" height="1000" fill="#0943b5"/>
    <circle cx="400" cy="210" r="120" fill="#fff" opacity=".14"/><path fill="#fff" d="M368 320l18-160h28l18 160ZM370 132h60v16h-60ZM382 84h36v48h-36ZM400 50l34 34h-68Z"/>
    <path d="M0 400q50-30 100 0t100 0 100 0 100 0 100 0 100 0 100 0 100 0" fill="none" stroke="#fff" stroke-width="10" opacity=".6"/>${text}
    <text x="70" y="940" font-family="sans-serif" font-size="34" fill="#fff">Alcaldía de Puerto Claro</text></svg>`),
  )
    .png()
    .toBuffer();
}
