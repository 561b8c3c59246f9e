import { load } from '#platform/http/page.ts';
import { download } from '#platform/sheets/write.ts';
import { standingOf } from '../plan/standing.ts';
import { csvText, open, sheetOf } from './open-data.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook carries the hour at which it was written; its ETag is that of the same rows as text. */
export const loader = load(async ({ ctx, params }) => {
  const sheet = sheetOf(await standingOf(ctx, params.code!));
  const book = new Uint8Array(await download(sheet, 'xlsx').arrayBuffer());
  return open(book, type, { tag: await csvText(sheet), name: `${sheet.name}.xlsx` });
});
