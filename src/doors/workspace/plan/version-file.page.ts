import { exportVersion, getVersionByNumber, writeWorkbook, writeYaml } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { NotFound } from '#platform/refusal.ts';
import { workbookAnswer, yamlAnswer } from './downloads.ts';
import { planOf } from './shown.ts';

/** A version as a file that imports again without loss. */
export const loader = load(async ({ ctx, params, visit }) => {
  const plan = await planOf(ctx, params['plan']);
  const version = await getVersionByNumber(ctx, plan.id, Number(params['number']));
  const file = await exportVersion(ctx, version.id);
  const name = `${plan.code}-${version.number}`;
  if (params['form'] === 'yaml') return yamlAnswer(`${name}.yaml`, writeYaml(file));
  if (params['form'] !== 'xlsx') throw new NotFound(`form ${params['form']}`);
  return workbookAnswer(`${name}.xlsx`, await writeWorkbook(file, (key) => say(visit.locale)(`plan.workbook.${key}`)));
});
