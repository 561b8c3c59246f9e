import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addSegment, ruleShape } from '#domains/audiences/index.ts';
import { accepted } from '#platform/refusal.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { readMail } from '#platform/mail/outbox.ts';
import { apiPieces, bulletin } from '#test/support/api-pieces.ts';
import { openApiAsker, unheld, type Items } from '#test/support/api-asker.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { mailingEndpoints } from './mailings.ts';

let now = new Date('2026-11-18T15:00:00Z');
const house = await openTestHouse({ clock: () => now });
const cast = await seatCast(house);
const { ask, refused } = await openApiAsker(house, cast, 'julian', 'marcela');
const { begin, write, approve } = apiPieces(ask, cast.units.prensa!);
const { primary: db } = house.app.database;
await house.settle();
for (const [code, kind] of [
  ['servidores-publicos', 'staff'],
  ['ciudadania', 'citizen'],
] as const)
  accepted(
    await addSegment(cast.as('julian'), {
      code,
      name: code,
      focus: '',
      channels: [],
      rule: ruleShape.parse({ groups: [{ conditions: [{ field: 'kind', values: [kind] }] }] }),
    }),
  );

type Card = { mailing: { sha256: string; version: number; state: string }; counts: Record<string, number>; whom: { written: number } };
const whom = { kind: 'internal', purpose: '', segments: ['servidores-publicos'] };

test('an approved piece is mailed: drafted, changed, approved by another, sent in waves, and followed one by one', async () => {
  const piece = await begin('bulletin', 'Horario de diciembre');
  await write(piece, bulletin, 'Se atiende hasta las tres.');
  expect((await refused('POST', '/mailings', { piece, ...whom })).fields.piece!.code).toBe('mailing.piece_not_approved');
  await approve(piece);
  const { id } = await ask<{ id: number }>('POST', '/mailings', { piece, ...whom });
  const path = `/mailings/${id}`;
  const { version } = (await ask<Card>('GET', path)).mailing;
  await ask('PUT', path, { ...whom, title: 'Horario', version });
  await ask('PUT', `${path}/letter`, { version: version + 1 });
  const card = await ask<Card>('GET', path);
  expect(card.whom.written).toBeGreaterThan(3);
  await ask('GET', `${path}/letter`);
  await ask('POST', `${path}/test`, {});
  expect((await refused('POST', `${path}/approval`, { sha256: card.mailing.sha256 })).code).toBe('mailing.own_work');
  expect((await refused('POST', `${path}/start`, {})).code).toBe('mailing.moved');
  await ask('POST', `${path}/approval`, { sha256: card.mailing.sha256 }, 'other');
  await ask('POST', `${path}/schedule`, { at: '2026-11-19T08:00', waves: 'size', size: 2, minutes: 30 });
  await ask('POST', `${path}/moves`, { act: 'hold' });
  await ask('POST', `${path}/moves`, { act: 'release' });
  await ask('POST', `${path}/moves`, { act: 'unschedule' });
  await ask('POST', `${path}/start`, { waves: 'size', size: 2, minutes: 30 });
  await house.settle();
  expect((await ask<Card>('GET', path)).counts.accepted).toBe(2);
  for (let wave = 0; wave < 12; wave++) {
    now = new Date(now.getTime() + 31 * 60_000);
    await house.settle();
  }
  expect((await ask<Card>('GET', path)).mailing.state).toBe('finished');
  const { items } = await ask<Items<{ id: number; state: string; name: string }>>('GET', `${path}/recipients?state=accepted`);
  expect(items).toHaveLength(card.whom.written);
  expect((await ask<Items<object>>('GET', `${path}/recipients?q=${encodeURIComponent('julian')}`)).items).toHaveLength(1);
  await sql`update mailing_recipients set state = 'unknown' where id = ${items[0]!.id}`.execute(db);
  await ask('POST', `${path}/unknown`, { say: 'again', note: 'No le llegó', recipients: [items[0]!.id] });
  await house.settle();
  expect((await ask<Card>('GET', path)).counts).toMatchObject({ accepted: items.length, unknown: 0 });
  expect((await ask<Items<object>>('GET', '/mailings?state=finished')).items).toHaveLength(1);
});

test('by one click, with nobody signed in, a reader’s program takes back what he agreed to; opening the address changes nothing', async () => {
  const piece = await begin('press_release', 'Abren las matrículas');
  await sql`insert into contacts (kind, name, email, purposes, created_at, changed_at) values ('citizen', 'Rosa', 'rosa@x.co', array['boletin'], ${now}, ${now})`.execute(
    db,
  );
  const contact = await db.selectFrom('contacts').select('id').where('email', '=', 'rosa@x.co').executeTakeFirstOrThrow();
  await sql`insert into consents (contact_id, purpose, text_number, act, channel, at, proof) values (${contact.id}, 'boletin', 1, 'given', 'paper', '2026-01-01', '')`.execute(
    db,
  );
  await sql`insert into mailings (source_type, source_id, content_sha256, class, title, letter, sending_kind, purpose, segments, sha256, state, due_at, drafted_at, started_at)
    values ('piece', ${String(piece)}, '', 'public', 'Boletín', ${JSON.stringify({ subject: 'A', html: '<a href="{{one_click}}">B</a>', text: '{{one_click}}', language: 'es' })}::jsonb, 'subscription',
      'boletin', array['ciudadania'], repeat('0', 64), 'sending', ${now}, ${now}, ${now})`.execute(db);
  const other = await sql<{ id: number }>`update mailings set source_type = 'test' where title = 'Boletín' returning id`.execute(db);
  await house.settle();
  const mail = await db
    .selectFrom('mailing_recipients')
    .select(['id', 'mail_id'])
    .where('mailing_id', '=', other.rows[0]!.id)
    .executeTakeFirstOrThrow();
  const { text } = await readMail(
    commandContext(db, system, now, () => [], house.app.vault),
    mail.mail_id!,
  );
  const path = new URL(text).pathname;
  const purposes = async () =>
    (await db.selectFrom('contacts').select('purposes').where('id', '=', contact.id).executeTakeFirstOrThrow()).purposes;
  const opened = await house.ask(path);
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toMatch(/^\/subscription\/mine\//);
  expect(await purposes()).toEqual(['boletin']);
  const once = await house.ask(path, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(once.status).toBe(200);
  expect(await purposes()).toEqual([]);
  expect((await house.ask(path, { method: 'POST' })).status).toBe(200);
  expect((await house.ask(`${path.slice(0, -1)}0x`, { method: 'POST' })).status).toBe(404);
  const consent = await db
    .selectFrom('consents')
    .selectAll()
    .where('contact_id', '=', contact.id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(consent).toMatchObject({ act: 'withdrawn', channel: 'one_click', proof: `mailing:${other.rows[0]!.id} recipient:${mail.id}` });
});

test('every endpoint of this table was held here', () => {
  expect(unheld(mailingEndpoints)).toEqual([]);
});
