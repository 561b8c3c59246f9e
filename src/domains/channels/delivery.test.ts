import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { readMail } from '#platform/mail/outbox.ts';
import { passingVault } from '#platform/secrets/vault.ts';
import { openLog } from '#platform/log/log.ts';
import { accepted } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { furnishOffice } from '#test/support/office.ts';
import type { Carrying } from './carriers.ts';
import { deliverDue } from './delivery.ts';
import type { Snapshot } from './dispatch.ts';
import { scheduleDispatches, cancelDispatches, withdrawDispatches } from './dispatches.ts';
import { mailCarrier } from './mail-carrier.ts';
import { nextDispatchDue } from './due.ts';
import { carryDispatch, settleUnknown, steerDispatch } from './steering.ts';

const database = await freshDatabase();
const db = database.primary;
const { people, ctx: office } = await furnishOffice(db);
let now = new Date('2026-11-21T15:00:00Z');
const house = { database, log: openLog('silent'), clock: () => now, owed: () => [], vault: passingVault };
const head: Actor = {
  kind: 'person',
  id: people.head_of_communications,
  name: 'Marcela',
  grants: [{ role: 'head_of_communications', unit: null, units: [] }],
};
const as = (actor: Actor = head) => commandContext(db, actor, now, () => []);
const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

const snapshot: Snapshot = {
  title: 'Vacunas',
  lead: 'Este domingo.',
  text: 'En 14 barrios.',
  html: '<p>En 14 barrios.</p>',
  path: '/intranet/news/vacunas',
};
let number = 0;
const schedule = async (channels: readonly string[], dueAt = now, more: { class?: 'public' | 'internal' } = {}) =>
  scheduleDispatches(as(), {
    source: { type: 'piece', id: String((number += 1)) },
    title: 'Vacunas',
    class: 'public',
    contentSha256: 'abc',
    dueAt,
    snapshots: Object.fromEntries(channels.map((code) => [code, snapshot])),
    ...more,
  });
