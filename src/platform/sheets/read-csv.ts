import { TextDecoder } from 'node:util';
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { BadSheet, type SheetRow } from './row.ts';
import { wideEncoding } from './wide.ts';

/** Rows of a CSV: commas, semicolons or tabs; UTF-8, UTF-16 with its mark, or the windows-1252 that spreadsheets in Spanish still write. */
export async function* readCsv(content: Readable, start: Buffer): AsyncGenerator<SheetRow> {
  const encoding = wideEncoding(start) ?? (isUtf8(wholeCharacters(start)) ? 'utf-8' : 'windows-1252');
  const [head = ''] = new TextDecoder(encoding).decode(start).split(/\r?\n/);
  const delimiter = [',', ';', '\t'].toSorted((one, other) => head.split(other).length - head.split(one).length)[0]!;
  const decoder = new TextDecoder(encoding);
  const rows = parse({ delimiter, bom: false, relax_column_count: true, skip_empty_lines: false, max_record_size: 100_000, info: true });
  const feed = async () => {
    for await (const chunk of content) {
      if (!rows.write(decoder.decode(chunk as Buffer, { stream: true })))
        await new Promise((drained) => {
          rows.once('drain', drained);
        });
    }
    rows.end(decoder.decode());
  };
  feed().catch((cause: unknown) => rows.destroy(cause as Error));
  let row = 0;
  try {
    for await (const { record } of rows as AsyncIterable<{ record: string[] }>) {
      row++;
      const cells = record.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
  } catch (cause) {
    if ((cause as { code?: string }).code?.startsWith('CSV_')) throw new BadSheet('sheet.broken_csv', { row: row + 1 });
    throw cause;
  }
}

/** The first part of a file may end in the middle of a character: up to three bytes are left out. */
function wholeCharacters(start: Buffer): Buffer {
  for (let cut = 0; cut < 4 && start.length === 4096; cut++) {
    const part = start.subarray(0, start.length - cut);
    if (isUtf8(part)) return part;
  }
  return start;
}
