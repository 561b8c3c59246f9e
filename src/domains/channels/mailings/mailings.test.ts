import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { accepted } from '#platform/refusal.ts';
import { openMailingDesk } from '#test/support/mailing-desk.ts';
import { letter } from '#test/support/mailing-desk.ts';
import { withdrawDispatches } from '../dispatches.ts';
import { approveMailing } from './approving.ts';
import { draftMailing, reviseMailingOf } from './mailings.ts';
import { revisedInput, startInput } from './mailings.input.ts';
import { noteReturned } from './returning.ts';
import { startMailing } from './starting.ts';
import { holdMailings, releaseMailings, steerMailing } from './steering.ts';

const desk = await openMailingDesk();
const { primary: db } = desk.database;
const editor = () => desk.as('editor');
const head = () => desk.as('head_of_communications');
const stateOf = async (mailing: number) => (await desk.card(mailing)).mailing.state;
beforeAll(() => desk.invite(40));

const given = {
  source: { type: 'piece', id: '7' },
  title: 'Boletín',
  class: 'public' as const,
  contentSha256: 'abc',
  letter,
  kind: 'subscription',
  purpose: 'boletin',
  segments: ['ciudadania'],
  excludedSegments: [],
  excludedMailings: [],
};

describe('a draft is refused', () => {
  test.each([
    [{ kind: 'subscription', purpose: null }, 'recipients.purpose'],
    [{ kind: 'service', purpose: 'boletin' }, 'recipients.purpose'],
    [{ kind: 'gossip' }, 'recipients.kind'],
    [{ segments: [] }, 'recipients.none'],
    [{ segments: ['nadie'] }, 'recipients.segment'],
    [{ class: 'internal' as const }, 'mailing.class'],
    [{ class: 'classified' as const, kind: 'internal', purpose: null }, 'mailing.class'],
    [{ letter: { ...letter, text: 'Hola {{nombre}}' } }, 'mailing.broken'],
    [{ letter: { ...letter, subject: ' ' } }, 'mailing.no_subject'],
  ])('%j', async (more, refused) => {
    expect(await draftMailing(editor(), { ...given, ...more })).toMatchObject({ refused });
  });

  test('what is not public goes to nobody outside, whatever a command says', async () => {
    const mailing = await desk.draft();
    await expect(sql`update mailings set class = 'internal' where id = ${mailing}`.execute(db)).rejects.toThrow(/mailings_class_guard/);
  });
});

describe('whoever wrote in it does not approve it', () => {
  test('and what changed since it was read is not approved with it', async () => {
    const mailing = await desk.draft();
    const { sha256, version } = (await desk.card(mailing)).mailing;
    expect(await approveMailing(editor(), { mailing, sha256 })).toMatchObject({ refused: 'mailing.own_work' });
    accepted(
      await reviseMailingOf(
        editor(),
        revisedInput.parse({ ...given, mailing, title: 'Otro', version, segments: ['ciudadania'], excludedSegments: ['ciudadania'] }),
      ),
    );
    expect(await approveMailing(head(), { mailing, sha256 })).toMatchObject({ refused: 'mailing.changed' });
  });

  test('an approved letter is never written again without being a draft again', async () => {
    const mailing = await desk.approved();
    await expect(sql`update mailings set letter = '{}' where id = ${mailing}`.execute(db)).rejects.toThrow(/approved/);
    const { version } = (await desk.card(mailing)).mailing;
    accepted(await reviseMailingOf(editor(), revisedInput.parse({ ...given, mailing, version })));
    expect(await stateOf(mailing)).toBe('draft');
    expect(await startMailing(editor(), startInput.parse({ mailing }))).toMatchObject({ refused: 'mailing.moved' });
  });

  test('an author may draft and not send; a reviewer may approve and not draft', async () => {
    const mailing = await desk.approved();
    await expect(startMailing(desk.as('author'), startInput.parse({ mailing }))).rejects.toThrow('mailings.send');
    await expect(draftMailing(desk.as('reviewer'), given)).rejects.toThrow('mailings.write');
  });
});

