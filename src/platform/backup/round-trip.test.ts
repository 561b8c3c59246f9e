import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import pg from 'pg';
import { system, type Ctx } from '#platform/ctx.ts';
import { openDatabase, type Database } from '#platform/db/database.ts';
import { describeSchema } from '#platform/db/describe.ts';
import { applyMigration, migrationsOnDisk, openLedger } from '#platform/db/migrate.ts';
import { commandContext } from '#platform/events/tell.ts';
import { diskStore } from '#platform/files/disk-store.ts';
import type { Files, StoredFile } from '#platform/files/files.ts';
import { filesOn } from '#platform/files/open.ts';
import { accepted } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { DamagedArchive } from './archive.ts';
import type { EventName } from '#platform/events/names.ts';
import { takeBackup } from './backup.ts';
import { CannotRestore, restoreBackup } from './restore.ts';

const now = new Date('2026-11-22T15:00:00Z');
let folder: string;
let house: Database;
let files: Files;
let file: StoredFile;
let archive: string;

const filesAt = (name: string) => filesOn(diskStore(join(folder, name, 'files')), join(folder, name, 'incoming'));
const contextOf = ({ primary }: Database): Ctx => commandContext(primary, system, now, () => []);
const act = ({ primary }: Database, name: EventName) =>
  primary.transaction().execute((db) => commandContext(db, system, now, () => []).tell({ name, subject: { type: 'unit', id: 1 } }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pregon-backup-'));
  house = await freshDatabase();
  files = filesAt('here');
  await act(house, 'unit.created');
  await act(house, 'unit.renamed');
  file = accepted(await files.keep(contextOf(house), { name: 'nota.txt', content: Readable.from([Buffer.from('Puerto Claro\t\\N «ñ»')]) }));
  await sql`select facts_partition(2040)`.execute(house.primary);
  await sql`insert into facts (day, measure, amount, record_type, record_id) values ('2026-11-22', 'x', 1.5, 'unit', '1'), ('2040-01-01', 'x', 2, 'unit', '1'), ('1999-01-01', 'x', 3, 'unit', '1')`.execute(
    house.primary,
  );
  archive = join(folder, 'copy.tar');
  await takeBackup({ url: house.url, files, path: archive, program: '0.1.0', now });
});
afterAll(() => rm(folder, { recursive: true }));

