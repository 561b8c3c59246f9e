import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { system, type Ctx } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { isRefusal } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { listPeople } from './directory.ts';
import { importPeople, previewPeople } from './people-import.ts';
import { createUnit } from './units.ts';

const database = await freshDatabase();
const ctx = commandContext(database.primary, system, new Date('2026-11-22T15:00:00Z'), () => []);
const csv = (text: string) => new File([text], 'personas.csv');
const run = (file: File) =>
  database.primary.transaction().execute(async (db) => {
    const inside: Ctx = commandContext(db, system, ctx.now, () => []);
    return importPeople(inside, file, { invite: false, origin: 'http://localhost' });
  });

describe('people from a file', () => {
  beforeAll(async () => {
    await createUnit(ctx, { name: 'Talento Humano', code: 'th', parent: null });
  });

  it('come in with dependency by code or name and roles by their names', async () => {
    const file = csv(
      'Nombre;Correo;Dependencia;Cargo;Vinculación;Papeles\nAna Lucía Villadiego;ana.villadiego@puertoclaro.gov.co;talento humano;Directora;Servidor público;Enlace de dependencia, staff\nDiego Herazo;diego.herazo@puertoclaro.gov.co;th;;Contratista;\n',
    );
    expect(await previewPeople(ctx, file)).toMatchObject({ rows: 2, ready: 2, known: 0, faultCount: 0 });
    expect(await run(file)).toEqual({ added: 2, known: 0 });
    const { people } = await listPeople(ctx, {});
    expect(people.map(({ name, unit, employment, roles }) => [name, unit, employment, roles.map(({ role }) => role)])).toEqual([
      ['Ana Lucía Villadiego', 'Talento Humano', 'servant', ['liaison', 'staff']],
      ['Diego Herazo', 'Talento Humano', 'contractor', []],
    ]);
    const { rows } = await sql<{ action: string; said: string }>`select action, after ->> 'role' as said from audit_entries e
      join people p on p.id::text = e.subject_id where p.email = 'ana.villadiego@puertoclaro.gov.co' order by e.id`.execute(
      database.primary,
    );
    expect(rows.map(({ action, said }) => [action, said])).toEqual([
      ['person.added', null],
      ['role.given', 'liaison'],
      ['role.given', 'staff'],
    ]);
    expect(await run(file)).toEqual({ added: 0, known: 2 });
  });

  it('do not come in at all when one row is wrong, and each fault says its row', async () => {
    const file = csv(
      'nombre,correo,dependencia,papeles\nYenny Mosquera,yenny@puertoclaro.gov.co,,\nSin Correo,,,\nOtra,YENNY@puertoclaro.gov.co,,\nTomás,tomas@,Sistemas,jefe supremo\n',
    );
    const preview = await previewPeople(ctx, file);
    if (isRefusal(preview)) throw new Error(preview.refused);
    expect(preview.faults.map(({ row, column, problem }) => [row, column, problem.refused])).toEqual([
      [3, 'email', 'input.required'],
      [4, 'email', 'import.twice'],
      [5, 'email', 'input.mail'],
      [5, 'unit', 'import.unit'],
      [5, 'roles', 'import.role'],
    ]);
    expect(await run(file)).toMatchObject({ refused: 'import.faults', details: { count: 5 } });
    expect((await listPeople(ctx, { search: 'yenny' })).count).toBe(0);
  });

  it.each([
    ['lacks a column', csv('nombre,cargo\nAna,Directora\n'), 'import.columns'],
    ['has heads only', csv('nombre,correo\n'), 'import.nobody'],
    ['is a picture', new File(['PNG'], 'personas.png'), 'sheet.kind'],
    ['says it is a workbook', new File(['hola'], 'personas.xlsx'), 'sheet.not_xlsx'],
  ])('a file that %s is refused whole', async (_, file, code) => {
    expect(await previewPeople(ctx, file)).toMatchObject({ refused: code });
  });

  it('of a workbook count formulas by their value, and merged cells are refused with their place', async () => {
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet('Personas');
    page.addRow(['Nombre', 'Correo']);
    page.addRow([{ formula: 'A1', result: 'Rosa Elena Pautt' }, 'rosa.pautt@puertoclaro.gov.co']);
    const file = async () => new File([new Uint8Array(await book.xlsx.writeBuffer())], 'personas.xlsx');
    expect(await previewPeople(ctx, await file())).toMatchObject({ ready: 1, first: [{ name: 'Rosa Elena Pautt' }] });
    page.mergeCells('A3:B3');
    expect(await previewPeople(ctx, await file())).toMatchObject({ refused: 'sheet.merged', details: { cell: 'A3:B3' } });
  });

  it('a hundred thousand come in at once', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `Persona ${n},persona.${n}@puertoclaro.gov.co,th,staff`);
    expect(await run(csv(`nombre,correo,dependencia,papeles\n${rows.join('\n')}`))).toEqual({ added: 100_000, known: 0 });
    const started = performance.now();
    const { people, count, next } = await listPeople(ctx, { search: 'persona 4242' });
    expect(people.some(({ name }) => name === 'Persona 4242')).toBe(true);
    expect([count > 0, next !== undefined]).toEqual([true, true]);
    expect(performance.now() - started).toBeLessThan(5_000);
  }, 120_000);
});
