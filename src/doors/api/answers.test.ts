import { expect, test } from 'vitest';
import { openApiAsker, unheld, type Items } from '#test/support/api-asker.ts';
import { held } from '#test/support/api-answer.ts';
import { seatCast } from '#test/support/cast.ts';
import { fileOf } from '#test/support/drafted-plan.ts';
import { openTestHouse } from '#test/support/house.ts';
import { rulingPlan, townPlan } from '#test/support/town-plan.ts';
import { assetEndpoints } from './assets.ts';
import { audienceEndpoints } from './audiences.ts';
import { figureEndpoints } from './figures.ts';
import { interactionEndpoints } from './interactions.ts';
import { organizationEndpoints } from './organization.ts';
import { planRowEndpoints } from './plan-rows.ts';
import { planTextEndpoints } from './plan-text.ts';
import { planEndpoints } from './plans.ts';
import { termEndpoints } from './terms.ts';
import { workEndpoints } from './work.ts';

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast = await seatCast(house);
const { ask, send } = await openApiAsker(house, cast);

test('of the institution, its dependencies and its people', async () => {
  await ask('GET', '/institution');
  await ask('GET', '/holidays?year=2026');
  await ask('GET', '/units');
  await ask('GET', '/units?q=prensa');
  const { id: unit } = await ask<{ id: number }>('POST', '/units', { name: 'Archivo', parent: cast.units.despacho });
  const { unit: seen } = await ask<{ unit: { version: number } }>('GET', `/units/${unit}`);
  await ask('PUT', `/units/${unit}`, { name: 'Archivo General', version: seen.version });
  await ask('PUT', `/units/${unit}/place`, { parent: cast.units.prensa });
  await ask('PUT', `/units/${unit}/appointment`, { head: null, liaison: cast.people.diego });
  await ask('PUT', `/units/${unit}/appointment`, { head: null, liaison: null });
  await ask('DELETE', `/units/${unit}`);
  await ask('GET', '/people?search=a');
  await ask('GET', '/directory?q=prensa');
  const yenny = {
    name: 'Yenny Mosquera',
    email: 'yenny.mosquera@puertoclaro.gov.co',
    position: '',
    employment: 'servant',
    unit: 'prensa',
    language: 'es',
  };
  const { id: person } = await ask<{ id: string }>('POST', '/people', { ...yenny, roles: ['author'] });
  const card = await ask<{ person: { version: number } }>('GET', `/people/${person}`);
  await ask('PUT', `/people/${person}`, { ...yenny, position: 'Diseñadora', version: card.person.version });
  const { id: grant } = await ask<{ id: number }>('POST', `/people/${person}/roles`, { role: 'editor', unit: 'prensa' });
  await ask('POST', `/people/${person}/roles`, { role: 'editor', unit: 'prensa' });
  await ask('DELETE', `/roles/${grant}`);
  await ask('POST', `/people/${person}/departure`, { successor: null });
  await ask('DELETE', `/people/${person}/departure`);
});

test('of a draft, its text and its tree', async () => {
  const begun = await ask<{ version: number }>('POST', '/plans', {
    title: 'Plan de medios 2027',
    unit: cast.units.prensa,
    startsOn: '2027-01-01',
    endsOn: '2027-12-31',
  });
  const version = `/versions/${begun.version}`;
  await ask('POST', `${version}/sections`, { code: 'alcance', kind: 'scope', title: 'Alcance', body: '', items: [] });
  await ask('PUT', `${version}/sections/alcance`, { revision: 1, title: 'Alcance del plan', body: 'Toda la alcaldía.', items: [] });
  await ask('PUT', `${version}/sections/alcance/position`, { position: 1 });
  await ask('DELETE', `${version}/sections/alcance`, { revision: 2 });
  await ask('POST', `${version}/coded/channel`, { fields: { name: 'Radio', class: 'ATL', mode: 'offline', purpose: '' } });
  await ask('PUT', `${version}/coded/channel/radio`, { revision: 1, fields: { name: 'Radio comunitaria', class: 'ATL', mode: 'offline' } });
  await ask('PUT', `${version}/coded/channel/radio/position`, { position: 1 });
  await ask('DELETE', `${version}/coded/channel/radio`, { revision: 2 });
  const add = async (kind: string, parent: number | null, fields: object) =>
    (await ask<{ item: number }>('POST', `${version}/rows`, { kind, parent, fields })).item;
  const objective = await add('objective', null, { title: 'Informar' });
  const component = await add('component', objective, { title: 'Externa' });
  const responsibility = await add('responsibility', component, { title: 'Medios' });
  const activity = await add('activity', responsibility, { title: 'Boletín' });
  const indicator = await add('indicator', activity, {
    title: 'Boletines',
    measure: 'participation.suggestions_answered',
    figureUnit: 'boletines',
  });
  const other = await add('objective', null, { title: 'Escuchar' });
  await ask('PATCH', `${version}/rows/${activity}`, { revision: 1, fields: { title: 'Boletín mensual' } });
  await ask('PUT', `${version}/rows/${component}/place`, { parent: other, position: 1 });
  await ask('PUT', `${version}/rows/${indicator}/targets`, {
    revision: 1,
    targets: [{ startsOn: '2027-01-01', endsOn: '2027-12-31', value: 12 }],
  });
  await ask('GET', `${version}/rows`);
  await ask('GET', `/items/${activity}/history`);
  await ask('DELETE', `${version}/rows/${objective}`, { revision: 1 });
  await ask('POST', `${version}/review`, {});
  await ask('DELETE', `${version}/review`, { note: 'Falta el presupuesto.' }, 'other');
  await ask('GET', version);
});

