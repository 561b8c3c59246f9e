import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accepted } from '#platform/refusal.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { houseNews, splashFor } from './house.ts';
import { houseFilterInput } from './house.input.ts';
import { createPiece } from './pieces.ts';
import { newPieceInput } from './pieces.input.ts';

const house = await openTestHouse();
const cast = await seatCast(house);
const db = house.app.database.primary;
const all = houseFilterInput.parse({});

/** Something that is out on the intranet, as delivering it leaves it. */
async function out(kind: string, title: string, fields: Record<string, string> = {}): Promise<number> {
  const { id } = accepted(await createPiece(cast.as('julian'), newPieceInput.parse({ kind, title, unit: cast.units.prensa })));
  await sql`update pieces set class = 'internal' where id = ${id}`.execute(db);
  const { rows } = await sql<{
    id: number;
  }>`insert into dispatches (channel, public, source_type, source_id, content_sha256, class, state, due_at, snapshot, scheduled_at)
    values ('intranet', false, 'piece', ${String(id)}, 'x', 'internal', 'delivered', now(), '{}', now()) returning id`.execute(db);
  await sql`insert into publications (dispatch_id, piece_id, class, in_public, channel, slug, kind, title, html, text, fields, published_at, unit_id)
    select ${rows[0]!.id}, id, class, false, 'intranet', slug, kind, title, '<p>Texto</p>', 'Texto', ${JSON.stringify(fields)}, now() + interval '1 minute', unit_id from pieces where id = ${id}`.execute(
    db,
  );
  return rows[0]!.id;
}

test('a notice at log-in holds between its days, for whom it is, and is seen once', async () => {
  await out('splash_notice', 'Pasada', { starts_on: '2020-01-01', ends_on: '2020-01-02' });
  const dispatch = await out('splash_notice', 'Mañana no hay correo', { starts_on: '2020-01-01', ends_on: '2099-01-01', audience: 'unit' });
  expect(await splashFor(cast.as('rosa'))).toBeUndefined();
  expect(await splashFor(cast.as('diego'))).toBe(dispatch);
  const first = await house.ask('/intranet', { as: cast.mail('diego') });
  expect([first.status, first.headers.get('location')]).toEqual([302, `/intranet/splash/${dispatch}?then=/intranet`]);
  const closed = await house.ask(`/intranet/splash/${dispatch}?then=/intranet`, {
    method: 'POST',
    as: cast.mail('diego'),
    body: new URLSearchParams({}),
  });
  expect(closed.headers.get('location')).toBe('/intranet');
  expect(await splashFor(cast.as('diego'))).toBeUndefined();
});

test('the news of the house are searched, and only whom they are for finds them', async () => {
  await out('news', 'Treinta compañeros ya vienen en bicicleta');
  await out('notice_board_card', 'Para contratistas', { audience: 'contractors' });
  expect((await houseNews(cast.as('rosa'), { ...all, q: 'bicicleta' })).found).toBe(1);
  expect((await houseNews(cast.as('rosa'), { ...all, kind: 'notice_board_card' })).found).toBe(0);
  const page = await house.ask('/intranet/news', { as: cast.mail('rosa') });
  expect(await page.text()).toContain('Treinta compañeros');
  expect((await house.ask('/intranet/news')).status).toBe(302);
});
