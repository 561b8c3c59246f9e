import { accepted } from '#platform/refusal.ts';
import { apiPieces, memo, type Made } from '#test/support/api-pieces.ts';
import { bodyOf } from '#test/support/approved-piece.ts';
import { expect, test } from 'vitest';
import { giveRole, publishAgreement } from '#domains/organization/index.ts';
import { openApiAsker, unheld, type Items } from '#test/support/api-asker.ts';
import { openTestHouse } from '#test/support/house.ts';
import { seatCast } from '#test/support/cast.ts';
import { pieceEndpoints } from './pieces.ts';
import { checkEndpoints } from './checks.ts';
import { reviewEndpoints } from './reviews.ts';
import { decidingEndpoints } from './deciding.ts';
import { noticeEndpoints } from './notices.ts';

// What the browser's journeys do, with the keys of an editor and of the head of the office.

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast = await seatCast(house);
const { ask, refused, send } = await openApiAsker(house, cast, 'julian', 'marcela');
const unit = cast.units.prensa!;
const { begin, write, approve } = apiPieces(ask, unit);

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
  expect(unheld([pieceEndpoints, checkEndpoints, reviewEndpoints, decidingEndpoints, noticeEndpoints].flat())).toEqual([]);
});