test('of a plan that rules, its reports, its readings and its board', async () => {
  await ask('POST', '/plans/import/preview', new Uint8Array(fileOf({ ...townPlan, plan: { ...townPlan.plan, code: 'otro' } })));
  await ask('POST', '/plans/import', new Uint8Array(fileOf({ ...townPlan, plan: { ...townPlan.plan, code: 'otro' } })));
  const { plan, version } = await rulingPlan(cast);
  await ask('GET', '/plans');
  await ask('GET', `/plans/${plan}`);
  await ask('GET', `/plans/${plan}/versions`);
  await ask('GET', `/versions/${version}`);
  await ask('GET', `/versions/${version}/file`);
  await ask('GET', '/search?q=boletines');
  await ask('GET', '/measures');
  await ask('GET', '/measures/plan.reports_on_time');
  const { items } = await ask<Items<{ item: number; code: string; kind: string }>>('GET', `/versions/${version}/rows`);
  const itemOf = (code: string) => items.find((row) => row.code === code)!.item;
  const activity = itemOf('A2');
  const indicator = itemOf('I2');
  const file = await ask<{ id: string }>('POST', '/files?name=acta.pdf', new TextEncoder().encode('%PDF-1.7\nActa\n%%EOF\n'));
  const proof = { files: [file.id] };
  await ask('POST', `/activities/${activity}/reports`, {
    periodStart: '2026-10-01',
    state: 'done',
    percent: 100,
    note: 'Publicado.',
    ...proof,
  });
  await ask('POST', `/activities/${activity}/responsible`, { person: cast.people.rosa });
  const annotation = await ask<{ id: number }>('POST', `/indicators/${indicator}/annotations`, {
    kind: 'cause',
    text: 'Faltó el camarógrafo.',
    startsOn: '2026-10-01',
    endsOn: null,
    owner: null,
    dueOn: null,
  });
  const reading = await ask<{ id: number }>('POST', `/indicators/${indicator}/readings`, {
    startsOn: '2026-10-01',
    endsOn: '2026-10-31',
    value: 3,
    ...proof,
  });
  await ask('POST', `/readings/${reading.id}/decision`, { decision: 'accepted' }, 'other');
  await ask('POST', `/readings/${reading.id}/corrections`, { value: 5, reason: 'Faltaban dos.' });
  await ask('GET', `/activities/${activity}`);
  await ask('GET', `/indicators/${indicator}`);
  await ask('GET', `/plans/${plan}/board`);
  await ask('DELETE', `/annotations/${annotation.id}`);
  await house.settle();
  expect((await ask<{ records: object[] }>('GET', '/measures/plan.reports_on_time')).records).not.toEqual([]);

  const draft = await ask<{ id: number }>('POST', `/plans/${plan}/versions`, {});
  await ask('POST', `/versions/${draft.id}/review`, {});
  await ask('POST', `/versions/${draft.id}/approval`, {}, 'other');
  await ask('POST', `/versions/${draft.id}/force`, { on: '2026-11-18' });
  await ask('POST', `/versions/${draft.id}/closing`, { note: 'Terminó.' });
});

