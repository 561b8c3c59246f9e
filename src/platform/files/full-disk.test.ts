import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { isFullDisk } from './full-disk.ts';
import { spool } from './spool.ts';

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (cause: unknown) => cause,
  );

// A device that has never room (Linux, full(4)).
test('a disk without room is known by what the kernel says', async () => {
  expect(isFullDisk(await thrown(spool(Readable.from([Buffer.alloc(100_000)]), '/dev/full')))).toBe(true);
  expect(isFullDisk(await thrown(spool(Readable.from([Buffer.alloc(10)]), '/no/such/folder/file')))).toBe(false);
});

test('a database without room is known by its code', async () => {
  const { primary } = await freshDatabase();
  const raised = (code: string) => thrown(sql.raw(`do $$ begin raise exception 'x' using errcode = '${code}'; end $$`).execute(primary));
  expect(isFullDisk(await raised('53100'))).toBe(true);
  expect(isFullDisk(new Error('outer', { cause: await raised('53100') }))).toBe(true);
  expect(isFullDisk(await raised('53200'))).toBe(false);
});
