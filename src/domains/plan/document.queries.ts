import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { NamedUnit, PlanChannel, Section, SectionItem, SectionKind, Segment } from './plan.ts';

const sections = (db: Db, version: number) =>
  db
    .selectFrom('plan_sections')
    .select(['code', 'title', 'body', sql<SectionKind>`kind`.as('kind'), sql<SectionItem[]>`items`.as('items')])
    .where('version_id', '=', version);

export function selectSections(db: Db, version: number): Promise<Section[]> {
  return sections(db, version).orderBy('position').execute();
}

export function selectSection(db: Db, version: number, code: string) {
  return sections(db, version)
    .leftJoin('people as p', 'p.id', 'changed_by')
    .select(['revision', 'changed_at as changedAt', 'p.name as changedBy'])
    .where('code', '=', code)
    .executeTakeFirst();
}

export function selectSegments(db: Db, version: number): Promise<Segment[]> {
  return db
    .selectFrom('plan_segments')
    .select(['code', 'name', 'focus', 'channels'])
    .where('version_id', '=', version)
    .orderBy('position')
    .execute();
}

export function selectChannels(db: Db, version: number): Promise<PlanChannel[]> {
  return db
    .selectFrom('plan_channels')
    .select(['code', 'name', 'class', 'mode', 'purpose'])
    .$narrowType<Pick<PlanChannel, 'class' | 'mode'>>()
    .where('version_id', '=', version)
    .orderBy('position')
    .execute();
}

export function selectNamedUnits(db: Db, version: number): Promise<NamedUnit[]> {
  return db
    .selectFrom('plan_units as n')
    .innerJoin('units as u', 'u.id', 'n.unit_id')
    .select(['u.id', 'u.code', 'u.name'])
    .where('n.version_id', '=', version)
    .orderBy('n.position')
    .execute();
}

export async function insertSections(db: Db, version: number, sections: readonly Section[]): Promise<void> {
  if (sections.length === 0) return;
  await db
    .insertInto('plan_sections')
    .values(
      sections.map((section, at) => ({
        version_id: version,
        position: at + 1,
        code: section.code,
        kind: section.kind,
        title: section.title,
        body: section.body,
        items: JSON.stringify(section.items),
      })),
    )
    .execute();
}

export async function insertSegments(db: Db, version: number, segments: readonly Segment[]): Promise<void> {
  if (segments.length === 0) return;
  await db
    .insertInto('plan_segments')
    .values(
      segments.map((segment, at) => ({
        version_id: version,
        position: at + 1,
        ...segment,
        channels: [...segment.channels],
      })),
    )
    .execute();
}

export async function insertChannels(db: Db, version: number, channels: readonly PlanChannel[]): Promise<void> {
  if (channels.length === 0) return;
  await db
    .insertInto('plan_channels')
    .values(channels.map((channel, at) => ({ version_id: version, position: at + 1, ...channel })))
    .execute();
}

export async function insertNamedUnits(db: Db, version: number, units: readonly number[]): Promise<void> {
  if (units.length === 0) return;
  await db
    .insertInto('plan_units')
    .values(units.map((unit, at) => ({ version_id: version, position: at + 1, unit_id: unit })))
    .execute();
}

/** Writes a section as the next revision of the one that was read. */
export async function updateSection(
  db: Db,
  version: number,
  section: Section & { revision: number },
  by: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable('plan_sections')
    .set({
      kind: section.kind,
      title: section.title,
      body: section.body,
      items: JSON.stringify(section.items),
      revision: section.revision + 1,
      changed_by: by,
      changed_at: now,
    })
    .where('version_id', '=', version)
    .where('code', '=', section.code)
    .execute();
}

export async function appendSection(db: Db, version: number, section: Section, by: string | null, now: Date): Promise<void> {
  await db
    .insertInto('plan_sections')
    .values((eb) => ({
      version_id: version,
      code: section.code,
      kind: section.kind,
      title: section.title,
      body: section.body,
      items: JSON.stringify(section.items),
      position: eb
        .selectFrom('plan_sections')
        .select((e) => e(e.fn.coalesce(e.fn.max('position'), e.val(0)), '+', 1).as('next'))
        .where('version_id', '=', version),
      changed_by: by,
      changed_at: now,
    }))
    .execute();
}

export async function updateSectionPlaces(db: Db, version: number, codes: readonly string[]): Promise<void> {
  await sql`
    update plan_sections s set position = n.position
    from unnest(${codes}::text[]) with ordinality as n (code, position)
    where s.version_id = ${version} and s.code = n.code`.execute(db);
}

export async function deleteSection(db: Db, version: number, code: string): Promise<void> {
  await db.deleteFrom('plan_sections').where('version_id', '=', version).where('code', '=', code).execute();
}
