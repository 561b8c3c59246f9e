import { refuse, type Refusal } from '#platform/refusal.ts';
import { BadSheet, type SheetRow } from './row.ts';

/** The heads of a sheet and `count` rows after them, or why nobody can read it, for the field `sheet`. The rest is not read. */
export async function firstRows(sheet: AsyncIterable<SheetRow>, count: number): Promise<SheetRow[] | Refusal> {
  const rows: SheetRow[] = [];
  try {
    for await (const row of sheet) {
      rows.push(row);
      if (rows.length > count) break;
    }
    return rows;
  } catch (cause) {
    if (cause instanceof BadSheet) return refuse(cause.code, cause.details, 'sheet');
    throw cause;
  }
}
