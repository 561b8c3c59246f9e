import type { Ctx } from '#platform/ctx.ts';
import { selectAligned } from './alignment.queries.ts';
import { selectMails, selectUnitCodes } from './import.queries.ts';
import type { PlanFile } from './plan-file.ts';
import type { Kind, Row } from './plan.ts';
import { getPlan, versionDocument } from './reading.ts';

/** A version as a plan file: importing it again gives the same version. Write it with `writeYaml` or `writeWorkbook`. */
export async function exportVersion(ctx: Ctx, version: number): Promise<PlanFile> {
  const { plan, units, sections, segments, channels, rows } = await versionDocument(ctx, version);
  const referred = [plan.unit, ...rows.flatMap((row) => row.unit ?? [])];
  const others = await selectUnitCodes(
    ctx.db,
    [...new Set(referred)].filter((id) => !units.some((unit) => unit.id === id)),
  );
  const named = [...units, ...others];
  const unitCode = (id: number | null) => named.find((unit) => unit.id === id)?.code ?? null;
  const mails = await selectMails(
    ctx.db,
    rows.flatMap((row) => row.person ?? []),
  );
  const aligned = new Map((await selectAligned(ctx.db, version)).map((row) => [row.objective, `${row.plan}/${row.code}`]));
  const parent = plan.parent === null ? null : (await getPlan(ctx, plan.parent)).code;
  const codes = new Map(rows.map((row) => [row.item, row.code]));
  const codesOf = (items: readonly number[]) => items.map((item) => codes.get(item)!);
  const of = (kind: Kind) => rows.filter((row) => row.kind === kind);
  const said = (row: Row) => ({
    code: row.code,
    title: row.title,
    description: row.description,
    person: row.person === null ? null : (mails.get(row.person) ?? null),
  });
  return {
    plan: {
      code: plan.code,
      title: plan.title,
      summary: plan.summary,
      unit: plan.unitCode,
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
      aligns_with: parent,
    },
    units: named.map(({ code, name }) => ({ code, name })),
    sections: sections.map((section) => ({ ...section, items: [...section.items] })),
    segments: segments.map((segment) => ({ ...segment, channels: [...segment.channels] })),
    channels: [...channels],
    objectives: of('objective').map((row) => ({ ...said(row), unit: unitCode(row.unit), aligns: aligned.get(row.item) ?? null })),
    components: of('component').map((row) => ({
      ...said(row),
      objective: codes.get(row.parent!)!,
      also_serves: codesOf(row.alsoServes),
      unit: unitCode(row.unit),
    })),
    responsibilities: of('responsibility').map((row) => ({ ...said(row), component: codes.get(row.parent!)!, unit: unitCode(row.unit) })),
    activities: of('activity').map((row) => ({
      ...said(row),
      responsibility: codes.get(row.parent!)!,
      also_serves: codesOf(row.alsoServes),
      unit: unitCode(row.unit),
      starts_on: row.startsOn!,
      ends_on: row.endsOn!,
      recurrence: row.recurrence!,
      segments: [...row.segments],
      channels: [...row.channels],
    })),
    indicators: of('indicator').map((row) => ({
      ...said(row),
      activity: codes.get(row.parent!)!,
      in_charge: unitCode(row.unit),
      measure: row.measure!,
      filter: { ...row.filter },
      unit: row.figureUnit!,
      direction: row.direction!,
      adds_up: row.addsUp!,
      frequency: row.frequency!,
      baseline: { value: row.baseline, note: row.baselineNote },
      targets: row.targets.map((target) => ({ starts_on: target.startsOn, ends_on: target.endsOn, value: target.value })),
    })),
  };
}
