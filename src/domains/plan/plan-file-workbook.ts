import type ExcelJS from 'exceljs';
import { zipContent, zipEntries } from '#platform/sheets/zip.ts';
import type { Fault, FilePath, Place, Where } from './faults.ts';
import type { Source } from './read-plan-file.ts';
import { mostRows, type Column, type SheetName, sheetNames, sheets } from './plan-file-sheets.ts';

interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
}
type Read = Readonly<Record<SheetName, readonly SheetRow[]>>;

/**
 * What a workbook says, as the same value that the YAML would give, and in which sheet, row and column each part stands.
 * Formulas, merged cells, errors, unknown sheets or columns, and too many rows are faults: what they mean cannot be known.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Source> {
  const nothing = (fault: Fault) => ({ value: null, where: () => ({}), faults: [fault] });
  const counted = await countRows(bytes);
  if (counted === 'unreadable') return nothing({ code: 'plan_file.unreadable', details: {}, at: {} });
  if (counted) return nothing({ code: 'plan_file.too_many_rows', details: { maximum: mostRows }, at: counted });
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const faults: Fault[] = [];
  for (const { name } of workbook.worksheets) {
    if (!sheetNames.includes(name as SheetName) && name !== notesSheet)
      faults.push({ code: 'plan_file.unknown_sheet', details: { value: name }, at: { sheet: name } });
  }
  const unread: Unread = { sheets: new Set(), rows: new Set(), cells: new Set() };
  const read = Object.fromEntries(
    sheetNames.map((name) => [name, readSheet(workbook.getWorksheet(name), name, faults, unread)]),
  ) as unknown;
  const { value, where, faults: more } = assemble(read as Read);
  return { value, where, faults: [...faults, ...more], isNews: isNews(unread) };
}

/** What could not be read: sheets that are not there or have other heads, rows with merged cells, single cells. */
interface Unread {
  readonly sheets: Set<string>;
  readonly rows: Set<string>;
  readonly cells: Set<string>;
}

/** That a value lacks where its cell, row or head was already told to be wrong is no news. */
function isNews({ sheets: whole, rows, cells }: Unread) {
  return ({ code, at: { sheet = '', row, column = '' } }: Fault) =>
    !rows.has(`${sheet} ${row}`) &&
    !cells.has(`${sheet} ${row} ${column}`) &&
    !(code === 'input.required' && (whole.has(sheet) || cells.has(`${sheet} ${column}`)));
}

/** A sheet of explanations that importing skips. */
export const notesSheet = 'notes';

/**
 * Counts rows in the sheets' own XML (ECMA-376 §18.3.1.73), so that a hundred thousand are refused before they fill the memory. Not by the
 * streaming reader: it goes by the parts as they come, and now and then takes a whole workbook for a broken one.
 */
async function countRows(bytes: Uint8Array): Promise<Place | 'unreadable' | null> {
  const file = new File([Uint8Array.from(bytes)], 'plan.xlsx');
  let rows = 0;
  try {
    const entries = await zipEntries(file);
    if (!entries) return 'unreadable';
    for (const entry of entries.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) {
      let rest = '';
      for await (const chunk of await zipContent(file, entry)) {
        const text = rest + (chunk as Buffer).toString('latin1');
        const begun = [...text.matchAll(/<(?:\w{1,10}:)?row[\s>]/g)];
        rows += begun.length;
        if (rows > mostRows) return { row: mostRows + 1 };
        const last = begun.at(-1);
        rest = text.slice(Math.max(text.length - 20, last ? last.index + last[0].length : 0));
      }
    }
  } catch {
    return 'unreadable';
  }
  return null;
}

function readSheet(sheet: ExcelJS.Worksheet | undefined, name: SheetName, faults: Fault[], unread: Unread): SheetRow[] {
  if (!sheet) {
    unread.sheets.add(name);
    if (name === 'plan') faults.push({ code: 'plan_file.no_plan_sheet', details: {}, at: { sheet: name } });
    return [];
  }
  const columns = new Map<number, Column>();
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return headersOf(row, name, columns, faults, unread);
    const before = faults.length;
    const cells: Record<string, unknown> = {};
    row.eachCell((cell, at) => {
      const column = columns.get(at);
      const fault = faultOfCell(cell);
      if (cell.isMerged) unread.rows.add(`${name} ${number}`);
      if (fault) unread.cells.add(`${name} ${number} ${column?.name ?? cell.address}`);
      if (fault) faults.push({ code: fault, details: {}, at: { sheet: name, row: number, column: column?.name ?? cell.address } });
      else if (cell.isMerged) return;
      else if (column) cells[column.name] = valueOf(cell, column);
      else if (cell.text.trim() !== '')
        faults.push({ code: 'plan_file.unheaded', details: {}, at: { sheet: name, row: number, column: cell.address } });
    });
    const says = Object.values(cells).some((value) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0));
    // A row of which nothing can be read is there all the same: others may name it.
    if (says || unread.rows.has(`${name} ${number}`) || faults.length > before) rows.push({ row: number, cells });
  });
  return rows;
}

