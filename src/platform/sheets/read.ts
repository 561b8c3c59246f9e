import { Readable } from 'node:stream';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** A row of a file, numbered as the spreadsheet shows it. `fault` says what cannot be read in it: a code and where. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly fault?: { readonly code: 'sheet.formula' | 'sheet.error_cell'; readonly cell: string };
}

/** The file is not what it says, or cannot be read whole; `code` is a refusal's. */
export class BadSheet extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(code: string, details: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

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
    if (packed || start.includes(0)) throw new BadSheet('sheet.not_csv', { name: file.name });
    yield* readCsv(Readable.fromWeb(file.stream() as Parameters<typeof Readable.fromWeb>[0]), start);
  } else throw new BadSheet('sheet.kind', { name: file.name });
}
