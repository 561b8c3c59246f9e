import type { Db } from '#platform/db/database.ts';
import type { Day } from '#platform/clock/day.ts';
import type { State, Version } from './plan.ts';

const versions = (db: Db) =>
  db
    .selectFrom('plan_versions as v')
    .select([
      'v.id',
      'v.plan_id as plan',
      'v.number',
      'v.state',
      'v.based_on as basedOn',
      'v.note',
      'v.created_at as createdAt',
      'v.in_force_from as inForceFrom',
      'v.in_force_until as inForceUntil',
    ])
    .$narrowType<{ state: State; inForceFrom: Day | null; inForceUntil: Day | null }>();

export function selectVersion(db: Db, id: number): Promise<Version | undefined> {
  return versions(db).where('v.id', '=', id).executeTakeFirst();
}

/** The version, kept from changing until the transaction ends. */
export function lockVersion(db: Db, id: number): Promise<Version | undefined> {
  return versions(db).where('v.id', '=', id).forUpdate().executeTakeFirst();
}

export function selectVersionByNumber(db: Db, plan: number, number: number): Promise<Version | undefined> {
  return versions(db).where('v.plan_id', '=', plan).where('v.number', '=', number).executeTakeFirst();
}

/** Newest first. */
export function selectVersions(db: Db, plan: number): Promise<Version[]> {
  return versions(db).where('v.plan_id', '=', plan).orderBy('v.number', 'desc').execute();
}

export function selectVersionsIn(db: Db, states: readonly State[]): Promise<Version[]> {
  return versions(db).where('v.state', 'in', states).orderBy('v.number', 'desc').execute();
}

export function selectVersionInForce(db: Db, plan: number): Promise<Version | undefined> {
  return versions(db).where('v.plan_id', '=', plan).where('v.state', '=', 'in_force').executeTakeFirst();
}

export function selectOpenVersion(db: Db, plan: number): Promise<Version | undefined> {
  return versions(db).where('v.plan_id', '=', plan).where('v.state', 'in', ['draft', 'in_review', 'approved']).executeTakeFirst();
}

/** Keeps two people from drafting the next version of one plan at once. */
export async function lockPlan(db: Db, plan: number): Promise<void> {
  await db.selectFrom('plans').select('id').where('id', '=', plan).forUpdate().execute();
}

interface NewVersion {
  plan: number;
  number: number;
  basedOn: number | null;
  note: string;
}

export async function insertVersion(db: Db, version: NewVersion, by: string | null, now: Date): Promise<number> {
  const { id } = await db
    .insertInto('plan_versions')
    .values({
      plan_id: version.plan,
      number: version.number,
      state: 'draft',
      based_on: version.basedOn,
      note: version.note,
      created_by: by,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateState(db: Db, id: number, state: State, dates: { from?: Day; until?: Day } = {}): Promise<void> {
  await db
    .updateTable('plan_versions')
    .set({
      state,
      ...(dates.from ? { in_force_from: dates.from } : {}),
      ...(dates.until ? { in_force_until: dates.until } : {}),
    })
    .where('id', '=', id)
    .execute();
}

interface NewMove {
  version: number;
  move: string;
  by: string | null;
  at: Date;
  note: string;
  sha256: string;
}

export async function insertMove(db: Db, move: NewMove): Promise<number> {
  const { id } = await db
    .insertInto('plan_version_moves')
    .values({
      version_id: move.version,
      move: move.move,
      person_id: move.by,
      at: move.at,
      note: move.note,
      content_sha256: move.sha256,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The moves of every version of a plan, oldest first. */
export function selectMoves(db: Db, plan: number) {
  return db
    .selectFrom('plan_version_moves as m')
    .innerJoin('plan_versions as v', 'v.id', 'm.version_id')
    .leftJoin('people as p', 'p.id', 'm.person_id')
    .select([
      'm.id',
      'm.version_id as version',
      'm.move',
      'm.person_id as person',
      'p.name as personName',
      'm.at',
      'm.note',
      'm.content_sha256 as sha256',
    ])
    .where('v.plan_id', '=', plan)
    .orderBy('m.id')
    .execute();
}

export function selectLastMove(db: Db, version: number, move: string) {
  return db
    .selectFrom('plan_version_moves')
    .selectAll()
    .where('version_id', '=', version)
    .where('move', '=', move)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertAuthor(db: Db, version: number, person: string, now: Date): Promise<void> {
  await db
    .insertInto('plan_version_authors')
    .values({ version_id: version, person_id: person, first_at: now })
    .onConflict((c) => c.doNothing())
    .execute();
}

export function selectAuthors(db: Db, version: number) {
  return db
    .selectFrom('plan_version_authors as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(['a.person_id as id', 'p.name'])
    .where('a.version_id', '=', version)
    .orderBy('p.name')
    .execute();
}

/** Who holds one of `roles` in the whole institution or over the dependency, is still here, and wrote nothing in the version. */
export async function selectOtherEyes(db: Db, version: number, unit: number, roles: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('people as p')
    .select('p.name')
    .where('p.left_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('grants as g')
          .select('g.id')
          .whereRef('g.person_id', '=', 'p.id')
          .where('g.ended_at', 'is', null)
          .where('g.role', 'in', roles)
          .where((where) =>
            where.or([
              where('g.unit_id', 'is', null),
              where.exists(
                where
                  .selectFrom('unit_ancestors as a')
                  .select('a.unit_id')
                  .where('a.unit_id', '=', unit)
                  .whereRef('a.ancestor_id', '=', 'g.unit_id'),
              ),
            ]),
          ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plan_version_authors as w')
            .select('w.person_id')
            .where('w.version_id', '=', version)
            .whereRef('w.person_id', '=', 'p.id'),
        ),
      ),
    )
    .orderBy('p.name')
    .execute();
  return rows.map((row) => row.name);
}