const one = async (channel: string, dueAt = now) => accepted(await schedule([channel], dueAt))[0]!;
const stateOf = async (id: number) =>
  (await db.selectFrom('dispatches').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
const movesOf = async (id: number) =>
  (await db.selectFrom('dispatch_moves').select('state').where('dispatch_id', '=', id).orderBy('id').execute()).map(({ state }) => state);

let shown: number[] = [];
const inside: Carrying = {
  carriers: [
    {
      means: 'portal',
      within: (_, { id }) => {
        shown.push(id);
        return Promise.resolve('delivered');
      },
    },
    mailCarrier('https://puertoclaro.gov.co'),
  ],
  sources: [],
};
beforeEach(async () => {
  shown = [];
  await db
    .updateTable('dispatches')
    .set({ state: 'cancelled' })
    .where('state', 'in', ['scheduled', 'held', 'waiting', 'sending'])
    .execute();
});

describe('what is due', () => {
  test('leaves at its minute, not before, and once', async () => {
    const id = await one('pagina-web', new Date(now.getTime() + 60_000));
    await deliverDue(house, inside);
    expect([shown, await stateOf(id)]).toEqual([[], 'scheduled']);
    expect(await nextDispatchDue(db)).toEqual(new Date(now.getTime() + 60_000));
    pass(1);
    await Promise.all([deliverDue(house, inside), deliverDue(house, inside)]);
    await deliverDue(house, inside);
    expect([shown, await movesOf(id)]).toEqual([[id], ['scheduled', 'delivered']]);
  });

  test('that breaks leaves nothing behind, is tried three times, and waits for a person', async () => {
    const id = await one('pagina-web');
    const broken: Carrying = { ...inside, carriers: [{ means: 'portal', within: () => Promise.reject(new Error('se cayó')) }] };
    for (let round = 0; round < 4; round += 1) {
      await deliverDue(house, broken);
      pass(2);
    }
    expect(await stateOf(id)).toBe('failed');
    await deliverDue(house, inside);
    expect(shown).toEqual([]);
    accepted(await steerDispatch(as(), { dispatch: id, act: 'retry', note: '' }));
    await deliverDue(house, inside);
    expect([shown, await stateOf(id)]).toEqual([[id], 'delivered']);
  });

  test('waits while somebody holds its source, and is stopped when it is no longer what was approved', async () => {
    const id = await one('pagina-web');
    const keeper = (answer: 'busy' | 'void'): Carrying => ({
      ...inside,
      sources: [{ type: 'piece', lock: () => Promise.resolve(answer) }],
    });
    expect(await deliverDue(house, keeper('busy'))).toBe(true);
    expect(await stateOf(id)).toBe('scheduled');
    await deliverDue(house, keeper('void'));
    expect([shown, await stateOf(id)]).toEqual([[], 'cancelled']);
  });
});

describe('what leaves the house', () => {
  const outside = (answer: () => Promise<'delivered' | { failed: string }>): Carrying => ({
    ...inside,
    carriers: [{ means: 'by_hand', outside: answer }],
  });

  test('is unknown when nobody says how it ended, and is not sent again by itself', async () => {
    let sent = 0;
    const lose = outside(() => {
      sent += 1;
      return Promise.reject(new Error('se cortó'));
    });
    const id = await one('carteleras');
    await deliverDue(house, lose);
    expect(await stateOf(id)).toBe('sending');
    pass(11);
    await deliverDue(house, lose);
    expect([sent, await stateOf(id)]).toEqual([1, 'unknown']);
    expect(await steerDispatch(as(), { dispatch: id, act: 'retry', note: '' })).toMatchObject({ refused: 'dispatch.moved' });
    accepted(await settleUnknown(as(), { dispatch: id, left: 'no', note: 'No llegó a la red.' }));
    accepted(await steerDispatch(as(), { dispatch: id, act: 'retry', note: '' }));
    await deliverDue(
      house,
      outside(() => Promise.resolve('delivered')),
    );
    expect([sent, await movesOf(id)]).toEqual([1, ['scheduled', 'sending', 'unknown', 'failed', 'scheduled', 'sending', 'delivered']]);
  });

  test('that was refused fails at once', async () => {
    const id = await one('carteleras');
    await deliverDue(
      house,
      outside(() => Promise.resolve({ failed: 'La red rechazó la clave.' })),
    );
    expect(await stateOf(id)).toBe('failed');
  });
});

describe('by hand', () => {
  test('it waits for a person, who says how it left', async () => {
    const id = await one('carteleras');
    await deliverDue(house, inside);
    expect(await stateOf(id)).toBe('waiting');
    accepted(await carryDispatch(as(), { dispatch: id, note: 'En las tres carteleras del edificio.' }));
    expect(await movesOf(id)).toEqual(['scheduled', 'waiting', 'delivered']);
    expect(await carryDispatch(as(), { dispatch: id, note: 'Otra vez.' })).toMatchObject({ refused: 'dispatch.moved' });
  });

  test('whoever holds no such role may not say it', async () => {
    const id = await one('carteleras');
    await deliverDue(house, inside);
    const staff: Actor = { ...head, grants: [{ role: 'staff', unit: null, units: [] }] };
    await expect(carryDispatch(as(staff), { dispatch: id, note: 'Ya' })).rejects.toThrow('not allowed');
  });
});

test('by mail everybody in the house is written to once, and told when it is withdrawn', async () => {
  await db.updateTable('people').set({ left_at: now }).where('id', '=', people.staff).execute();
  const id = await one('correo-interno');
  await deliverDue(house, inside);
  const mails = async () => {
    const rows = await db.selectFrom('outbox_mails').select('id').orderBy('id').execute();
    return Promise.all(rows.map(({ id }) => readMail(as(), id)));
  };
  const first = await mails();
  expect(new Set(first.map(({ to }) => to)).size).toBe(first.length);
  expect(first.length).toBe(Object.keys(people).length - 1);
  expect(first[0]!.text).toContain('https://puertoclaro.gov.co/intranet/news/vacunas');
  await withdrawDispatches(as(), { type: 'piece', id: String(number) }, 'Cambió la fecha.');
  expect(await stateOf(id)).toBe('withdrawn');
  const told = (await mails()).slice(first.length);
  expect(told.length).toBe(first.length);
  expect(told[0]!.text).toContain('Cambió la fecha.');
});

describe('what is scheduled', () => {
  test('again by the same channel takes the place of the first', async () => {
    const source = { type: 'piece', id: 'twice' };
    const given = {
      source,
      title: 'Vacunas',
      class: 'public' as const,
      contentSha256: 'abc',
      dueAt: now,
      snapshots: { 'pagina-web': snapshot },
    };
    const [first] = accepted(await scheduleDispatches(as(), given));
    const [second] = accepted(await scheduleDispatches(as(), { ...given, contentSha256: 'def' }));
    expect([await stateOf(first!), await stateOf(second!)]).toEqual(['cancelled', 'scheduled']);
    await deliverDue(house, inside);
    const [third] = accepted(await scheduleDispatches(as(), { ...given, contentSha256: 'ghi' }));
    await deliverDue(house, inside);
    expect([await stateOf(second!), await stateOf(third!)]).toEqual(['replaced', 'delivered']);
  });

  test('is refused by a public channel when it is not public, also by the database', async () => {
    expect(await schedule(['pagina-web'], now, { class: 'internal' })).toMatchObject({ refused: 'dispatch.class' });
    expect(await schedule([], now)).toMatchObject({ refused: 'dispatch.no_channel' });
    expect(await schedule(['paloma'], now)).toMatchObject({ refused: 'dispatch.closed_channel' });
    await expect(
      db
        .insertInto('dispatches')
        .values({
          channel: 'pagina-web',
          public: true,
          source_type: 'piece',
          source_id: 'x',
          content_sha256: 'x',
          class: 'internal',
          state: 'scheduled',
          due_at: now,
          snapshot: '{}',
          scheduled_at: now,
        })
        .execute(),
    ).rejects.toThrow(/dispatches_class_guard/);
  });

  test('may be held, let go and stopped', async () => {
    const id = await one('pagina-web');
    accepted(await steerDispatch(as(), { dispatch: id, act: 'hold', note: '' }));
    await deliverDue(house, inside);
    expect(shown).toEqual([]);
    accepted(await steerDispatch(as(), { dispatch: id, act: 'release', note: '' }));
    expect(await cancelDispatches(office, { type: 'piece', id: String(number) })).toBe(1);
    expect(await stateOf(id)).toBe('cancelled');
  });
});
