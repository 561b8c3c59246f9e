import { inject } from 'vitest';
import pg from 'pg';
import { openDatabase, type Database } from '#platform/db/database.ts';
import { closeAtTheEnd } from './closing.ts';

/** A database of this test's own, copied from the migrated template; dropped at the end. */
export async function freshDatabase(): Promise<Database> {
  const template = inject('databaseUrl');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: template.replace('/pregon?', '/postgres?') });
  await admin.connect();
  await admin.query(`create database ${name} template pregon`);
  const database = openDatabase(template.replace('/pregon?', `/${name}?`), undefined, 4);
  closeAtTheEnd(async () => {
    await database.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  return database;
}
