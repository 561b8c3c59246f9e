import { beforeAll, expect, test } from 'vitest';
import { countLetter } from '#domains/channels/index.ts';
import { commandContext } from '#platform/events/tell.ts';
import { system } from '#platform/ctx.ts';
import { notDelivered } from '#test/support/returned-mail.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';

const secret = 'una clave que solo sabe el proveedor';
const house = await openTestHouse({ env: { BOUNCE_HOOK_SECRET: secret } });
const origin = 'https://www.puertoclaro.gov.co';
const browser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36',
  'sec-fetch-site': 'cross-site',
};
beforeAll(async () => void (await seatCast(house)));

const told = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${house.origin}/hooks/returns`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const own = { authorization: `Bearer ${secret}` };

test('a provider is let in by its secret alone', async () => {
  const events = JSON.stringify({ events: [{ id: 'e1', recipient: 'a@example.org', kind: 'bounce', status: '5.1.1' }] });
  expect((await told(events)).status).toBe(401);
  expect((await told(events, { authorization: 'Bearer otra' })).status).toBe(401);
  const taken = await told(events, own);
  expect([taken.status, await taken.json()]).toEqual([200, { taken: 1 }]);
});

test('what it tells is looked at, bounded, and may be the report itself', async () => {
  expect((await told('{', own)).status).toBe(422);
  expect((await told('{"events":[]}', own)).status).toBe(422);
  expect((await told('x'.repeat(1_100_000), own)).status).toBe(413);
  expect((await told(notDelivered('a@example.org'), { ...own, 'content-type': 'message/rfc822' })).status).toBe(200);
});

test('a counted link leads where the letter does, an opening shows nothing, and neither is kept by anybody', async () => {
  const { letter } = await house.app.database.primary
    .transaction()
    .execute((db) =>
      countLetter(
        commandContext(db, system, house.app.clock(), house.app.owed, house.app.vault),
        { subject: 'x', html: '<body><a href="https://a.org/">a</a></body>', text: 'x', language: 'es' },
        { origin, counting: 'all' },
      ),
    );
  const [link, pixel] = [...letter.html.matchAll(/"https:\/\/www\.puertoclaro\.gov\.co(\/hooks\/letters\/[^"]+)"/g)].map(
    ([, path]) => path!,
  );
  const led = await house.ask(link!, { headers: browser });
  expect([led.status, led.headers.get('location'), led.headers.get('set-cookie')]).toEqual([302, 'https://a.org/', null]);
  const seen = await house.ask(pixel!, { headers: browser });
  expect([seen.status, seen.headers.get('content-type'), seen.headers.get('cache-control')]).toEqual([200, 'image/gif', 'no-store']);
  await house.ask(link!, { headers: { 'user-agent': 'Googlebot/2.1' } });
  // Looked at in the workspace.
  await house.ask(pixel!, { headers: { ...browser, 'sec-fetch-site': 'same-origin' } });
  const rows = await house.app.database.primary.selectFrom('letter_days').select(['number', 'count']).orderBy('number').execute();
  expect(rows).toEqual([
    { number: 0, count: 1 },
    { number: 1, count: 1 },
  ]);
  expect((await house.ask('/hooks/letters/1-1-0000000000000000')).status).toBe(404);
});