function headersOf(row: ExcelJS.Row, name: SheetName, columns: Map<number, Column>, faults: Fault[], unread: Unread): void {
  const before = faults.length;
  row.eachCell((cell, at) => {
    const header = cell.text.trim();
    const column = sheets[name].find((known) => known.name === header);
    if (column && ![...columns.values()].includes(column)) columns.set(at, column);
    else if (header)
      faults.push({ code: 'plan_file.unknown_column', details: { field: header }, at: { sheet: name, row: 1, column: header } });
  });
  const known = new Set([...columns.values()].map((column) => column.name));
  // A head that is written otherwise leaves each of its cells without one: the head is the fault.
  if (faults.length > before) for (const { name: head } of sheets[name]) if (!known.has(head)) unread.cells.add(`${name} ${head}`);
}

function faultOfCell(cell: ExcelJS.Cell): string | null {
  if (cell.formula !== undefined) return 'plan_file.formula';
  if (typeof cell.value === 'object' && cell.value && 'error' in cell.value) return 'plan_file.cell_error';
  // Each cell of a merge points to its first: one fault is enough.
  return cell.isMerged && cell.master.address === cell.address ? 'plan_file.merged' : null;
}

function valueOf(cell: ExcelJS.Cell, { holds }: Column): unknown {
  const { value } = cell;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = cell.text.trim();
  if (holds === 'list') return parts(text);
  if (holds === 'pairs')
    return Object.fromEntries(
      parts(text).map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? [part, ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
      }),
    );
  if (holds === 'number') return typeof value === 'number' ? value : text === '' ? undefined : numberOf(text);
  return text === '' ? undefined : text;
}

const parts = (text: string) =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
const numberOf = (text: string) => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text);

/** Puts items into their sections and targets into their indicators, and remembers the row of each. */
function assemble(read: Read): { value: unknown; where: Where; faults: Fault[] } {
  const faults: Fault[] = [];
  const inner = {
    items: gather(read, 'items', 'section', 'sections', faults),
    targets: gather(read, 'targets', 'indicator', 'indicators', faults),
  };
  const plain = (name: SheetName) => read[name].map(({ cells }) => cells);
  const value = {
    ...Object.fromEntries(sheetNames.filter((name) => name !== 'items' && name !== 'targets').map((name) => [name, plain(name)])),
    plan: read.plan[0]?.cells ?? {},
    sections: read.sections.map(({ cells }) => ({
      ...cells,
      items: (inner.items.get(cells['code']) ?? []).map(({ cells: { section: _, ...item } }) => item),
    })),
    indicators: read.indicators.map(({ cells: { baseline, baseline_note: note, ...cells } }) => ({
      ...cells,
      baseline: { value: baseline, note },
      targets: (inner.targets.get(cells['code']) ?? []).map(({ cells: { indicator: _, ...target } }) => target),
    })),
  };
  for (const extra of read.plan.slice(1)) faults.push({ code: 'plan_file.two_plans', details: {}, at: { sheet: 'plan', row: extra.row } });
  const where: Where = (path) => placeOf(path, read, inner);
  return { value, where, faults };
}

type Inner = Readonly<Record<'items' | 'targets', ReadonlyMap<unknown, readonly SheetRow[]>>>;

function gather(read: Read, sheet: SheetName, key: string, owners: SheetName, faults: Fault[]): Map<unknown, SheetRow[]> {
  const known = new Set(read[owners].map(({ cells }) => cells['code']));
  for (const { row, cells } of read[sheet]) {
    if (!known.has(cells[key]))
      faults.push({
        code: 'plan_file.unknown',
        details: { value: String(cells[key] ?? ''), list: owners },
        at: { sheet, row, column: key },
      });
  }
  return Map.groupBy(read[sheet], ({ cells }) => cells[key]);
}

function placeOf(path: FilePath, read: Read, inner: Inner): Place {
  const [list, at, field, index, innerField] = path;
  if (list === 'plan') return { sheet: 'plan', row: read.plan[0]?.row ?? 2, ...columnOf(at) };
  const owner = read[list as SheetName]?.[Number(at)];
  if ((field === 'items' || field === 'targets') && owner && index !== undefined) {
    return { sheet: field, row: inner[field].get(owner.cells['code'])?.[Number(index)]?.row ?? 1, ...columnOf(innerField) };
  }
  const column = field === 'baseline' && index === 'note' ? 'baseline_note' : field;
  return { sheet: String(list ?? 'plan'), ...(owner ? { row: owner.row } : {}), ...columnOf(column) };
}

const columnOf = (name: PropertyKey | undefined) => (typeof name === 'string' ? { column: name } : {});
