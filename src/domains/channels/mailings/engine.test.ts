import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { stopWriting, withdrawConsent } from '#domains/audiences/index.ts';
import { accepted } from '#platform/refusal.ts';
import { readMail } from '#platform/mail/outbox.ts';
import { openMailingDesk } from '#test/support/mailing-desk.ts';
import { openSink, type Stage } from '#test/support/smtp-sink.ts';
import { recipientOfBounce } from '../verp.ts';
import { simpleParts } from '#test/support/mail-parts.ts';
import { steerMailing } from './steering.ts';
import { settleUnknownRecipients } from './settling.ts';

const sink = await openSink();
const desk = await openMailingDesk({ SMTP_URL: sink.url, SMTP_CONNECTIONS: '4', BOUNCE_DOMAIN: 'rebotes.puertoclaro.gov.co' });
const { primary: db } = desk.database;
const hasty = { connect: 300, answer: 300, message: 300 };
afterAll(() => sink.close());

const states = async (mailing: number) =>
  Object.fromEntries(Object.entries((await desk.card(mailing)).counts).filter(([, count]) => count > 0));
const one = (mailing: number) =>
  db.selectFrom('mailing_recipients').selectAll().where('mailing_id', '=', mailing).executeTakeFirstOrThrow();
const got = () => sink.taken.map(({ to }) => to).toSorted();

beforeEach(async () => {
  sink.taken.length = 0;
  sink.whim = () => undefined;
  await sql`delete from suppressions`.execute(db);
  await sql`truncate mailing_recipients, contacts restart identity cascade`.execute(db);
  await sql`delete from mail_servers`.execute(db);
});

test('each recipient gets his own letter once, with the headers that let him stop it', async () => {
  await desk.invite(30);
  const mailing = await desk.start();
  await desk.work();
  expect(await states(mailing)).toEqual({ accepted: 30 });
  expect(new Set(got()).size).toBe(30);
  const { mailing: after } = await desk.card(mailing);
  expect(after).toMatchObject({ state: 'finished', recipients: 30 });
  const { from, data, to } = sink.taken[0]!;
  const { headers, text, html } = simpleParts(data);
  expect(headers).toMatchObject({
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'auto-submitted': 'auto-generated',
    'list-id': '<boletin.www.puertoclaro.gov.co>',
    subject: 'Hola, Ana: así va el plan',
  });
  expect(headers.to).toContain(to);
  const link = /<(.*)>/.exec(headers['list-unsubscribe']!)![1]!;
  expect(text).toContain(`Hola, Ana.\n\nNo quiero más: ${link}`);
  expect(html).toContain(`<a href="${link}">`);
  const recipient = await db.selectFrom('mailing_recipients').select('id').where('address', '=', to).executeTakeFirstOrThrow();
  expect(recipientOfBounce(desk.app.vault, from)).toBe(recipient.id);
});

test('who took back what he agreed to, or asked not to be written to, after the list was fixed is not written to', async () => {
  await desk.invite(3);
  const mailing = await desk.start({}, { waves: 'size', size: 1, minutes: 5 });
  await desk.work();
  const waiting = await db
    .selectFrom('mailing_recipients')
    .select('contact_id')
    .where('mailing_id', '=', mailing)
    .where('state', '=', 'queued')
    .execute();
  accepted(await stopWriting(desk.as('editor'), { id: waiting[0]!.contact_id }));
  await sql`update contacts set purposes = '{}' where id = ${waiting[1]!.contact_id}`.execute(db);
  desk.pass(6);
  await desk.work();
  desk.pass(6);
  await desk.work();
  expect(await states(mailing)).toEqual({ accepted: 1, suppressed: 2 });
  expect((await desk.card(mailing)).mailing.state).toBe('finished');
});

test('a letter that breaks for one of ten thousand is not sent to him, and is to all others', { timeout: 120_000 }, async () => {
  const many = 10_000;
  await desk.invite(many);
  await sql`update contacts set organization = 'Casa de la Cultura' where email <> 'c7007@x.co'`.execute(db);
  const mailing = await desk.start({ letter: { subject: 'A', html: '<p>{{organization}}</p>', text: '{{organization}}', language: 'es' } });
  await desk.work({}, { SMTP_CONNECTIONS: '24' });
  expect(await states(mailing)).toEqual({ accepted: many - 1, suppressed: 1 });
  expect(new Set(got()).size).toBe(many - 1);
  const odd = await db.selectFrom('mailing_recipients').selectAll().where('state', '=', 'suppressed').executeTakeFirstOrThrow();
  expect(odd).toMatchObject({ address: 'c7007@x.co', reason: 'broken:organization' });
});

