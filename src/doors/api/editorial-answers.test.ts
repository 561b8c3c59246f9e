import { expect, test } from 'vitest';
import { giveRole, publishAgreement } from '#domains/organization/index.ts';
import { accepted } from '#platform/refusal.ts';
import { openApiAsker, unheld, type Items } from '#test/support/api-asker.ts';
import { bodyOf } from '#test/support/approved-piece.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { calendarEndpoints } from './calendar.ts';
import { campaignEndpoints } from './campaigns.ts';
import { checkEndpoints } from './checks.ts';
import { noticeEndpoints } from './notices.ts';
import { pieceEndpoints } from './pieces.ts';
import { publishingEndpoints } from './publishing.ts';
import { requestEndpoints } from './requests.ts';
import { reviewEndpoints } from './reviews.ts';

// What the browser's journeys do, with the keys of an editor and of the head of the office.

let now = new Date('2026-11-18T15:00:00Z');
const house = await openTestHouse({ clock: () => now });
const cast = await seatCast(house);
const { ask, refused, send } = await openApiAsker(house, cast, 'julian', 'marcela');
const unit = cast.units.prensa!;
const pdf = new TextEncoder().encode('%PDF-1.7\nFactura\n%%EOF\n');

interface Made {
  readonly id: number;
}
const begin = async (kind: string, title: string, more: object = {}) =>
  (await ask<Made>('POST', '/pieces', { kind, title, unit, ...more })).id;

async function write(piece: number, fields: object, ...texts: string[]): Promise<string> {
  const { revision, title } = await ask<{ revision: number; title: string }>('GET', `/pieces/${piece}`);
  const saved = await ask<{ sha256: string }>('PUT', `/pieces/${piece}/text`, { revision, title, fields, body: bodyOf(...texts) });
  return saved.sha256;
}
const memo = { number: '9', from: 'Prensa', to: 'Toda la alcaldía' };

