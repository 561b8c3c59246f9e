import { PassThrough, Readable } from 'node:stream';

export type Cell = string | number | Date | null;

/** A table on its way out: its heads, and rows that come as they are read. */
export interface Sheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

export const formats = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof formats)[number];

/** A download of a sheet, written while its rows are read: any number of rows fits in memory. */
export function download(sheet: Sheet, format: SheetFormat): Response {
  const body = format === 'csv' ? Readable.from(csvOf(sheet)) : xlsxOf(sheet);
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return new Response(Readable.toWeb(body) as ReadableStream, {
    headers: { 'content-type': type, 'content-disposition': attachment(`${sheet.name}.${format}`), 'cache-control': 'private, no-store' },
  });
}

/** RFC 6266: a plain name for old programs, the real one for the rest. */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\/]/g, '');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}

/** RFC 4180. It begins with a byte order mark: without it a spreadsheet reads UTF-8 as something else. */
export async function* csvOf({ heads, rows }: Sheet): AsyncGenerator<string> {
  yield `\ufeff${heads.map(quoted).join(',')}\r\n`;
  for await (const row of rows) yield `${row.map(quoted).join(',')}\r\n`;
}

function quoted(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'number') return String(cell);
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that begins like a formula would run as one when a spreadsheet opens the CSV (OWASP, CSV injection). */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function xlsxOf({ name, heads, rows }: Sheet): Readable {
  const out = new PassThrough();
  const write = async () => {
    const { default: Excel } = await import('exceljs');
    const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
    const page = book.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
    page.columns = heads.map((head) => ({ header: head, width: Math.max(12, Math.min(40, head.length + 6)) }));
    page.getRow(1).font = { bold: true };
    for await (const row of rows) {
      page.addRow(row as Cell[]).commit();
      if (out.writableNeedDrain)
        await new Promise((drained) => {
          out.once('drain', drained);
        });
    }
    page.commit();
    await book.commit();
  };
  write().catch((cause: unknown) => out.destroy(cause as Error));
  return out;
}
