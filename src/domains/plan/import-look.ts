import type { Ctx } from '#platform/ctx.ts';
import { alignableObjectives } from './alignment.ts';
import type { Fault } from './faults.ts';
import { selectPeopleByMail, selectPlain, selectUnitsNamed } from './import.queries.ts';
import type { Plan, Version } from './plan.ts';
import type { PlanFile } from './plan-file.ts';
import { selectPlan, selectPlanChain } from './plans.queries.ts';
import type { ReadFile } from './read-plan-file.ts';
import { selectOpenVersion, selectVersions } from './versions.queries.ts';

/** A file beside what the house already has. */
export interface Looked {
  readonly file: PlanFile;
  /** The plan with that code, when there is one, with the version being prepared, if any. */
  readonly existing: Plan | null;
  readonly open: Version | null;
  /** The number that the draft would get. */
  readonly number: number;
  readonly parent: number | null;
  /** Each dependency of the file with the one it matches (its name and code here), null when it would be created. */
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly id: number | null;
    readonly matched: string | null;
    readonly known: string | null;
  }[];
  readonly people: ReadonlyMap<string, string>;
  /** Objectives of the parent plan by code. */
  readonly alignable: ReadonlyMap<string, number>;
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
}

const counted = ['sections', 'segments', 'channels', 'objectives', 'components', 'responsibilities', 'activities', 'indicators'] as const;
const withPerson = ['objectives', 'components', 'responsibilities', 'activities', 'indicators'] as const;

export async function look(ctx: Ctx, { file, where, faults: before, isBroken }: ReadFile): Promise<Looked> {
  const faults: Fault[] = [...before];
  const fault = (code: string, value: string, path: PropertyKey[]) => {
    if (!isBroken(path)) faults.push({ code, details: { value }, at: where(path) });
  };
  const existing = (await selectPlan(ctx.db, file.plan.code)) ?? null;
  const parent = file.plan.aligns_with === null ? null : await selectPlan(ctx.db, file.plan.aligns_with);
  if (parent === undefined) fault('plan_file.no_parent', file.plan.aligns_with!, ['plan', 'aligns_with']);
  if (existing && parent && (await selectPlanChain(ctx.db, parent.id)).includes(existing.id))
    fault('plan.cycle', parent.code, ['plan', 'aligns_with']);
  const objectives = parent ? await alignableObjectives(ctx, { parent: parent.id }) : [];
  const alignable = new Map(objectives.map((row) => [row.code, row.item]));
  for (const [at, { aligns }] of file.objectives.entries()) {
    if (aligns && parent && !alignable.has(aligns.slice(aligns.indexOf('/') + 1)))
      fault('plan_file.no_objective', aligns, ['objectives', at, 'aligns']);
  }
  const people = await selectPeopleByMail(ctx.db, [
    ...new Set(withPerson.flatMap((list) => file[list].flatMap((row) => row.person ?? []))),
  ]);
  for (const list of withPerson) {
    for (const [at, { person }] of file[list].entries())
      if (person && !people.has(person)) fault('plan_file.no_person', person, [list, at, 'person']);
  }
  const versions = existing ? await selectVersions(ctx.db, existing.id) : [];
  return {
    file,
    existing,
    alignable,
    people,
    faults,
    open: (existing && (await selectOpenVersion(ctx.db, existing.id))) ?? null,
    number: (versions[0]?.number ?? 0) + 1,
    parent: parent?.id ?? null,
    units: await matchUnits(ctx, file),
    counts: Object.fromEntries(counted.map((list) => [list, file[list].length])),
  };
}

async function matchUnits(ctx: Ctx, { units }: PlanFile): Promise<Looked['units']> {
  const names = units.map((unit) => unit.name);
  const [known, plain] = await Promise.all([
    selectUnitsNamed(
      ctx.db,
      units.map((unit) => unit.code),
      names,
    ),
    selectPlain(ctx.db, names),
  ]);
  return units.map(({ code, name }, at) => {
    const match = known.find((unit) => unit.code === code) ?? known.find((unit) => unit.plainName === plain[at]);
    return { code, name, id: match?.id ?? null, matched: match?.name ?? null, known: match?.code ?? null };
  });
}
