import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { BadSheet, readSheet } from './read.ts';
import { csvOf, download } from './write.ts';

const sheet = {
  name: 'Personas',
  heads: ['Nombre', 'Correo'],
  rows: [
    ['Ana Lucía «Villadiego», TH', '=1+1'],
    ['Julián', null],
  ] as const,
};

async function read(file: File) {
  const rows = [];
  for await (const row of readSheet(file)) rows.push(row);
  return rows;
}

async function workbook(fill: (page: ExcelJS.Worksheet) => void): Promise<File> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Hoja 1'));
  return new File([new Uint8Array(await book.xlsx.writeBuffer())], 'personas.xlsx');
}

describe('a sheet', () => {
  it('is written as CSV that no spreadsheet takes for a formula', async () => {
    let text = '';
    for await (const part of csvOf(sheet)) text += part;
    expect(text).toBe('\ufeffNombre,Correo\r\n"Ana Lucía «Villadiego», TH",\'=1+1\r\nJulián,\r\n');
  });

  it('is written as XLSX that reads back the same', async () => {
    const response = download(sheet, 'xlsx');
    expect(response.headers.get('content-disposition')).toContain('Personas.xlsx');
    const rows = await read(new File([await response.arrayBuffer()], 'personas.xlsx'));
    expect(rows.map(({ cells }) => cells)).toEqual([['Nombre', 'Correo'], ['Ana Lucía «Villadiego», TH', '=1+1'], ['Julián']]);
  });

  it('is read from CSV with semicolons in windows-1252, numbered as it is seen', async () => {
    const rows = await read(new File([Buffer.from('nombre;correo\r\n\r\nJuli\xe1n;j@p.co\r\n', 'latin1')], 'a.csv'));
    expect(rows).toEqual([
      { row: 1, cells: ['nombre', 'correo'] },
      { row: 3, cells: ['Julián', 'j@p.co'] },
    ]);
  });

  it('counts a formula with the value it was saved with, and shows the cell of one that has none', async () => {
    const file = await workbook((page) => {
      page.getCell('A1').value = { formula: 'B1', result: 'Prensa' };
      page.getCell('A2').value = { formula: 'B2' };
      page.getCell('A3').value = { error: '#N/A' };
    });
    expect(await read(file)).toEqual([
      { row: 1, cells: ['Prensa'] },
      expect.objectContaining({ fault: { code: 'sheet.formula', cell: 'A2' } }),
      expect.objectContaining({ fault: { code: 'sheet.error_cell', cell: 'A3' } }),
    ]);
  });

  it('refuses merged cells and says where they are', async () => {
    const file = await workbook((page) => {
      page.getCell('A1').value = 'x';
      page.mergeCells('A1:B2');
    });
    await expect(read(file)).rejects.toMatchObject({ code: 'sheet.merged', details: { cell: 'A1:B2' } });
  });

  it.each([
    ['foto.xlsx', 'GIF89a', 'sheet.not_xlsx'],
    ['gente.csv', 'PK\x03\x04zip', 'sheet.not_csv'],
    ['gente.pdf', '%PDF', 'sheet.kind'],
    ['vacia.csv', '', 'sheet.empty'],
    ['roto.xlsx', 'PK\x03\x04 no more', 'sheet.not_xlsx'],
    ['roto.csv', 'a,b\n"x,y', 'sheet.broken_csv'],
  ])('that is not what its name says is refused: %s', async (name, content, code) => {
    await expect(read(new File([content], name))).rejects.toSatisfy((cause) => cause instanceof BadSheet && cause.code === code);
  });

  it('of a hundred thousand rows is read in bounded memory, both kinds', async () => {
    const rows = (function* () {
      for (let n = 0; n < 100_000; n++) yield [`Persona ${n}`, `persona.${n}@puertoclaro.gov.co`];
    })();
    const file = new File([await download({ ...sheet, rows }, 'xlsx').arrayBuffer()], 'mucha.xlsx');
    const before = process.memoryUsage().heapUsed;
    let highest = 0;
    let count = 0;
    for await (const row of readSheet(file)) {
      if (++count % 5000 === 0) highest = Math.max(highest, process.memoryUsage().heapUsed - before);
      expect(row.row).toBe(count);
    }
    expect(count).toBe(100_001);
    expect(highest).toBeLessThan(250_000_000);
  }, 60_000);
});
