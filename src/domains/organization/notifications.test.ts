import { expect, test } from 'vitest';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { mailNotices } from './notice-mails.ts';
import { chooseNotices, notify, noticeChoices, ownNotices, readNotice, unreadNotices } from './notifications.ts';

const house = await openTestHouse({ env: { PROCESS: 'web' } });
const cast = await seatCast(house);
const told = (to: readonly string[], title: string) =>
  notify(cast.as('julian'), {
    to,
    kind: 'piece.approved',
    facts: { who: 'Julián', title },
    path: '/workspace/pieces/7',
    subject: { type: 'piece', id: 7 },
  });
const mails = async () =>
  (await house.app.database.primary.selectFrom('outbox_mails').select(['to_address', 'subject']).orderBy('id').execute()).map(
    ({ to_address, subject }) => [to_address, subject],
  );

test('whoever should know is told once, and not of what he did himself; one click leads to the thing and reads it', async () => {
  await told([cast.people.marcela, cast.people.marcela, cast.people.julian], 'El predial');
  expect(await unreadNotices(cast.as('julian'))).toBe(0);
  const { notices, unread } = await ownNotices(cast.as('marcela'), 'es');
  expect([unread, notices[0]!.says]).toEqual([1, 'Julián aprobó El predial']);
  expect(await readNotice(cast.as('marcela'), notices[0]!.id)).toBe('/workspace/pieces/7');
  expect(await unreadNotices(cast.as('marcela'))).toBe(0);
});

test('mail goes at once to who wants it so, in one digest to the others, never to who does not, and once', async () => {
  await chooseNotices(cast.as('nidia'), { ...(await noticeChoices(cast.as('nidia'))), piece: 'at_once' });
  await chooseNotices(cast.as('diego'), { ...(await noticeChoices(cast.as('diego'))), piece: 'never' });
  const people = [cast.people.nidia, cast.people.diego, cast.people.rosa];
  await told(people, 'El acueducto');
  await told(people, 'La ciclorruta');
  expect(await mailNotices(cast.as(), 'at_once', 'https://pregon.example')).toBe(2);
  expect(await mailNotices(cast.as(), 'digest', 'https://pregon.example')).toBe(1);
  expect(await mailNotices(cast.as(), 'digest', 'https://pregon.example')).toBe(0);
  expect((await mails()).map(([, subject]) => subject)).toEqual([
    'Julián aprobó El acueducto',
    'Julián aprobó La ciclorruta',
    '2 avisos de Alcaldía de Puerto Claro',
  ]);
});

test('a notice of another is not there', async () => {
  await told([cast.people.rosa], 'Otra');
  const { notices } = await ownNotices(cast.as('rosa'), 'es');
  await expect(readNotice(cast.as('carmen'), notices[0]!.id)).rejects.toThrow();
});
