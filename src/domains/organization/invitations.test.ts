import { expect, test } from 'vitest';
import { nobody } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { outbox, readMail } from '#platform/mail/outbox.ts';
import { freshDatabase } from '#test/support/database.ts';
import { accept, askReset, invite, readInvitation } from './invitations.ts';
import { identify } from './sessions.ts';

const database = await freshDatabase();
const db = database.primary;
const origin = 'https://pregon.puertoclaro.gov.co';
const noon = new Date('2026-11-22T17:00:00Z');
const caller = { device: '', next: null };
const at = (minutes: number) => commandContext(db, nobody, new Date(noon.getTime() + minutes * 60_000), () => []);
const password = 'el faro se apaga a las 6';

async function somebody(): Promise<{ id: string; email: string }> {
  return db
    .insertInto('people')
    .values({ name: 'Yenny Mosquera', email: `${crypto.randomUUID()}@puertoclaro.gov.co`, joined_at: noon })
    .returning(['id', 'email'])
    .executeTakeFirstOrThrow();
}

async function linkTo(email: string): Promise<string> {
  const { mails } = await outbox(at(0), { search: email });
  const { text } = await readMail(at(0), mails[0]!.id);
  return new RegExp(`${origin}/join/([\\w-]{43})`).exec(text)![1]!;
}

test('an invitation is a mail whose link chooses a password and comes in, once', async () => {
  const { id, email } = await somebody();
  await invite(at(0), { person: id, purpose: 'join', origin });
  const token = await linkTo(email);
  expect(await readInvitation(at(1), token)).toMatchObject({ name: 'Yenny Mosquera', purpose: 'join' });
  const came = await accept(at(1), token, { password }, caller);
  expect(came).toHaveProperty('token');
  expect(await accept(at(2), token, { password }, caller)).toMatchObject({ refused: 'invitation.used' });
});

test('a weak password is refused beside its field and the link stays good', async () => {
  const { id, email } = await somebody();
  await invite(at(0), { person: id, purpose: 'join', origin });
  const token = await linkTo(email);
  expect(await accept(at(1), token, { password: 'yenny.mosquera' }, caller)).toMatchObject({
    refused: 'password.own_name',
    field: 'password',
  });
  expect(await readInvitation(at(1), token)).not.toHaveProperty('refused');
});

test('a reset lasts an hour, voids the one before and ends the sessions', async () => {
  const { email } = await somebody();
  await askReset(at(0), { email, origin });
  const first = await linkTo(email);
  await askReset(at(1), { email, origin });
  const second = await linkTo(email);
  expect(await readInvitation(at(2), first)).toMatchObject({ refused: 'invitation.expired' });
  const came = await accept(at(3), second, { password }, caller);
  const cookie = (came as { token: string }).token;
  await askReset(at(4), { email, origin });
  const third = await linkTo(email);
  expect(await readInvitation(at(65), third)).toMatchObject({ refused: 'invitation.expired' });
  await accept(at(5), third, { password }, caller);
  expect((await identify(db, at(6).now, { cookie })).session).toBeNull();
});

test('an unknown mail or link tells nothing', async () => {
  const before = (await outbox(at(0))).total;
  await askReset(at(0), { email: 'nadie@example.org', origin });
  expect((await outbox(at(0))).total).toBe(before);
  expect(await readInvitation(at(0), 'x'.repeat(43))).toMatchObject({ refused: 'invitation.unknown' });
});

test('no event or audit row holds a token', async () => {
  const { id, email } = await somebody();
  await invite(at(0), { person: id, purpose: 'join', origin });
  const token = await linkTo(email);
  const told = await db.selectFrom('audit_entries').selectAll().execute();
  const events = await db.selectFrom('events').selectAll().execute();
  expect(JSON.stringify([told, events])).not.toContain(token);
});
