import type { Actor, Ctx, Grant } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { ReactionNames } from '#platform/events/tell.ts';

/** A small plan in force, written straight into the tables: one objective down to what each test adds. */
export interface WorkingPlan {
  readonly plan: number;
  readonly version: number;
  readonly units: Readonly<Record<'prensa' | 'oai', number>>;
  readonly people: Readonly<Record<'marcela' | 'julian' | 'tomas' | 'ana' | 'diego', Actor>>;
  readonly objective: number;
  readonly component: number;
  readonly responsibility: number;
}

export async function workingPlan(
  db: Db,
  { code = 'pec', since = '2026-01-01', parent = null as number | null, aligned = null as number | null } = {},
): Promise<WorkingPlan> {
  const at = new Date('2026-01-01T12:00:00Z');
  const person = async (name: string) => {
    const email = `${name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z ]/g, '')
      .replace(' ', '.')}@puertoclaro.gov.co`;
    const known = await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst();
    return known?.id ?? (await db.insertInto('people').values({ name, email, joined_at: at }).returning('id').executeTakeFirstOrThrow()).id;
  };
  const [marcela, julian, tomas, ana, diego] = [
    await person('Marcela Ospina'),
    await person('Julián Restrepo'),
    await person('Tomás Arrieta'),
    await person('Ana Villadiego'),
    await person('Diego Herazo'),
  ];
  const unit = async (code: string, name: string, head: string, liaison: string) => {
    const known = await db.selectFrom('units').select('id').where('code', '=', code).executeTakeFirst();
    if (known) return known.id;
    const { id } = await db
      .insertInto('units')
      .values({ code, name, head_id: head, liaison_id: liaison, created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('unit_ancestors').values({ unit_id: id, ancestor_id: id, depth: 0 }).execute();
    return id;
  };
  const units = {
    prensa: await unit('prensa', 'Oficina de Prensa', marcela!, julian!),
    oai: await unit('oai', 'Oficina Asesora de Informática', tomas!, ana!),
  };
  const { id: plan } = await db
    .insertInto('plans')
    .values({
      code,
      title: `Plan ${code}`,
      unit_id: units.prensa,
      parent_id: parent,
      starts_on: '2024-01-01',
      ends_on: '2027-12-31',
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: version } = await db
    .insertInto('plan_versions')
    .values({ plan_id: plan, number: 1, state: 'in_force', created_at: at, in_force_from: since })
    .returning('id')
    .executeTakeFirstOrThrow();
  const house: Grant = { role: 'head_of_communications', unit: null, units: [] };
  const actor = (id: string, name: string, ...grants: Grant[]): Actor => ({ kind: 'person', id, name, grants });
  const within = { plan, version };
  const objective = await addRow(db, within, { kind: 'objective', title: 'Que la ciudadanía sepa a tiempo', aligned_item_id: aligned });
  const component = await addRow(db, within, { kind: 'component', title: 'Comunicación externa', parent_id: objective });
  const responsibility = await addRow(db, within, { kind: 'responsibility', title: 'Divulgar', parent_id: component });
  return {
    plan,
    version,
    units,
    objective,
    component,
    responsibility,
    people: {
      marcela: actor(marcela!, 'Marcela Ospina', house),
      julian: actor(julian!, 'Julián Restrepo', { role: 'editor', unit: null, units: [] }),
      tomas: actor(tomas!, 'Tomás Arrieta'),
      ana: actor(ana!, 'Ana Villadiego', { role: 'liaison', unit: units.oai, units: [units.oai] }),
      diego: actor(diego!, 'Diego Herazo', { role: 'staff', unit: null, units: [] }),
    },
  };
}

type NewRow = { kind: 'objective' | 'component' | 'responsibility' | 'activity' | 'indicator'; title: string } & Record<string, unknown>;
let made = 0;

/** Adds one item with its row; `targets` as rows of plan_targets. */
export async function addRow(
  db: Db,
  { plan, version }: { plan: number; version: number },
  { kind, title, targets = [], ...rest }: NewRow,
): Promise<number> {
  const at = new Date('2026-01-01T12:00:00Z');
  made++;
  const { id } = await db
    .insertInto('plan_items')
    .values({ plan_id: plan, kind, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  const indicator =
    kind === 'indicator'
      ? {
          measure: 'participation.suggestions_answered',
          figure_unit: 'comunicados',
          direction: 'up' as const,
          adds_up: 'sum' as const,
          frequency: 'month' as const,
        }
      : {};
  const activity = kind === 'activity' ? { starts_on: '2026-01-01', ends_on: '2026-12-31', recurrence: 'none' as const } : {};
  await db
    .insertInto('plan_rows')
    .values({
      version_id: version,
      item_id: id,
      kind,
      title,
      position: made,
      code: `${kind}-${made}`,
      changed_at: at,
      ...indicator,
      ...activity,
      ...rest,
    })
    .execute();
  for (const target of targets as { starts_on: string; ends_on: string; value: number }[]) {
    await db
      .insertInto('plan_targets')
      .values({ version_id: version, item_id: id, ...target })
      .execute();
  }
  return id;
}

/** A context for commands of one actor on one day, at noon in Colombia. */
export function contextOn(db: Db, actor: Actor, day: string, owed: ReactionNames = () => []): Ctx {
  return commandContext(db, actor, new Date(`${day}T17:00:00Z`), owed);
}

/** A kept file, for evidence. */
export async function keptFile(db: Db, name = 'acta.pdf'): Promise<string> {
  const { id } = await db
    .insertInto('files')
    .values({ name, type: 'application/pdf', size: 212_000, sha256: '9f3c', created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
