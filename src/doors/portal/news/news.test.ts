import { beforeAll, describe, expect, test } from 'vitest';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import {
  editPieceDetails,
  getPiece,
  pieceDetailsInput,
  publishNow,
  schedulePiece,
  setTerms,
  withdrawPiece,
} from '#domains/editorial/index.ts';
import { accepted } from '#platform/refusal.ts';
import { approve, approvedPiece, write } from '#test/support/approved-piece.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';

let now = new Date('2026-11-21T15:00:00Z');
const house = await openTestHouse({ clock: () => now });
const db = house.app.database.primary;
let cast: Cast;
let file: string;
let asset: number;

const head = () => cast.as('marcela');
const seen = async (path: string) => (await house.ask(path)).text();
const out = async (title: string, more: Parameters<typeof approvedPiece>[2] = {}) => {
  const piece = await approvedPiece(house, cast, { title, ...more });
  const heard = portalTold();
  accepted(await publishNow(head(), { piece: piece.id, channels: ['pagina-web'] }));
  await house.settle();
  await heard;
  return piece;
};
const portalTold = () =>
  new Promise<void>((done) => {
    const hear = ({ topic }: { topic: string }) => {
      if (topic !== 'portal') return;
      house.app.listener.off('live', hear);
      done();
    };
    house.app.listener.on('live', hear);
  });