describe('a server', () => {
  test('that says never ends it for that recipient; one that says later is asked again, and in the end taken at its word', async () => {
    await desk.invite(3);
    sink.whim = (stage, { to }) =>
      stage !== 'rcpt' ? undefined : to === 'c1@x.co' ? '550 5.1.1 nobody' : to === 'c2@x.co' ? '451 4.7.1 later' : undefined;
    const mailing = await desk.start({}, { failPercent: 100 });
    await desk.work();
    expect(await states(mailing)).toEqual({ accepted: 1, bounced: 1, queued: 1 });
    for (let round = 0; round < 6; round++) {
      desk.pass(300);
      await desk.work();
    }
    expect(await states(mailing)).toEqual({ accepted: 1, bounced: 2 });
    expect(got()).toEqual(['c3@x.co']);
    const reasons = await db
      .selectFrom('mailing_recipients')
      .select(['address', 'reason', 'answer'])
      .where('state', '=', 'bounced')
      .orderBy('address')
      .execute();
    expect(reasons).toEqual([
      { address: 'c1@x.co', reason: 'address', answer: '550 5.1.1 nobody' },
      { address: 'c2@x.co', reason: 'gave_up', answer: '451 4.7.1 later' },
    ]);
  });

  test.each(['mail', 'rcpt', 'data'] as const)('that goes away at %s leaves it certain: it leaves later, once', async (at) => {
    await desk.invite(1);
    let cuts = 0;
    sink.whim = (stage) => (stage === at && cuts++ === 0 ? 'cut' : undefined);
    const mailing = await desk.start();
    await desk.work();
    expect(await states(mailing)).toEqual({ queued: 1 });
    desk.pass(2);
    await desk.work();
    expect(await states(mailing)).toEqual({ accepted: 1 });
    expect(got()).toEqual(['c1@x.co']);
  });

  test.each(['body', 'taken'] as const)('that goes away at %s leaves it unknown: only a person’s word sends it again', async (at) => {
    await desk.invite(1);
    let cuts = 0;
    sink.whim = (stage) => (stage === at && cuts++ === 0 ? 'cut' : undefined);
    const mailing = await desk.start({}, { failPercent: 100 });
    await desk.work();
    desk.pass(600);
    await desk.work();
    expect(await states(mailing)).toEqual({ unknown: 1 });
    expect(sink.taken.length).toBe(at === 'taken' ? 1 : 0);
    expect(await settleUnknownRecipients(desk.as('editor'), { mailing, say: 'again', note: 'No llegó', recipients: [] })).toEqual({
      settled: 1,
    });
    await desk.work();
    expect(await states(mailing)).toEqual({ accepted: 1 });
  });

  test.each([
    ['connect', { queued: 1 }],
    ['rcpt', { queued: 1 }],
    ['data', { queued: 1 }],
    ['taken', { unknown: 1 }],
  ] satisfies [Stage, object][])('that says nothing at %s is not waited for without end', async (at, after) => {
    await desk.invite(1);
    sink.whim = (stage) => (stage === at ? new Promise((answer) => setTimeout(() => answer(undefined), 1000).unref()) : undefined);
    const mailing = await desk.start({}, { failPercent: 100 });
    await desk.work({ patience: hasty });
    expect(await states(mailing)).toEqual(after);
  });

  test('that does not take mail is replaced by the next, and nobody is lost', async () => {
    const second = await openSink();
    await desk.invite(10);
    sink.whim = (stage) => (stage === 'connect' ? '421 too busy' : undefined);
    const mailing = await desk.start();
    await desk.work({}, { SMTP_URL_2: second.url });
    second.close();
    expect(await states(mailing)).toEqual({ accepted: 10 });
    expect(second.taken.length).toBe(10);
    expect((await desk.card(mailing)).servers).toMatchObject([{ number: 1, failing: true, error: '421 too busy' }]);
  });

  // Whoever closes the door, or refuses our sender, says nothing of a recipient.
  test.each([
    ['connect', 'cut', 'queued'],
    ['connect', '421 4.3.2 busy', 'queued'],
    ['connect', '554 5.3.2 closed', 'queued'],
    ['mail', '451 4.3.0 later', 'queued'],
    ['mail', '550 5.7.1 not you', 'queued'],
    ['rcpt', '451 4.2.1 later', 'queued'],
    ['rcpt', '550 5.1.1 nobody', 'bounced'],
    ['data', '451 4.3.0 later', 'queued'],
    ['data', '554 5.6.0 not that', 'bounced'],
    ['taken', '451 4.3.0 later', 'queued'],
    ['taken', '554 5.7.1 not that', 'bounced'],
  ] satisfies [Stage, string, string][])('that at %s says «%s» leaves it %s; what waits leaves later', async (at, says, after) => {
    await desk.invite(1);
    let said = false;
    sink.whim = (stage) => {
      if (stage !== at || said) return undefined;
      said = true;
      return says;
    };
    const mailing = await desk.start({}, { failPercent: 100 });
    await desk.work();
    expect(await states(mailing)).toEqual({ [after]: 1 });
    // Whom it did not take it does not have, also when it had heard all of the letter.
    sink.taken.length = 0;
    await sql`delete from mail_servers`.execute(db);
    desk.pass(2);
    await desk.work();
    expect(await states(mailing)).toEqual({ [after === 'queued' ? 'accepted' : after]: 1 });
    expect(sink.taken.length).toBe(after === 'queued' ? 1 : 0);
  });

  test('that takes its time at everything is waited for', async () => {
    await desk.invite(2);
    sink.whim = () => new Promise((answer) => setTimeout(() => answer(undefined), 60));
    const mailing = await desk.start();
    await desk.work({ patience: hasty });
    expect(await states(mailing)).toEqual({ accepted: 2 });
  });
});

