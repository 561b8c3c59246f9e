import { Readable } from 'node:stream';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { accepted, NotFound } from '#platform/refusal.ts';
import { carryDispatch, dispatchesOf } from '#domains/channels/index.ts';
import { approve, approvedPiece, write } from '#test/support/approved-piece.ts';
import { type Cast, seatCast } from '#test/support/cast.ts';
import { openTestHouse, type OpenHouse } from '#test/support/house.ts';
import { uploadAsset } from '../assets.ts';
import { getPiece } from '../pieces.ts';
import { previewPiece } from '../publication-desk.ts';
import { renditionInput } from '../renditions.input.ts';
import { writeRendition } from '../renditions.ts';
import { publishNow, sourceOf } from '../scheduling.ts';
import { layOut } from './lay-out.ts';
import { papers, type Print, type Sheet, sheets } from './print.ts';
import { typedBlocks } from './print-blocks.ts';
import { dispatchPrintPdf, piecePrintPdf, shownPrints } from './prints.ts';

const house: OpenHouse = await openTestHouse();
let cast: Cast;
beforeAll(async () => {
  cast = await seatCast(house);
});
const at = { files: house.app.files, origin: 'https://www.puertoclaro.gov.co' };
const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

const words = { when: 'Cuándo', where: 'Dónde', more: 'Léalo', code: 'Código' };
const sheet = (change: Partial<Print> & { sheet: Sheet }): Print => ({
  paper: 'letter',
  title: 'Vacunas en 14 barrios',
  lead: 'Son gratis y sin cita.',
  text: [],
  call: 'Lleve el carné',
  when: '24 de noviembre',
  where: 'Parque principal',
  address: 'https://www.puertoclaro.gov.co/news/vacunas',
  picture: null,
  house: { name: 'Alcaldía de Puerto Claro', unit: 'Secretaría de Salud', colour: '#0943b5', emblem: null },
  ...change,
});
const long = 'Quien paga a tiempo ahorra. '.repeat(160);

describe('a sheet', () => {
  test.each(sheets)('%s: what does not fit is counted in words, and fits without them', (one) => {
    const { over } = layOut(sheet({ sheet: one, text: typedBlocks(long) }), words);
    expect(over).toBeGreaterThan(0);
    const kept = long.split(/\s+/).filter(Boolean).slice(0, -over).join(' ');
    expect(layOut(sheet({ sheet: one, text: typedBlocks(kept) }), words).over).toBe(0);
    expect(
      layOut(sheet({ sheet: one, text: typedBlocks(`${kept} Quien paga a tiempo ahorra mucho más de lo que cree.`) }), words).over,
    ).toBeGreaterThan(0);
  });

  test.each([
    ['one endless word', 'Electroencefalografista'.repeat(8)],
    ['markup and signs that no face has', '</text><script>alert(1)</script> 漢字 😀 \u0000\u202e'],
    [
      'a name of three lines',
      'Jornada de actualización del registro de vendedores y vendedoras del espacio público del centro y de la playa',
    ],
  ])('holds %s within its paper', (_, title) => {
    for (const one of sheets)
      for (const paper of Object.keys(papers) as (keyof typeof papers)[]) {
        const { leaves, over } = layOut(sheet({ sheet: one, paper, title }), words);
        const [width, height] = papers[paper];
        const texts = leaves.flatMap(({ parts }) => parts.flatMap(({ marks }) => marks));
        expect(over).toBe(0);
        expect(texts.every(({ x, y }) => x >= 0 && x < width && y >= 0 && y < height)).toBe(true);
      }
  });

  test('is read in any colour: light ones carry dark letters', () => {
    const colours = (colour: string) => {
      const { leaves } = layOut(sheet({ sheet: 'poster', house: { ...sheet({ sheet: 'poster' }).house, colour } }), words);
      const title = leaves[0]!.parts.find(({ as }) => as === 'H1')!.marks[0]!;
      return title.is === 'text' && title.colour;
    };
    expect([colours('#0943b5'), colours('#f5c400')]).toEqual(['#ffffff', '#1d2127']);
  });
});

describe('a piece on paper', () => {
  let id: number;
  beforeAll(async () => {
    const content = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#2b6a4b' } })
      .png()
      .toBuffer();
    const file = { name: 'jornada.png', content: Readable.from([content]), unit: null, piece: null };
    const { asset } = accepted(await uploadAsset(cast.as('julian'), house.app.files, file));
    const image = { asset: asset.id, alt: 'Una enfermera vacuna a una niña' };
    ({ id } = await approvedPiece(house, cast, { fields: { lead: 'Son gratis y sin cita.', image } }));
    const input = renditionInput.parse({
      piece: id,
      channel: 'impresos',
      sheets: ['leaflet', 'poster'],
      call: 'Pida su turno',
      where: 'Parque principal',
    });
    accepted(await writeRendition(cast.as('julian'), input));
    await approve(house, cast, id);
  });

  test('is previewed as it will print, with its code and its own words', async () => {
    const { shown } = await previewPiece(cast.as('julian'), id, 'impresos');
    const prints = shownPrints({ ...shown }, at.origin);
    expect(prints.map(({ sheet: one, paper, over, faces }) => [one, paper, over, faces.length])).toEqual([
      ['leaflet', 'half_letter', 0, 2],
      ['poster', 'tabloid', 0, 1],
    ]);
    expect(prints[1]!.faces[0]).toContain('>Pida su turno<');
    expect(prints[1]!.faces[0]).not.toMatch(/style=|<script/);
  });

  test('hangs as it was approved, whatever is written later', async () => {
    accepted(await publishNow(cast.as('marcela'), { piece: id, channels: ['impresos'] }));
    await house.settle();
    const [dispatch] = await dispatchesOf(cast.as('marcela'), sourceOf(id));
    expect(dispatch?.state).toBe('waiting');
    const { pdf } = await dispatchPrintPdf(cast.as('marcela'), dispatch!.id, 'poster', at);
    expect(latin(pdf)).toMatch(/^%PDF-1\.7/);
    for (const part of ['/Lang (es-CO)', '/S /H1', '/S /Figure', '/MediaBox [0 0 792 1224]', '/Subtype /Image'])
      expect(latin(pdf)).toContain(part);
    accepted(await carryDispatch(cast.as('marcela'), { dispatch: dispatch!.id, note: 'En la cartelera de la entrada' }));
    await write(cast, id, { title: 'Otra cosa', texts: ['Otra cosa.'] });
    expect(Buffer.compare((await dispatchPrintPdf(cast.as('marcela'), dispatch!.id, 'poster', at)).pdf, pdf)).toBe(0);
    const now = await piecePrintPdf(cast.as('julian'), id, 'impresos', 'poster', at);
    expect(Buffer.compare(now.pdf, pdf)).not.toBe(0);
    await expect(dispatchPrintPdf(cast.as('marcela'), dispatch!.id, 'card', at)).rejects.toThrow(NotFound);
  });

  test('is not sent out with more words than fit, and the refusal says how many', async () => {
    const piece = await approvedPiece(house, cast, {
      kind: 'leaflet',
      title: 'Predial',
      fields: { lead: 'Vale.', size: 'half_letter' },
      texts: [long],
    });
    expect(await publishNow(cast.as('marcela'), { piece: piece.id, channels: ['impresos'] })).toMatchObject({
      refused: 'piece.print_too_long',
      details: { sheet: 'el volante', count: expect.any(Number) as number },
    });
    expect((await getPiece(cast.as('marcela'), piece.id)).state).toBe('approved');
  });
});