describe('who gets it', () => {
  test('is fixed at the start, without who got another one, and who came later does not', async () => {
    const first = await desk.start({}, { waves: 'size', size: 10, minutes: 5 });
    await desk.work();
    await desk.invite(5, 100);
    const second = await desk.start({ excludedMailings: [first] });
    await desk.work();
    expect((await desk.card(second)).mailing.recipients).toBe(35);
    expect((await desk.card(first)).mailing).toMatchObject({ recipients: 40, waves: 4 });
  });

  test('is nobody: it does not begin', async () => {
    const mailing = await desk.approved({ excludedSegments: ['ciudadania'] });
    expect(await startMailing(editor(), startInput.parse({ mailing }))).toMatchObject({ refused: 'mailing.nobody' });
  });

  test('no longer stands where it was written to once his data are erased', async () => {
    const mailing = await desk.start();
    await desk.work();
    await sql`update contacts set email = null, name = '', purposes = '{}', erased_at = now() where email = 'c1@x.co'`.execute(db);
    const rows = await sql<{ address: string }>`select r.address from mailing_recipients r join contacts c on c.id = r.contact_id
      where r.mailing_id = ${mailing} and c.erased_at is not null`.execute(db);
    expect(rows.rows).toEqual([{ address: '' }]);
  });
});

test('one that was scheduled leaves at its hour, and not before', async () => {
  const mailing = await desk.approved();
  expect(await desk.schedule(mailing, '2026-11-19T08:00')).toMatchObject({ refused: 'mailing.past' });
  accepted(await desk.schedule(mailing, '2026-11-20T11:00'));
  await desk.work();
  expect(await stateOf(mailing)).toBe('scheduled');
  desk.pass(70);
  await desk.work();
  expect(await stateOf(mailing)).toBe('finished');
});

test('under an embargo it is neither sent nor scheduled before it ends', async () => {
  const mailing = await desk.approved({ notBefore: new Date('2027-01-01T00:00:00Z') });
  expect(await startMailing(editor(), startInput.parse({ mailing }))).toMatchObject({ refused: 'mailing.embargo' });
  expect(await desk.schedule(mailing, '2026-12-20T11:00')).toMatchObject({ refused: 'mailing.embargo' });
});

test('everything is held and let go again, each as it was', async () => {
  const scheduled = await desk.approved();
  accepted(await desk.schedule(scheduled, '2026-12-01T08:00'));
  const going = await desk.start({}, { waves: 'percent', percent: 10, minutes: 600 });
  await desk.work();
  expect(await holdMailings(head(), 'Alerta')).toBeGreaterThan(1);
  expect([await stateOf(scheduled), await stateOf(going)]).toEqual(['held', 'held']);
  desk.pass(6000);
  await desk.work();
  expect((await desk.card(going)).counts.accepted).toBeLessThan(10);
  await releaseMailings(head(), 'Pasó');
  expect([await stateOf(scheduled), await stateOf(going)]).toEqual(['scheduled', 'sending']);
  for (const mailing of [scheduled, going]) accepted(await steerMailing(head(), { mailing, act: 'cancel', note: 'Ya no' }));
});

test('what its source was withdrawn from leaves no more', async () => {
  const mailing = await desk.approved({ source: { type: 'piece', id: '99' } });
  await withdrawDispatches(head(), { type: 'piece', id: '99' }, 'Estaba mal');
  expect(await stateOf(mailing)).toBe('cancelled');
});

test('a mail that comes back is known to have, once', async () => {
  const mailing = await desk.start();
  await desk.work();
  const { id } = await db
    .selectFrom('mailing_recipients')
    .select('id')
    .where('mailing_id', '=', mailing)
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(await noteReturned(head(), id, { state: 'bounced', answer: '550 no such user' })).toMatchObject({ mailing, state: 'bounced' });
  expect(await noteReturned(head(), id, { state: 'bounced', answer: '550' })).toBeUndefined();
  expect((await desk.card(mailing)).counts.bounced).toBe(1);
});