test('too many failures pause it, and whoever let it go is told', async () => {
  await desk.invite(200);
  sink.whim = (stage) => (stage === 'rcpt' ? '550 no' : undefined);
  const mailing = await desk.start({}, { failPercent: 10 });
  await desk.work();
  const { mailing: after, counts } = await desk.card(mailing);
  expect(after.state).toBe('paused');
  expect(counts.queued).toBeGreaterThan(150);
  const told = await db.selectFrom('notifications').select('kind').where('person_id', '=', desk.people.editor).execute();
  expect(told.map(({ kind }) => kind)).toContain('mailing.failing');
});

test('what is paused stops at once, also what was taken up, and goes on where it was', async () => {
  await desk.invite(60);
  const mailing = await desk.start();
  let asked: Promise<unknown> | undefined;
  sink.whim = async (stage) => {
    if (stage === 'rcpt' && sink.taken.length >= 10)
      await (asked ??= steerMailing(desk.as('editor'), { mailing, act: 'pause', note: 'Un error' }));
    return undefined;
  };
  await desk.work();
  expect((await states(mailing)).accepted).toBeLessThan(20);
  expect((await states(mailing)).attempted).toBeUndefined();
  accepted(await steerMailing(desk.as('editor'), { mailing, act: 'resume', note: '' }));
  await desk.work();
  expect(await states(mailing)).toEqual({ accepted: 60 });
  expect(new Set(got()).size).toBe(60);
  expect(sink.taken.length).toBe(60);
});

test('two workers share it and nobody gets two', async () => {
  await desk.invite(300);
  const mailing = await desk.start();
  await Promise.all([desk.work(), desk.work()]);
  await desk.work();
  expect(await states(mailing)).toEqual({ accepted: 300 });
  expect(sink.taken.length).toBe(300);
  expect(new Set(got()).size).toBe(300);
});

test('what a worker that is gone had on its way is named unknown, and the rest is taken over', async () => {
  await desk.invite(5);
  const mailing = await desk.start({}, { failPercent: 100 });
  // The list as a killed worker leaves it: two on their way, one taken, two untouched.
  sink.whim = (stage) => (stage === 'connect' ? '421 no' : undefined);
  await desk.work();
  const ids = (await db.selectFrom('mailing_recipients').select('id').where('mailing_id', '=', mailing).orderBy('id').execute()).map(
    ({ id }) => id,
  );
  const gone = crypto.randomUUID();
  await db.updateTable('mailing_recipients').set({ worker: gone, state: 'attempted' }).where('id', 'in', ids.slice(0, 2)).execute();
  await db.updateTable('mailing_recipients').set({ worker: gone }).where('id', '=', ids[2]!).execute();
  await sql`delete from mail_servers`.execute(db);
  sink.whim = () => undefined;
  await desk.work();
  expect(await states(mailing)).toEqual({ unknown: 2, accepted: 3 });
  expect(sink.taken.length).toBe(3);
});

test('a limit holds for all workers together, and by the database’s clock', async () => {
  await desk.invite(25);
  const mailing = await desk.start();
  await Promise.all([desk.work({}, { SMTP_RATE: '10/h' }), desk.work({}, { SMTP_RATE: '10/h' })]);
  expect(sink.taken.length).toBe(10);
  await sql`update mail_grants set at = at - interval '61 minutes'`.execute(db);
  await desk.work({}, { SMTP_RATE: '10/h' });
  expect(sink.taken.length).toBe(20);
  await sql`delete from mail_grants`.execute(db);
  await desk.work();
  expect(await states(mailing)).toEqual({ accepted: 25 });
});