/** Every row of every table, the job queue and what is lost anyway apart. */
async function everything({ primary }: Database) {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relpersistence = 'p' and not relispartition and relname <> 'migrations' order by 1`.execute(
    primary,
  );
  return Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(primary);
      return [name, rows.map(({ row }) => row)];
    }),
  );
}

async function brokenLinks({ primary }: Database): Promise<number> {
  const {
    rows: [counted],
  } = await sql<{ broken: number }>`
    select count(*) filter (where hash <> audit_hash(coalesce(previous, '\\x'), e)) as broken
    from (select *, lag(hash) over (order by position) as previous from audit_chain) c join audit_entries e on e.id = c.entry_id`.execute(
    primary,
  );
  return counted!.broken;
}

describe('into an empty database', () => {
  test.each([
    ['a new one', false],
    ['one that is migrated', true],
  ])('%s', async (_, migrated) => {
    const there = migrated ? await freshDatabase() : await emptyDatabase();
    const restored = filesAt(crypto.randomUUID());
    const result = await restoreBackup({ url: there.url, files: restored, path: archive, replace: false });
    expect(result).toMatchObject({ files: 1, migrated: [], takenAt: now.toISOString() });
    expect(await everything(there)).toEqual(await everything(house));
    expect(await describeSchema(there.url)).toBe(await describeSchema(house.url));
    expect(await text(await restored.read(file))).toBe('Puerto Claro\t\\N «ñ»');
    expect(await brokenLinks(there)).toBe(0);
  });
});

test('life goes on after restoring: numbers follow, the chain grows, and is still watched', async () => {
  const there = await emptyDatabase();
  await restoreBackup({ url: there.url, files: filesAt('later'), path: archive, replace: false });
  await act(there, 'unit.closed');
  const { rows } = await sql<{ id: number }>`select max(id) as id from audit_entries`.execute(there.primary);
  expect(rows[0]!.id).toBe(3);
  expect(await brokenLinks(there)).toBe(0);
  await expect(sql`delete from audit_entries`.execute(there.primary)).rejects.toThrow('append-only');
});

test('a mail that waited when the copy was taken is not sent a second time', async () => {
  const before = await freshDatabase();
  await before.primary
    .insertInto('outbox_mails')
    .values({ to_address: 'diego.herazo@puertoclaro.gov.co', subject: 'Invitación', text: 'Hola', created_at: now })
    .execute();
  const path = join(folder, 'waiting.tar');
  await takeBackup({ url: before.url, files, path, program: '0.1.0', now });
  const there = await emptyDatabase();
  expect(await restoreBackup({ url: there.url, files, path, replace: false })).toMatchObject({ doubted: 1 });
  expect(await there.primary.selectFrom('outbox_mails').select(['attempted_at', 'sent_at']).execute()).toEqual([
    { attempted_at: now, sent_at: null },
  ]);
});

test('an owner who is no superuser can restore', async () => {
  const there = await emptyDatabase('nologin_owner');
  await restoreBackup({ url: there.url, files: filesAt('owner'), path: archive, replace: false });
  expect(await everything(there)).toEqual(await everything(house));
  await restoreBackup({ url: there.url, files: filesAt('owner'), path: archive, replace: true });
});

test('an archive of an older program is brought up to date', async () => {
  const older = await emptyDatabase();
  const known = await migrationsOnDisk();
  const client = new pg.Client({ connectionString: older.url });
  await client.connect();
  await openLedger(client);
  for (const migration of known.slice(0, -1)) await applyMigration(client, migration);
  await client.end();
  await act(older, 'unit.created');
  const path = join(folder, 'older.tar');
  await takeBackup({ url: older.url, files, path, program: '0.0.9', now });

  const there = await emptyDatabase();
  expect(await restoreBackup({ url: there.url, files, path, replace: false })).toMatchObject({ migrated: [known.at(-1)!.name] });
  expect(await describeSchema(there.url)).toBe(await describeSchema((await freshDatabase()).url));
  expect(await brokenLinks(there)).toBe(0);
});

describe('into a database with data', () => {
  test('is refused, and with --replace puts the copy in its place', async () => {
    const there = await freshDatabase();
    const kept = filesAt('full');
    await act(there, 'unit.created');
    const old = accepted(await kept.keep(contextOf(there), { name: 'b.txt', content: Readable.from([Buffer.from('vieja')]) }));
    await expect(restoreBackup({ url: there.url, files: kept, path: archive, replace: false })).rejects.toThrow('--replace');
    expect(await text(await kept.read(old))).toBe('vieja');

    await restoreBackup({ url: there.url, files: kept, path: archive, replace: true });
    expect(await everything(there)).toEqual(await everything(house));
    await expect(kept.read(old)).rejects.toThrow();
  });

  test('that is not ours is never touched', async () => {
    const there = await emptyDatabase();
    await sql`create table payroll (id int)`.execute(there.primary);
    await expect(restoreBackup({ url: there.url, files: filesAt('foreign'), path: archive, replace: true })).rejects.toThrow(
      'no son de Pregón',
    );
    await sql`select from payroll`.execute(there.primary);
  });

  test('a failure on the way leaves what there was', async () => {
    const there = await freshDatabase();
    await act(there, 'unit.created');
    const before = await everything(there);
    const interrupt = (what: string) => {
      if (what === 'devuelve files') throw new Error('interrupted');
    };
    await expect(restoreBackup({ url: there.url, files: filesAt('half'), path: archive, replace: true, say: interrupt })).rejects.toThrow(
      'interrupted',
    );
    expect(await everything(there)).toEqual(before);
  });
});

describe('an archive', () => {
  const broken = async (spoil: (path: string) => Promise<void>) => {
    const path = join(folder, `${crypto.randomUUID()}.tar`);
    await writeFile(path, await readFile(archive));
    await spoil(path);
    return restoreBackup({ url: (await freshDatabase()).url, files: filesAt('spoilt'), path, replace: true });
  };

  test('that was cut short, changed, or is something else is refused', async () => {
    await expect(broken(async (path) => truncate(path, 20_000))).rejects.toThrow(DamagedArchive);
    await expect(broken(async (path) => writeFile(path, 'no soy una copia'))).rejects.toThrow(DamagedArchive);
    await expect(
      broken(async (path) => {
        const bytes = await readFile(path);
        bytes[bytes.indexOf('Puerto Claro')] = 80 ^ 1;
        await writeFile(path, bytes);
      }),
    ).rejects.toThrow(/dañada: «files\//);
  });

  test('of a newer program is refused', async () => {
    const newer = await freshDatabase();
    await sql`insert into migrations (name, sha256) values ('9999_future.sql', 'x')`.execute(newer.primary);
    const path = join(folder, 'newer.tar');
    await takeBackup({ url: newer.url, files: filesAt('newer'), path, program: '9.0.0', now });
    await expect(restoreBackup({ url: (await freshDatabase()).url, files: filesAt('newer'), path, replace: true })).rejects.toThrow(
      CannotRestore,
    );
  });

  test('tells of files that the store lost', async () => {
    const path = join(folder, 'lost.tar');
    const { lost } = await takeBackup({ url: house.url, files: filesAt('elsewhere'), path, program: '0.1.0', now });
    expect(lost).toEqual([expect.stringContaining(file.sha256)]);
  });
});

async function emptyDatabase(owner?: string): Promise<Database> {
  const template = inject('databaseUrl');
  const admin = new pg.Client({ connectionString: template.replace('/pregon?', '/postgres?') });
  await admin.connect();
  const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`;
  if (owner) await admin.query(`create role ${name} login password 'x'`);
  await admin.query(`create database ${name} ${owner ? `owner ${name}` : ''}`);
  const url = template.replace('/pregon?', `/${name}?`).replace(/\/\/pregon:[^@]*@/, owner ? `//${name}:x@` : '$&');
  const database = openDatabase(url, undefined, 2);
  afterAll(async () => {
    await database.close();
    await admin.query(`drop database ${name} with (force)`);
    if (owner) await admin.query(`drop role ${name}`);
    await admin.end();
  });
  return database;
}
