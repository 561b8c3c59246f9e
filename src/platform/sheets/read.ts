import { Readable } from 'node:stream';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { BadSheet, type SheetRow } from './row.ts';
import { wideEncoding } from './wide.ts';

export { BadSheet, type SheetRow } from './row.ts';

/**
 * Reads the rows of a CSV or XLSX (its first sheet) one by one, so that any number fits in memory. The content decides what
 * it is, and it must be what the name says.
 * @throws BadSheet
 */
export async function* readSheet(file: File): AsyncGenerator<SheetRow> {
  const says = file.name.toLowerCase().split('.').at(-1) ?? '';
  const start = Buffer.from(await file.slice(0, 4096).arrayBuffer());
  const packed = start.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
  if (file.size === 0) throw new BadSheet('sheet.empty');
  if (says === 'xlsx') {
    if (!packed) throw new BadSheet('sheet.not_xlsx', { name: file.name });
    yield* readXlsx(file);
  } else if (says === 'csv' || says === 'txt' || says === 'tsv') {
    if (packed || (start.includes(0) && !wideEncoding(start))) throw new BadSheet('sheet.not_csv', { name: file.name });
    yield* readCsv(Readable.fromWeb(file.stream() as Parameters<typeof Readable.fromWeb>[0]), start);
  } else throw new BadSheet('sheet.kind', { name: file.name });
}