test('of the library, its terms and its phrases', async () => {
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text));
  const { asset } = await ask<{ asset: { id: number; revision: number } }>('POST', '/assets?name=acta.txt', bytes('Acta'));
  const path = `/assets/${asset.id}`;
  await ask('GET', '/assets?q=acta&state=unused');
  await ask('PUT', path, { revision: asset.revision, title: 'Acta del comité', tags: ['actas'], minorsShown: true });
  await ask('POST', `${path}/attachments/guardian?name=madre.pdf`, bytes('%PDF-1.7\n%%EOF\n\0'));
  await ask('GET', path);
  await ask('DELETE', `${path}/attachments/guardian`);
  await ask('POST', `${path}/withdrawal`, { reason: 'Era un borrador.' });
  await ask('DELETE', `${path}/withdrawal`);
  const piece = await house.app.database.primary
    .insertInto('pieces')
    .values({
      kind: 'news',
      slug: 'escoltas',
      title: 'Escoltas',
      class: 'classified',
      class_basis: 'Ley 1712',
      class_since: '2026-01-01',
      unit_id: cast.units.prensa!,
      body: '{}',
      sha256: '',
      created_at: new Date(),
      changed_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const secret = await house.app.database.primary
    .updateTable('assets')
    .set({ piece_id: piece.id })
    .returning('id')
    .executeTakeFirstOrThrow();
  // What is secret is opened by whom its piece names, never by a key: for keys it is not there.
  expect((await send('POST', `/assets/${secret.id}/opening`)).status).toBe(404);
  held.add(assetEndpoints.find(({ path: one }) => one === '/assets/{asset}/opening')!);

  const term = { term: 'PQRSD', meaning: 'Petición, queja, reclamo, sugerencia o denuncia', insteadOf: ['PQR', 'PQRS'] };
  const { id } = await ask<{ id: number }>('POST', '/terms', term);
  await ask('PUT', `/terms/${id}`, { ...term, sort: 'term' });
  await ask('GET', '/terms?q=pqr');
  await ask('DELETE', `/terms/${id}`);
  const phrase = { name: 'Quiénes somos', text: 'La Alcaldía sirve a 84.000 personas.' };
  const snippet = await ask<{ id: number }>('POST', '/snippets', phrase);
  await ask('PUT', `/snippets/${snippet.id}`, phrase);
  await ask('GET', '/snippets');
  await ask('DELETE', `/snippets/${snippet.id}`);
});

test('of those whom the institution speaks to', async () => {
  const lucia = { name: 'Lucía Pájaro', email: 'lucia@barrio.co', region: 'Montería, Córdoba', interests: ['salud'] };
  const { id } = await ask<{ id: number }>('POST', '/contacts', lucia);
  const { id: other } = await ask<{ id: number }>('POST', '/contacts', { name: 'Lucia Pajaro', phone: '300 123 4567' });
  await ask('GET', '/contacts?q=lucia');
  const { version } = await ask<{ version: number }>('GET', `/contacts/${id}`);
  await ask('PUT', `/contacts/${id}`, { ...lucia, attributes: { barrio: 'El Prado' }, version });
  await ask('POST', `/contacts/${id}/merges`, { with: other });
  await ask('GET', '/purposes');
  await ask('POST', `/contacts/${id}/consents`, { purpose: 'boletin', channel: 'paper', proof: 'Planilla 3' });
  await ask('GET', `/contacts/${id}/consents`);
  await ask('DELETE', `/contacts/${id}/consents/boletin`);
  await ask('POST', `/contacts/${id}/interactions`, { act: 'attended', about: 'Feria de servicios', on: '2026-11-10' });
  const { items } = await ask<{ items: { id: number }[] }>('GET', `/contacts/${id}/interactions`);
  await ask('GET', '/interaction-subjects');
  await ask('DELETE', `/contacts/${id}/interactions/${items[0]!.id}`);
  await ask('POST', `/contacts/${id}/stop`);
  const attended = { field: 'attended', values: ['feria-de-servicios'], days: 90 };
  const rule = { groups: [{ conditions: [{ field: 'kind', values: ['citizen'] }, attended] }] };
  await ask('POST', '/segment-counts', { rule });
  const { code } = await ask<{ code: string }>('POST', '/segments', { name: 'Vecinos', rule });
  await ask('GET', '/segments');
  const kept = await ask<{ version: number }>('GET', `/segments/${code}`);
  await ask('PUT', `/segments/${code}`, { name: 'Vecinos', rule, focus: 'Cerca', version: kept.version });
  await ask('DELETE', `/segments/${code}`);
});

test('of every endpoint of these tables were held here', () => {
  const tables = [planEndpoints, planTextEndpoints, planRowEndpoints, workEndpoints, figureEndpoints, organizationEndpoints];
  expect(unheld([...tables, assetEndpoints, termEndpoints, audienceEndpoints, interactionEndpoints].flat())).toEqual([]);
});