beforeAll(async () => {
  cast = await seatCast(house);
  const drawn = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#0943b5' } })
    .png()
    .toBuffer();
  const kept = accepted(await house.app.files.keep(cast.as(), { name: 'puestos.png', content: Readable.from([drawn]) }));
  file = kept.id;
  const row = await db
    .insertInto('assets')
    .values({ file_id: file, kind: 'image', title: 'Puestos', credit: 'Yenny Mosquera', focal_x: 20, uploaded_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  asset = row.id;
}, 60_000);

describe('what is out', () => {
  test('is read by anybody, without a script but its data, with its picture', async () => {
    const { slug } = await out('Vacunas en 14 barrios', {
      fields: { lead: 'Gratis y sin cita.', image: { asset, alt: 'Fila ante un puesto' }, topic: 'Salud' },
    });
    const answer = await house.ask(`/news/${slug}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
    expect(html).not.toMatch(/\sstyle=|\son\w+=/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<meta property="og:type" content="article"/>');
    expect(html).toContain(`<meta property="og:image" content="${house.origin}/files/${file}/medium"/>`);
    expect(html).toContain('class="art focus-x-25 focus-y-50"');
    expect(html).toContain('Escribió Julián Restrepo. Aprobó Nidia Arrieta, Jefa jurídica.');
    const data = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(html)![1]!) as { '@graph': { '@type': string; headline?: string }[] };
    expect(data['@graph'][0]).toMatchObject({ '@type': 'NewsArticle', headline: 'Vacunas en 14 barrios' });
    for (const path of [`/files/${file}`, `/files/${file}/medium`]) expect((await house.ask(path)).status).toBe(200);
    for (const path of [
      '/',
      '/news',
      '/feed.rss',
      '/feed.atom',
      '/feed.json',
      '/feeds/news/rss',
      '/sitemaps/news-1.xml',
      '/search?q=vacunas',
    ])
      expect(await seen(path), path).toContain(slug);
  });

  test('says nothing of what was written later', async () => {
    const { id, slug } = await out('Ciclorruta en el malecón');
    await write(cast, id, { title: 'Título secreto', texts: ['Palabra secreta.'] });
    const everywhere = await Promise.all(
      [
        `/news/${slug}?fresh`,
        '/news?page=1',
        '/?fresh',
        '/feed.rss?fresh',
        '/feed.json?fresh',
        '/search?q=secreto',
        '/search?q=ciclorruta',
        '/sitemaps/news-1.xml?fresh',
      ].map(seen),
    );
    expect(everywhere.join('')).not.toMatch(/Título secreto|Palabra secreta/);
    expect(everywhere[0]).toContain('Ciclorruta en el malecón');
  });

  test('keeps its address: one that changed leads on for good', async () => {
    const { id, slug } = await out('Pico y placa');
    const { revision } = await getPiece(head(), id);
    const told = portalTold();
    accepted(
      await editPieceDetails(
        head(),
        pieceDetailsInput.parse({ piece: id, revision, unit: cast.units.prensa, owner: '', slug: 'pico-y-placa-diciembre' }),
      ),
    );
    await told;
    const answer = await house.ask(`/news/${slug}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/news/pico-y-placa-diciembre']);
    expect((await house.ask('/news/pico-y-placa-diciembre')).status).toBe(200);
  });

  test('says when it was published, and when it was updated', async () => {
    const { id, slug } = await out('Acueducto');
    now = new Date(now.getTime() + 3_600_000);
    await write(cast, id, { texts: ['Con la hora corregida.'] });
    await approve(house, cast, id);
    accepted(await publishNow(head(), { piece: id, channels: ['pagina-web'] }));
    await house.settle();
    const html = await seen(`/news/${slug}?fresh`);
    expect(html).toContain('Con la hora corregida.');
    expect(html).toMatch(/Publicada<\/dt>.*10:00.*Actualizada<\/dt>.*11:00/s);
  });
});

describe('what is not', () => {
  test('is not there: neither a draft, nor what waits for its hour or its embargo', async () => {
    const draft = await approvedPiece(house, cast, { title: 'Bajo embargo hasta el lunes' });
    accepted(await setTerms(head(), { piece: draft.id, embargoUntil: '2026-11-30T06:00', expiresOn: null, reviewOn: null }));
    accepted(await schedulePiece(head(), { piece: draft.id, channels: ['pagina-web'], at: '2026-11-30T06:00' }));
    await house.settle();
    const answer = await house.ask(`/news/${draft.slug}`);
    const html = await answer.text();
    expect(answer.status).toBe(404);
    expect(html).toContain('action="/search"');
    expect(html).toContain('Lo último que se publicó');
    expect(html + (await seen('/search?q=embargo')) + (await seen('/news?x'))).not.toContain('Bajo embargo');
  });

  test('is gone, and says so, once withdrawn: page, lists, feeds and files', async () => {
    const { id, slug } = await out('Con la foto de otro', { fields: { lead: 'x', image: { asset: await another(), alt: 'Otra' } } });
    const shown = (await db.selectFrom('publications').select('files').where('piece_id', '=', id).executeTakeFirstOrThrow()).files[0]!;
    expect((await house.ask(`/files/${shown}`)).status).toBe(200);
    const told = portalTold();
    accepted(await withdrawPiece(head(), { piece: id, reason: 'La foto no tenía autorización.' }));
    await told;
    const answer = await house.ask(`/news/${slug}`);
    const html = await answer.text();
    expect(answer.status).toBe(410);
    expect(html).toContain('La foto no tenía autorización.');
    expect(html).not.toContain('Con la foto de otro');
    for (const path of ['/', '/news', '/feed.rss', '/feed.atom', '/feed.json', '/sitemaps/news-1.xml', '/search?q=foto'])
      expect(await seen(path), path).not.toContain(slug);
    expect((await house.ask(`/files/${shown}`)).status).toBe(404);
    // What another publication shows stays open.
    expect((await house.ask(`/files/${file}`)).status).toBe(200);
  });

  test('is previewed only by who works on it', async () => {
    const { id } = await approvedPiece(house, cast, { title: 'Nadie la ve' });
    expect((await house.ask(`/preview/${id}`)).status).toBe(302);
    expect((await house.ask(`/preview/${id}`, { as: cast.mail('diego') })).status).toBe(403);
    const answer = await house.ask(`/preview/${id}`, { as: cast.mail('julian') });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(await answer.text()).toContain('Nadie la ve');
    // Within a page of the house, and of nobody else.
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect([answer.headers.get('x-frame-options'), (await house.ask('/news')).headers.get('x-frame-options')]).toEqual([
      'SAMEORIGIN',
      'DENY',
    ]);
  });
});

describe('lists', () => {
  test('are narrowed by kind, dependency, month and words, and what makes no sense is left out', async () => {
    await out('Comunicado del muelle', { kind: 'press_release', fields: { lead: 'Cerrado.', place: 'Puerto Claro', contact: 'Prensa' } });
    expect(await seen('/news?kind=press_release')).toContain('Comunicado del muelle');
    expect(await seen('/news?kind=press_release')).not.toContain('Vacunas en 14 barrios</a>');
    expect(await seen('/news?month=2026-11')).toContain('Comunicado del muelle');
    expect(await seen('/news?month=2025-01')).toContain('Ninguna publicación es así.');
    expect(await seen('/news?q=muelle')).toContain('Comunicado del muelle');
    expect(await seen(`/news?unit=${cast.units.oai}`)).not.toContain('Comunicado del muelle</a>');
    expect(await seen('/press')).toContain('Comunicado del muelle');
    for (const path of ['/news?kind=nada&unit=x&month=99&page=-3&line=%27', '/news?campaign=ninguna', '/news?region=13'])
      expect((await house.ask(path)).status).toBe(200);
  });

  test('feeds are well formed and any site may read them; a kind that is none is not there', async () => {
    for (const path of ['/feed.rss', '/feed.atom']) {
      const answer = await house.ask(path);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      expect(await answer.text()).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
    }
    const feed = (await (await house.ask('/feed.json')).json()) as { items: { content_html: string }[] };
    expect(feed.items[0]!.content_html).not.toMatch(/(href|src)="\/(?!\/)/);
    expect((await house.ask('/feeds/memo/rss')).status).toBe(404);
    expect((await house.ask('/feeds/news/pdf')).status).toBe(404);
  });
});

async function another(): Promise<number> {
  const drawn = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  const kept = accepted(await house.app.files.keep(cast.as(), { name: 'otra.png', content: Readable.from([drawn]) }));
  return (
    await db
      .insertInto('assets')
      .values({ file_id: kept.id, kind: 'image', title: 'Otra', uploaded_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
}
