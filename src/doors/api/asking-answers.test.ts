import { expect, test } from 'vitest';
import { openApiAsker, unheld, type Items } from '#test/support/api-asker.ts';
import { openTestHouse } from '#test/support/house.ts';
import { seatCast } from '#test/support/cast.ts';
import { requestEndpoints } from './requests.ts';
import { campaignEndpoints } from './campaigns.ts';

// What the browser's journeys do, with the keys of an editor and of the head of the office.

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast = await seatCast(house);
const { ask, refused } = await openApiAsker(house, cast, 'julian', 'marcela');
const unit = cast.units.prensa!;
const pdf = new TextEncoder().encode('%PDF-1.7\nFactura\n%%EOF\n');

interface Made {
  readonly id: number;
}

test('a dependency asks; the office answers, and one request becomes a piece', async () => {
  const file = await ask<{ id: string }>('POST', '/files?name=foto.pdf', pdf);
  const asked = { title: 'Video del predial', what: 'Un video', wantedOn: '2026-12-01', kind: 'video', unit, files: [file.id] };
  const first = await ask<Made>('POST', '/requests', asked);
  const second = await ask<Made>('POST', '/requests', asked);
  const third = await ask<Made>('POST', '/requests', asked);
  const path = `/requests/${first.id}`;
  await ask('POST', `${path}/return`, { text: '¿Para qué barrio?' }, 'other');
  await ask('POST', `${path}/messages`, { text: 'Para todos.' });
  await ask('POST', `/requests/${second.id}/merge`, { into: first.id }, 'other');
  await ask('DELETE', `/requests/${third.id}`, { text: 'Ya no hace falta.' });
  await ask('GET', '/request-makers', undefined, 'other');
  const made = await ask<{ piece: number }>(
    'POST',
    `${path}/acceptance`,
    { into: 'piece', kind: 'memo', assignee: cast.people.julian, dueOn: '2026-11-27' },
    'other',
  );
  await ask('PUT', `${path}/assignee`, { assignee: cast.people.marcela, dueOn: '2026-11-30' }, 'other');
  await ask('GET', path);
  expect((await ask<Items<{ piece: number }>>('GET', '/requests?pile=under_way')).items).toMatchObject([{ piece: made.piece }]);
  await ask('POST', `${path}/delivery`, { text: 'Entregado.' }, 'other');
  const link = await ask<Made>('POST', '/request-links', { name: 'Colegios', unit: null });
  await ask('GET', '/request-links');
  await ask('DELETE', `/request-links/${link.id}`);
});

test('a campaign is designed, carried out, paid and closed', async () => {
  const said = {
    name: 'Vacúnese sin cita',
    objective: 'Llegar a 14 barrios',
    scope: 'external',
    unit,
    startsOn: '2026-11-01',
    endsOn: '2026-12-15',
    budget: 8_000_000,
  };
  const { id } = await ask<Made>('POST', '/campaigns', said);
  const path = `/campaigns/${id}`;
  const { code, revision } = await ask<{ code: string; revision: number }>('GET', path);
  await ask('PUT', path, { ...said, code, revision, tone: 'Cercano', public: true });
  const line = await ask<Made>('POST', `${path}/lines`, { line: 'Vacunarse es gratis', signs: ['gratis'] });
  const other = await ask<Made>('POST', `${path}/lines`, { line: 'Sin cita' });
  await ask('PUT', `${path}/lines/${line.id}`, { line: 'Vacunarse no cuesta', signs: ['gratis'] });
  await ask('PUT', `${path}/lines/${other.id}/place`, { up: true });
  await ask('GET', `${path}/lines`);
  await ask('DELETE', `${path}/lines/${other.id}`);
  const action = await ask<Made>('POST', `${path}/actions`, {
    title: 'Perifoneo',
    class: 'BTL',
    mode: 'offline',
    channel: 'Perifoneo',
    startsOn: '2026-11-10',
    endsOn: '2026-11-12',
  });
  await ask('POST', `${path}/moves`, { move: 'design' });
  await ask('POST', `${path}/moves`, { move: 'start' });
  const file = await ask<{ id: string }>('POST', '/files?name=factura.pdf', pdf);
  const bill = { action: action.id, concept: 'Perifoneo', supplier: 'Sonido S.A.S.', contract: 'PC-12', amount: 1_500_000, file: file.id };
  await ask('POST', `${path}/spends`, { ...bill, spentOn: '2026-11-12' });
  const wrong = await ask<Made>('POST', `${path}/spends`, { ...bill, spentOn: '2026-11-13' });
  await ask('DELETE', `${path}/spends/${wrong.id}`, { reason: 'Estaba dos veces.' });
  expect(await ask('GET', `${path}/spends`)).toMatchObject({ spent: 1_500_000 });
  expect((await refused('POST', `${path}/moves`, { move: 'close' })).code).toBe('campaign.open_actions');
  await ask('PUT', `${path}/actions/${action.id}/state`, { state: 'done', note: '' });
  await ask('GET', `${path}/actions`);
  await ask('POST', `${path}/results`, { name: 'Vacunados', value: '3.480', unit: 'personas' });
  await ask('GET', `${path}/results`);
  await ask('POST', `${path}/moves`, { move: 'close' });
  const closed = await ask<{ revision: number }>('GET', path);
  await ask('PUT', `${path}/report`, { revision: closed.revision, report: 'Se llegó a los 14 barrios.' });
  expect((await ask<Items<{ state: string }>>('GET', '/campaigns?state=closed')).items).toHaveLength(1);
});

test('of every endpoint of these tables were held here', () => {
  expect(unheld([requestEndpoints, campaignEndpoints].flat())).toEqual([]);
});
