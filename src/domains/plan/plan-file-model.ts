import type ExcelJS from 'exceljs';
import type { PlanFile } from './plan-file.ts';
import { notesSheet } from './plan-file-workbook.ts';
import { type Column, mostRows, type SheetName, sheetNames, sheets } from './plan-file-sheets.ts';

/** What the workbook explains, in the reader's language: keys `notes` (a paragraph), `<sheet>` and `<sheet>.<column>`. */
export type ExplainWorkbook = (key: string) => string;

/** The plan as a workbook of the same form, or the empty model of one: headers locked and explained, choices offered. */
export async function writeWorkbook(file: PlanFile | null, explain: ExplainWorkbook): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  const rows = file && rowsOf(file);
  for (const name of sheetNames) await addSheet(workbook, name, rows?.[name] ?? [], explain);
  const notes = workbook.addWorksheet(notesSheet);
  notes.getColumn(1).width = 110;
  for (const line of explain('notes').split('\n')) notes.addRow([line]).getCell(1).alignment = { wrapText: true, vertical: 'top' };
  await notes.protect('', {});
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function addSheet(
  workbook: ExcelJS.Workbook,
  name: SheetName,
  rows: readonly Record<string, unknown>[],
  explain: ExplainWorkbook,
): Promise<void> {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns: readonly Column[] = sheets[name];
  sheet.columns = columns.map(({ name: key, width }) => ({ header: key, key, width: width ?? 16 }));
  for (const [at, column] of columns.entries()) {
    const cells = sheet.getColumn(at + 1);
    cells.protection = { locked: false };
    cells.alignment = { wrapText: true, vertical: 'top' };
    // Text, so that the code 1.10 stays 1.10.
    cells.numFmt = column.holds === 'day' ? 'yyyy-mm-dd' : column.holds === 'number' ? '0.####' : '@';
  }
  for (const row of rows) sheet.addRow(columns.map((column) => cellOf(row[column.name], column)));
  const last = Math.min(rows.length + 500, mostRows);
  for (const [at, column] of columns.entries()) {
    const header = sheet.getRow(1).getCell(at + 1);
    header.protection = { locked: true };
    header.font = { bold: true };
    header.note = explain(`${name}.${column.name}`);
    if (!column.choices) continue;
    for (let row = 2; row <= last; row++)
      sheet.getRow(row).getCell(at + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [`"${column.choices.join(',')}"`] };
  }
  // No password: it keeps the headers from a slip, not from anybody.
  await sheet.protect('', {
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
  });
}

function cellOf(value: unknown, { holds }: Column): ExcelJS.CellValue {
  if (value === null || value === undefined || value === '') return null;
  if (holds === 'list') return (value as readonly string[]).join('; ') || null;
  if (holds === 'pairs')
    return (
      Object.entries(value)
        .map(([key, held]) => `${key}=${held}`)
        .join('; ') || null
    );
  if (holds === 'day') return new Date(`${String(value)}T00:00:00Z`);
  return holds === 'number' ? Number(value) : String(value);
}

function rowsOf(file: PlanFile): Record<SheetName, Record<string, unknown>[]> {
  return {
    ...file,
    plan: [file.plan],
    items: file.sections.flatMap(({ code, items }) => items.map((item) => ({ section: code, ...item }))),
    indicators: file.indicators.map(({ baseline, ...row }) => ({ ...row, baseline: baseline.value, baseline_note: baseline.note })),
    targets: file.indicators.flatMap(({ code, targets }) => targets.map((target) => ({ indicator: code, ...target }))),
  };
}
