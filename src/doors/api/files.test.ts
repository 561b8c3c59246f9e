import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { StoredFile } from '#platform/files/files.ts';
import { accepted } from '#platform/refusal.ts';
import { openTestHouse, type OpenHouse } from '#test/support/house.ts';

let house: OpenHouse;
let file: StoredFile;
const content = '%PDF-1.7\nActa del comité\n%%EOF\n\u0000';

beforeAll(async () => {
  house = await openTestHouse();
  const { app } = house;
  const ctx = commandContext(app.database.primary, system, app.clock(), app.owed);
  await app.database.primary
    .insertInto('people')
    .values({ name: 'Carmen Julio', email: 'carmen.julio@puertoclaro.gov.co', joined_at: app.clock() })
    .execute();
  file = accepted(await app.files.keep(ctx, { name: 'Acta «año».pdf', content: Readable.from([Buffer.from(content)]) }));
});

const publish = () =>
  house.app.files.publish(commandContext(house.app.database.primary, system, house.app.clock(), house.app.owed), file.id);

test('a file that is not public is not there for strangers, and is there for who signed in', async () => {
  expect((await house.ask(`/files/${file.id}`)).status).toBe(404);
  expect((await house.ask('/files/nothing')).status).toBe(404);
  const mine = await house.ask(`/files/${file.id}`, { as: 'carmen.julio@puertoclaro.gov.co' });
  expect([mine.status, mine.headers.get('cache-control')]).toEqual([200, expect.stringContaining('private')]);
});

test('a public file comes whole, in part, or not at all when it is known', async () => {
  await publish();
  const whole = await house.ask(`/files/${file.id}`);
  expect(whole.status).toBe(200);
  expect(await whole.text()).toBe(content);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': expect.stringContaining('public'),
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="Acta ano.pdf"; filename*=UTF-8''Acta%20%C2%ABa%C3%B1o%C2%BB.pdf`,
  });
  const part = await house.ask(`/files/${file.id}`, { headers: { range: 'bytes=0-3' } });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 0-3/${file.size}`, '%PDF']);
  expect((await house.ask(`/files/${file.id}`, { headers: { range: 'bytes=999-' } })).status).toBe(416);
  expect((await house.ask(`/files/${file.id}`, { headers: { 'if-none-match': whole.headers.get('etag')! } })).status).toBe(304);
  expect((await house.ask(`/files/${file.id}`, { method: 'HEAD' })).headers.get('content-length')).toBe(String(file.size));
  expect((await house.ask(`/files/${file.id}/thumb`)).status).toBe(404);
});
