import { writeWorkbook } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { workbookAnswer } from './downloads.ts';

export const loader = load(async ({ visit }) =>
  workbookAnswer('pregon-plan.xlsx', await writeWorkbook(null, (key) => say(visit.locale)(`plan.workbook.${key}`))),
);
