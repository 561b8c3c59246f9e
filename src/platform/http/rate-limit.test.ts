import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#platform/db/database.ts';
import { freshDatabase } from '#test/support/database.ts';
import { forgive, limit, timesLeft } from './rate-limit.ts';

let here: { app: { database: Database } };
let there: { app: { database: Database } };
beforeAll(async () => {
  const database = await freshDatabase();
  here = { app: { database } };
  there = { app: { database: openDatabase(database.url, undefined, 2) } };
});
afterAll(() => there.app.database.close());

const nidia = 'nidia.arrieta@puertoclaro.gov.co';

test('two processes count together: the sixth waits, wherever it comes', async () => {
  for (const visit of [here, there, here, there, here]) expect(await limit(visit, 'sign_in', nidia)).toBeNull();
  expect(await timesLeft(there, 'sign_in', nidia)).toBe(0);
  expect(await limit(there, 'sign_in', nidia.toUpperCase())).toEqual({ refused: 'rate.wait', details: { minutes: 15 } });
});

test('another account, or another limit, is not held', async () => {
  expect(await limit(there, 'sign_in', 'diego.herazo@puertoclaro.gov.co')).toBeNull();
  expect(await limit(there, 'forgotten', nidia)).toBeNull();
});

test('what went well is forgiven everywhere', async () => {
  await forgive(here, 'sign_in', nidia);
  expect(await timesLeft(there, 'sign_in', nidia)).toBe(5);
  expect(await limit(there, 'sign_in', nidia)).toBeNull();
});

test('many at once do not slip through', async () => {
  const tries = await Promise.all(Array.from({ length: 40 }, (_, at) => limit(at % 2 ? here : there, 'sign_in', 'yenny')));
  expect(tries.filter((refusal) => refusal === null)).toHaveLength(5);
});

test('three hundred people behind one address are not punished', async () => {
  const tries = await Promise.all(Array.from({ length: 300 }, () => limit(here, 'unknown_account', 'one address')));
  expect(tries.every((refusal) => refusal === null)).toBe(true);
});

test('no account is written down', async () => {
  const rows = await here.app.database.primary.selectFrom('rate_limits').select('key').execute();
  expect(rows.filter(({ key }) => key.includes('arrieta'))).toEqual([]);
});
