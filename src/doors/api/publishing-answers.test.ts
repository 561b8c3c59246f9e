import { apiPieces, bulletin, type Made } from '#test/support/api-pieces.ts';
import { expect, test } from 'vitest';
import { openApiAsker, unheld, type Items } from '#test/support/api-asker.ts';
import { openTestHouse } from '#test/support/house.ts';
import { seatCast } from '#test/support/cast.ts';
import { publishingEndpoints } from './publishing.ts';
import { calendarEndpoints } from './calendar.ts';

// What the browser's journeys do, with the keys of an editor and of the head of the office.

let now = new Date('2026-11-18T15:00:00Z');
const house = await openTestHouse({ clock: () => now });
const cast = await seatCast(house);
const { ask, refused } = await openApiAsker(house, cast, 'julian', 'marcela');
const { begin, write, approve } = apiPieces(ask, cast.units.prensa!);

test('what is approved is scheduled, goes out, is read and withdrawn', async () => {
  const piece = await begin('bulletin', 'Horario de diciembre');
  const path = `/pieces/${piece}`;
  await write(piece, bulletin, 'Se atiende hasta las tres.');
  expect((await refused('POST', `${path}/publication`, { channels: ['intranet'] })).code).toBe('piece.not_approved');
  await approve(piece);
  await ask('PUT', `${path}/terms`, { embargoUntil: '', expiresOn: '2026-12-31', reviewOn: '2026-12-15' });
  await ask('GET', `${path}/publication`);
  await ask('GET', '/channels');
  await ask('POST', `${path}/publication`, { channels: ['intranet'], at: '2026-11-19T08:00' });
  await ask('DELETE', `${path}/publication`);
  const { dispatches } = await ask<{ dispatches: number[] }>('POST', `${path}/publication`, {
    channels: ['intranet'],
    at: '2026-11-19T08:00',
  });
  const dispatch = `/dispatches/${dispatches[0]}`;
  await ask('POST', `${dispatch}/moves`, { act: 'hold' });
  await ask('POST', `${dispatch}/moves`, { act: 'release' });
  now = new Date('2026-11-19T14:00:00Z');
  await house.settle();
  await ask('GET', dispatch);
  expect((await ask<Items<{ state: string }>>('GET', '/dispatches')).items).toContainEqual(expect.objectContaining({ state: 'delivered' }));
  await ask('POST', `${path}/withdrawal`, { reason: 'La hora de cierre estaba mal.' });
});

test('what people carry is said to have left; how an unknown ended is said', async () => {
  const poster = await begin('poster', 'Cartel de vacunas');
  await write(poster, { lead: 'Gratis', size: 'letter' }, 'Sin cita.');
  await approve(poster);
  const send = async () =>
    (await ask<{ dispatches: number[] }>('POST', `/pieces/${poster}/publication`, { channels: ['carteleras'] })).dispatches[0]!;
  const dispatch = await send();
  await house.settle();
  await ask('POST', `/dispatches/${dispatch}/carriage`, { note: 'En las tres carteleras.' });
  const second = await send();
  await house.settle();
  await house.app.database.primary.updateTable('dispatches').set({ state: 'unknown' }).where('id', '=', second).execute();
  await ask('POST', `/dispatches/${second}/outcome`, { left: 'yes', note: 'Se vio en la puerta.' });
});

test('the portal says its news and its first page, block by block', async () => {
  const piece = await begin('guide', 'Cómo pagar el predial');
  const { items } = await ask<Items<{ code: string; fields: { code: string; required?: boolean; type: string; options?: string[] }[] }>>(
    'GET',
    '/kinds',
  );
  const required = items.find(({ code }) => code === 'guide')!.fields.filter((field) => field.required);
  const fields = Object.fromEntries(required.map(({ code, options }) => [code, options?.[0] ?? 'Pago del predial']));
  await write(piece, fields, 'Se paga en la página o en el banco.');
  await approve(piece);
  await ask('POST', `/pieces/${piece}/publication`, { channels: ['pagina-web'] });
  await house.settle();
  const news = await ask<Items<{ slug: string }>>('GET', '/news');
  expect(news.items).toHaveLength(1);
  await ask('GET', `/news/${news.items[0]!.slug}`);
  await ask('GET', '/home/blocks');
  const block = await ask<Made>('POST', '/home/blocks', { block: 'notice', title: 'Aviso', options: { text: 'Hoy no hay atención.' } });
  await ask('POST', '/home/blocks', { block: 'links', title: '', options: { links: 'Predial | https://puertoclaro.gov.co/predial' } });
  await ask('PUT', `/home/blocks/${block.id}`, { title: 'Aviso', options: { text: 'Mañana no hay atención.' } });
  await ask('POST', `/home/blocks/${block.id}/moves`, { way: 'up' });
  await ask('GET', '/home/blocks');
  await ask('DELETE', `/home/blocks/${block.id}`);
});

test('the calendar says a span of days, and what its slots owe', async () => {
  const slot = await ask<Made>('POST', '/slots', { name: 'Boletín', kind: 'bulletin', recurrence: 'weekly', startsOn: '2026-11-06' });
  const next = await begin('bulletin', 'Boletín 46', { slot: slot.id, slotDay: '2026-11-20', dueOn: '2026-11-20' });
  await ask('PUT', `/pieces/${next}/day`, { day: '2026-11-19' });
  await ask('GET', '/slots');
  const { owed, rests } = await ask<{ owed: { day: string }[]; rests: object[] }>('GET', '/calendar?from=2026-11-16&to=2026-12-08');
  expect(owed.map(({ day }) => day)).toEqual(['2026-11-27', '2026-12-04']);
  expect(rests).toContainEqual(expect.objectContaining({ day: '2026-12-08' }));
  await ask('GET', '/calendar?from=2026-11-16&to=2026-12-08&what=activities');
  expect((await refused('GET', '/calendar?from=2026-11-16&to=2028-01-01')).fields.to!.sentence).toContain('por partes');
  expect((await refused('GET', '/calendar?from=2026-11-16')).code).toBe('input');
  await ask('DELETE', `/slots/${slot.id}`);
  await ask('GET', '/coverage');
  await ask('GET', '/coverage?department=13');
});

test('of every endpoint of these tables were held here', () => {
  expect(unheld([publishingEndpoints, calendarEndpoints].flat())).toEqual([]);
});
