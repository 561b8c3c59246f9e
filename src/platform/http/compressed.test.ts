import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { compressed } from './compressed.ts';
import { beside, bodyOf, poured, whole } from './whole-body.ts';

const text = 'Que la ciudadanía sepa a tiempo. '.repeat(100);
const html = { headers: { 'content-type': 'text/html; charset=utf-8' } };
const kept = new TextEncoder().encode(text);

const house = new Hono()
  .use(compressed())
  .get('/written', () => whole(text, html))
  .get('/kept', () => whole(kept, { headers: { ...html.headers, etag: '"a"' } }))
  .get('/streamed', () => new Response(new Blob([text]).stream(), html))
  .get('/short', () => whole('sí', html))
  .get('/picture', () => whole(kept, { headers: { 'content-type': 'image/webp' } }));

const ask = (path: string, accepted?: string, method = 'GET') =>
  house.request(path, { method, ...(accepted === undefined ? {} : { headers: { 'accept-encoding': accepted } }) });

test.each(['/written', '/kept', '/streamed'])('%s comes in gzip to who takes it, the same in words', async (path) => {
  const answer = await ask(path, 'br, gzip;q=0.8');
  expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual(['gzip', 'accept-encoding']);
  expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(text);
});

test('what was compressed is the same content in other bytes, and is compressed once', async () => {
  const answers = await Promise.all([ask('/kept', 'gzip'), ask('/kept', 'gzip')]);
  expect(answers.map(({ headers }) => headers.get('etag'))).toEqual(['W/"a"', 'W/"a"']);
  expect(bodyOf(answers[0]!)).toBe(bodyOf(answers[1]!));
});

test.each([
  ['/written', undefined],
  ['/written', 'br'],
  ['/written', 'gzip;q=0'],
  ['/short', 'gzip'],
  ['/picture', 'gzip'],
])('%s stays as it is for «%s»', async (path, accepted) => {
  expect((await ask(path, accepted)).headers.has('content-encoding')).toBe(false);
});

test('a head alone has no body and says that it would depend on what one takes', async () => {
  const answer = await ask('/written', 'gzip', 'HEAD');
  expect([await answer.text(), answer.headers.get('vary')]).toEqual(['', 'accept-encoding']);
});

test('a body beside its answer is poured in at the end', async () => {
  const answer = beside(text, { status: 404, ...html });
  expect([answer.body, answer.status]).toEqual([null, 404]);
  expect([await poured(answer).text(), poured(answer).status]).toEqual([text, 404]);
});
