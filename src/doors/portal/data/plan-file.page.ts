import { exportVersion, publicPlan, writeWorkbook, writeYaml, type PlanFile } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { open } from './open-data.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The plan in force as a file that imports again, without the mails of who answers for its rows. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const { plan, version } = await publicPlan(ctx, params.code!);
  const file = nameless(await exportVersion(ctx, version.id));
  const yaml = writeYaml(file);
  const name = `${plan.code}-${version.number}`;
  if (url.pathname.endsWith('.yaml')) return open(yaml, 'application/yaml; charset=utf-8', { name: `${name}.yaml` });
  const book = await writeWorkbook(file, (key) => say(visit.locale)(`plan.workbook.${key}`));
  return open(Uint8Array.from(book), workbook, { tag: `${visit.locale} ${yaml}`, name: `${name}.xlsx` });
});

function nameless(file: PlanFile): PlanFile {
  const without = <R extends { person: string | null }>(rows: readonly R[]) => rows.map((row) => ({ ...row, person: null }));
  return {
    ...file,
    objectives: without(file.objectives),
    components: without(file.components),
    responsibilities: without(file.responsibilities),
    activities: without(file.activities),
    indicators: without(file.indicators),
  };
}