test('a name cannot begin a header, and an address that ends a command is not written to', async () => {
  await desk.invite(2);
  await sql`update contacts set name = E'Ana\r\nBcc: otra@example.org' where email = 'c1@x.co'`.execute(db);
  await sql`update contacts set email = E'c2@x.co>\r\nDATA' where email = 'c2@x.co'`.execute(db);
  const mailing = await desk.start();
  await desk.work();
  expect(await states(mailing)).toEqual({ accepted: 1, suppressed: 1 });
  expect(simpleParts(sink.taken[0]!.data).headers.bcc).toBeUndefined();
  expect((await one(mailing)).mailing_id).toBe(mailing);
});

test('a clock that was moved sends nothing twice and leaves nobody out', async () => {
  await desk.invite(40);
  const mailing = await desk.start();
  sink.whim = (stage) => {
    if (stage === 'rcpt') desk.pass(Math.random() < 0.5 ? -5000 : 4000);
    return undefined;
  };
  await Promise.all([desk.work(), desk.work()]);
  await desk.work();
  expect(await states(mailing)).toEqual({ accepted: 40 });
  expect(sink.taken.length).toBe(40);
});

test('when the database’s disk is full in the middle nobody is left out and nobody has two', { timeout: 60_000 }, async () => {
  const many = 60;
  await desk.invite(many);
  const mailing = await desk.start({}, { failPercent: 100 });
  // The database refuses what it has no room for (PostgreSQL, «Error Codes», 53100), until somebody makes some.
  await sql`create sequence room start 1`.execute(db);
  await sql`create function no_room() returns trigger language plpgsql as $$ begin
    if (select is_called from room) then raise exception 'could not extend file: No space left on device' using errcode = '53100'; end if;
    return new; end $$`.execute(db);
  await sql`create trigger no_room before update on mailing_recipients for each row execute function no_room()`.execute(db);
  let full: Promise<unknown> | undefined;
  sink.whim = async (stage) => {
    if (stage === 'taken' && sink.taken.length >= 15) {
      full ??= sql`select nextval('room')`.execute(db).then(() => setTimeout(() => void sql`alter sequence room restart`.execute(db), 600));
      await full;
    }
    return undefined;
  };
  await expect
    .poll(
      async () => {
        await desk.work().catch(() => undefined);
        return (await desk.card(mailing)).mailing.state;
      },
      { timeout: 40_000 },
    )
    .toBe('finished');
  await sql`drop trigger no_room on mailing_recipients`.execute(db);
  expect(full).toBeDefined();
  const after = await states(mailing);
  expect((after.accepted ?? 0) + (after.unknown ?? 0)).toBe(many);
  expect(after.unknown ?? 0).toBeLessThan(10);
  expect(new Set(got()).size).toBe(sink.taken.length);
  const accepted = await db.selectFrom('mailing_recipients').select('address').where('state', '=', 'accepted').execute();
  expect(accepted.filter(({ address }) => !got().includes(address))).toEqual([]);
});

test('with no server it goes to the house’s outbox: what is the same for all is there once', async () => {
  await desk.invite(12);
  const mailing = await desk.start();
  await desk.work({}, { SMTP_URL: '' });
  expect(await states(mailing)).toEqual({ accepted: 12 });
  const { mail_id: mail } = await one(mailing);
  const read = await readMail(desk.as('administrator'), mail!);
  expect(read).toMatchObject({ state: 'kept', subject: 'Hola, Ana: así va el plan' });
  expect(read.text).toMatch(/^Hola, Ana\.\n\nNo quiero más: https:\/\/www\.puertoclaro\.gov\.co\/hooks\/unsubscribe\//);
  expect(await db.selectFrom('outbox_letters').select('id').execute()).toHaveLength(1);
  expect(sink.taken).toEqual([]);
});

test('a withdrawal holds for what is sent after it', async () => {
  await desk.invite(2);
  const contact = await db.selectFrom('contacts').select('id').where('email', '=', 'c1@x.co').executeTakeFirstOrThrow();
  await sql`insert into consents (contact_id, purpose, text_number, act, channel, at, proof) values (${contact.id}, 'boletin', 1, 'given', 'paper', '2026-01-01', '')`.execute(
    db,
  );
  accepted(await withdrawConsent(desk.as('editor'), { id: contact.id, purpose: 'boletin' }));
  const mailing = await desk.start();
  await desk.work();
  expect(await states(mailing)).toEqual({ accepted: 1 });
  expect(got()).toEqual(['c2@x.co']);
});
