import { Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { BadSheet, type SheetRow } from './row.ts';
import { zipContent, zipEntries } from './zip.ts';

/** Far more than 100,000 rows of people take; a file that swells beyond it was made to fill the machine. */
const inflatedLimit = 400_000_000;

/** Rows of the first sheet. Formulas count with the value they were saved with; merged cells are refused, because they hide which row a value belongs to. */
export async function* readXlsx(file: File): AsyncGenerator<SheetRow> {
  await refuseMerged(file);
  // On a busy machine the streaming reader now and then loses a part of a good file before its first row: it is asked once more.
  for (let tries = 1, rows = 0; ; tries++) {
    try {
      for await (const row of firstSheet(file)) {
        rows++;
        yield row;
      }
      return;
    } catch (cause) {
      if (cause instanceof BadSheet) throw cause;
      if (rows > 0 || tries > 1) throw new BadSheet('sheet.broken_xlsx', { name: file.name });
    }
  }
}

async function* firstSheet(file: File): AsyncGenerator<SheetRow> {
  const content = Readable.fromWeb(file.stream() as Parameters<typeof Readable.fromWeb>[0]);
  const { default: Excel } = await import('exceljs');
  const book = new Excel.stream.xlsx.WorkbookReader(content, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  for await (const page of book) {
    for await (const row of page) {
      const read = readRow(row);
      if (read.fault || read.cells.some((cell) => cell !== '')) yield read;
    }
    return;
  }
}

function readRow(row: ExcelJS.Row): SheetRow {
  const cells: string[] = [];
  for (let column = 1; column <= row.cellCount; column++) {
    const { value, address } = row.getCell(column);
    const text = textOf(value);
    if (typeof text !== 'string') return { row: row.number, cells, fault: { code: text.code, cell: address } };
    cells.push(text);
  }
  return { row: row.number, cells };
}

function textOf(value: ExcelJS.CellValue): string | { code: 'sheet.formula' | 'sheet.error_cell' } {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value).trim();
  if ('error' in value) return { code: 'sheet.error_cell' };
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  if ('formula' in value || 'sharedFormula' in value) {
    const { result } = value as { result?: ExcelJS.CellValue };
    return result === undefined || result === null ? { code: 'sheet.formula' } : textOf(result);
  }
  return 'text' in value ? textOf(value.text as ExcelJS.CellValue) : '';
}

/** The streaming reader does not tell merged cells: they are looked for in the sheet's own XML (ECMA-376 §18.3.1.55). */
async function refuseMerged(file: File): Promise<void> {
  const entries = await zipEntries(file).catch(() => undefined);
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml')) throw new BadSheet('sheet.not_xlsx', { name: file.name });
  const sheet = entries
    .filter(({ name }) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))[0];
  if (!sheet) throw new BadSheet('sheet.empty');
  let size = 0;
  let rest = '';
  try {
    for await (const chunk of await zipContent(file, sheet)) {
      size += (chunk as Buffer).length;
      if (size > inflatedLimit) throw new BadSheet('sheet.too_big');
      const text = rest + (chunk as Buffer).toString('latin1');
      const merged = /<mergeCell [^>]*ref="([A-Z0-9:]+)"/.exec(text);
      if (merged) throw new BadSheet('sheet.merged', { cell: merged[1]! });
      rest = text.slice(-200);
    }
  } catch (cause) {
    throw cause instanceof BadSheet ? cause : new BadSheet('sheet.broken_xlsx', { name: file.name });
  }
}
