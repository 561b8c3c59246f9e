import type { Column } from '#platform/documents/writer.ts';
import type { Face } from './faces.ts';
import { printable } from './printable.ts';
import { floor, ink, margins, quiet, width, type Sheets } from './sheets.ts';

/** Rows that break over pages repeat their heads, which then are drawn, not read again. */
export function writeTable(sheets: Sheets, caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
  const { doc } = sheets;
  const whole = columns.reduce((sum, { parts }) => sum + parts, 0);
  const widths = columns.map(({ parts }) => (width * parts) / whole);
  sheets.space(6, 90);
  const table = sheets.add(sheets.root, 'Table');
  sheets.write('Caption', caption, { size: 9.5, face: 'regular', colour: quiet, after: 4 }, table);
  const draw = (cells: readonly string[], name: Face, each: (at: number, paint: () => void) => void) => {
    const y = doc.y;
    const height = heightOf(sheets, cells, widths, name);
    let x = margins.left;
    cells.forEach((cell, at) => {
      const place = x;
      each(at, () => {
        sheets.font(name, 9, name === 'bold' ? quiet : ink).text(printable(cell) || ' ', place, y, {
          width: widths[at]! - 8,
          align: columns[at]!.number ? 'right' : 'left',
        });
      });
      x += widths[at]!;
    });
    doc.x = margins.left;
    doc.y = y + height;
    sheets.rule(name === 'bold' ? ink : '#dcdbd7', name === 'bold' ? 0.9 : 0.6, 4);
  };
  const heads = columns.map(({ head }) => head);
  const headRow = sheets.add(table, 'TR');
  draw(heads, 'bold', (_, paint) => sheets.inside(headRow, 'TH', paint, { scope: 'Column' }));
  headRow.end();
  for (const cells of rows) {
    if (doc.y + heightOf(sheets, cells, widths, 'regular') > floor) {
      doc.addPage();
      draw(heads, 'bold', (_, paint) => sheets.artifact(paint));
    }
    const row = sheets.add(table, 'TR');
    draw(cells, 'regular', (at, paint) => (at === 0 ? sheets.inside(row, 'TH', paint, { scope: 'Row' }) : sheets.inside(row, 'TD', paint)));
    row.end();
  }
  table.end();
  doc.moveDown(0.6);
}

function heightOf(sheets: Sheets, cells: readonly string[], widths: readonly number[], name: Face): number {
  sheets.font(name, 9);
  return Math.max(...cells.map((cell, at) => sheets.doc.heightOfString(printable(cell) || ' ', { width: widths[at]! - 8 }))) + 5;
}