async function approve(piece: number): Promise<void> {
  await ask('POST', `/pieces/${piece}/submission`, { note: 'Sale el domingo.' });
  for (;;) {
    const { step } = await ask<{ step: Made | null }>('GET', `/pieces/${piece}/review`, undefined, 'other');
    if (!step) return;
    await ask('POST', `/review-steps/${step.id}/decision`, { decision: 'pass' }, 'other');
  }
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

test('a piece is begun, written, placed, commented, returned, restored, approved and discarded', async () => {
  expect((await ask<Items<{ code: string }>>('GET', '/kinds')).items.map(({ code }) => code)).toContain('memo');
  const piece = await begin('memo', 'Jornada de vacunación');
  const path = `/pieces/${piece}`;
  await write(piece, memo, 'La jornada es en doce barrios.', 'Hay que llevar el carné.');
  const was = await ask<{ revision: number; title: string; fields: object; body: object }>('GET', path);
  const theirs = { ...was, title: 'Jornada de vacunas' };
  await ask('PUT', `${path}/text`, theirs);
  const joined = await ask<{ joined: object }>('PUT', `${path}/text`, {
    ...was,
    body: bodyOf('La jornada es en catorce barrios.', 'Hay que llevar el carné.'),
    was,
  });
  expect(joined.joined).toMatchObject({ title: 'Jornada de vacunas' });
  const { revision } = await ask<{ revision: number }>('GET', path);
  await ask('PUT', `${path}/details`, { revision, unit, owner: cast.people.julian, channels: 'intranet', dueOn: '2026-11-26' });
  await ask('PUT', `${path}/day`, { day: '2026-11-27' });
  await ask('GET', '/pieces?q=vacunas');
  await ask('GET', `${path}/checks`);
  await ask('PUT', `${path}/renditions/intranet`, { title: 'Vacunas el domingo' });
  await ask('GET', `${path}/renditions`);
  const { steps } = await ask<{ steps: { personName: string }[] }>('GET', `${path}/submission`);
  expect(steps.map(({ personName }) => personName)).toEqual(['Marcela Ospina']);
  await ask('POST', `${path}/submission`, { note: 'Urge.' });
  await ask('POST', `${path}/reminders`);
  expect(await ask<{ forMe: object[] }>('GET', '/reviews', undefined, 'other')).toMatchObject({ forMe: [{ piece }] });
  const { step } = await ask<{ step: Made }>('GET', `${path}/review`);
  expect((await refused('POST', `/review-steps/${step.id}/decision`, { decision: 'pass' })).code).toBe('piece.own_work');
  const comment = await ask<Made>('POST', `${path}/comments`, { block: 'b1', quote: 'el carné', text: '¿Y quien no?' }, 'other');
  await ask('POST', `/comments/${comment.id}/answers`, { text: 'Agregado.' });
  await ask('POST', `/comments/${comment.id}/resolution`, {}, 'other');
  await ask('DELETE', `/comments/${comment.id}/resolution`, {}, 'other');
  await ask('POST', `/review-steps/${step.id}/decision`, { decision: 'return', note: 'Falta la hora.' }, 'other');
  const other = { block: 'b1', quote: 'el carné', replacement: 'la cédula' };
  const suggestion = await ask<Made>('POST', `${path}/suggestions`, other);
  await ask('POST', `/suggestions/${suggestion.id}/decision`, { decision: 'accepted' });
  await ask('POST', `${path}/versions`, { note: 'Con la cédula' });
  await ask('GET', `${path}/versions`);
  await ask('GET', `${path}/versions/1`);
  await ask('POST', `${path}/versions/1/restoration`);
  await ask('POST', `${path}/submission`);
  await ask('DELETE', `${path}/submission`);
  await approve(piece);
  await ask('GET', `${path}/review?before=0&after=1`);
  const draft = await begin('memo', 'Un borrador');
  await ask('DELETE', `/pieces/${draft}`);
  expect((await refused('DELETE', path)).code).toBe('piece.not_a_draft');
});

test('a check is let by with a reason, and stops again', async () => {
  await ask('POST', '/terms', { term: 'Puerto Claro despega', sort: 'forbidden', meaning: 'Lema' });
  const piece = await begin('guide', 'El barco');
  await write(piece, {}, 'Un barco llamado Puerto Claro despega el lunes.');
  const { items } = await ask<Items<{ check: string; level: string }>>('GET', `/pieces/${piece}/checks`);
  expect(items).toContainEqual(expect.objectContaining({ check: 'slogans', level: 'block' }));
  const check = 'slogans';
  await ask('POST', `/pieces/${piece}/waivers`, { check, reason: 'Es el nombre de un barco.' }, 'other');
  await ask('DELETE', `/pieces/${piece}/waivers/${check}`, undefined, 'other');
});

test('what is approved is scheduled, goes out, is read and withdrawn', async () => {
  const piece = await begin('memo', 'Horario de diciembre');
  const path = `/pieces/${piece}`;
  await write(piece, memo, 'Se atiende hasta las tres.');
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
  await begin('bulletin', 'Boletín 46', { slot: slot.id, slotDay: '2026-11-20', dueOn: '2026-11-20' });
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

test('who stands in, and the time before elections', async () => {
  const days = { startsOn: '2026-11-20', endsOn: '2026-11-30' };
  const { id } = await ask<Made>('POST', '/stand-ins', { standIn: cast.people.nidia, ...days }, 'other');
  await ask('GET', '/stand-ins', undefined, 'other');
  await ask('DELETE', `/stand-ins/${id}`, undefined, 'other');
  const window = await ask<Made>('POST', '/election-windows', {
    name: 'Congreso',
    act: 'Ley 996 de 2005',
    kinds: ['memo'],
    candidates: ['Fulano de Tal'],
    ...days,
  });
  await ask('GET', '/election-windows');
  await ask('DELETE', `/election-windows/${window.id}`);
});

test('a key reads the notices of whom it belongs to', async () => {
  const { items, unread } = await ask<Items<Made> & { unread: number }>('GET', '/notices');
  expect(unread).toBe(items.length);
  await ask('POST', `/notices/${items[0]!.id}/reading`);
  expect(await ask('GET', '/notices')).toMatchObject({ unread: unread - 1 });
  await ask('POST', '/notices/reading');
  expect(await ask('GET', '/notices')).toMatchObject({ unread: 0 });
  const strange = await house.app.database.primary
    .selectFrom('notifications')
    .select('id')
    .where('person_id', '=', cast.people.marcela)
    .executeTakeFirstOrThrow();
  expect((await send('POST', `/notices/${strange.id}/reading`)).status).toBe(404);
});

test('a piece made secret by a key is there for its readers, and for no key', async () => {
  accepted(await publishAgreement(cast.as('esteban'), { title: 'Acuerdo', body: 'Guardar reserva.', months: 12 }));
  accepted(await giveRole(cast.as(), { person: cast.people.diego, role: 'author', unit: null }));
  const piece = await begin('memo', 'Operativo sorpresa');
  const path = `/pieces/${piece}`;
  await ask('POST', `${path}/readers`, { person: cast.people.diego });
  const wrong = await ask<Made>('POST', `${path}/readers`, { unit: cast.units.oai });
  await ask('DELETE', `${path}/readers/${wrong.id}`);
  expect((await ask<Items<{ name: string }>>('GET', `${path}/readers`)).items.map(({ name }) => name)).toEqual(['Diego Herazo']);
  expect((await refused('PUT', `${path}/class`, { class: 'reserved' })).code).toBe('piece.class_needs_basis');
  const basis = { basis: 'Ley 1712 de 2014, artículo 19', reason: 'Investigación en curso', since: '2026-11-18', until: '2027-11-18' };
  await ask('PUT', `${path}/class`, { class: 'reserved', ...basis });
  for (const where of ['', '/readers', '/review', '/checks', '/publication', '/submission'])
    expect([where, (await send('GET', path + where)).status]).toEqual([where, 404]);
  expect(JSON.stringify(await ask('GET', '/pieces'))).not.toContain('Operativo');
});

test('of every endpoint of these tables were held here', () => {
  const tables = [requestEndpoints, campaignEndpoints, pieceEndpoints, calendarEndpoints, publishingEndpoints, reviewEndpoints];
  expect(unheld([...tables, checkEndpoints, noticeEndpoints].flat())).toEqual([]);
});
