import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { freshDatabase } from '#test/support/database.ts';
import { describeSchema } from './describe.ts';
import { migrate, SchemaMismatch } from './migrate.ts';

test('the dumped schema is that of the migrated database', async () => {
  const { url } = await freshDatabase();
  expect(await describeSchema(url)).toBe(await readFile('db/schema.sql', 'utf8'));
});

test('migrating twice changes nothing', async () => {
  const { url } = await freshDatabase();
  expect(await migrate(url)).toEqual([]);
});

test('a database of a newer program is refused and left alone', async () => {
  const { url, primary } = await freshDatabase();
  await sql`insert into migrations (name, sha256) values ('9999_future.sql', 'x')`.execute(primary);
  await expect(migrate(url)).rejects.toThrow(SchemaMismatch);
  await expect(migrate(url)).rejects.toThrow('9999_future.sql');
});
