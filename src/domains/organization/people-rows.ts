import { dictionary } from '#platform/i18n/dictionary.ts';
import { roles, type Role } from '#platform/http/policy.ts';
import { parse, problemsOf } from '#platform/http/form.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import type { SheetRow } from '#platform/sheets/read.ts';
import { importedRowShape } from './people-import.input.ts';

export type Column = 'name' | 'email' | 'unit' | 'position' | 'employment' | 'roles';
export interface Fault {
  readonly row: number;
  readonly column: Column | null;
  readonly problem: Refusal;
}
export interface ImportedPerson {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly position: string;
  readonly employment: 'servant' | 'contractor';
  readonly unit: number | null;
  readonly roles: readonly Role[];
}

const heads: Readonly<Record<string, Column>> = {
  nombre: 'name',
  name: 'name',
  'nombre completo': 'name',
  correo: 'email',
  'correo electronico': 'email',
  email: 'email',
  mail: 'email',
  dependencia: 'unit',
  unit: 'unit',
  dependency: 'unit',
  cargo: 'position',
  position: 'position',
  vinculacion: 'employment',
  employment: 'employment',
  papeles: 'roles',
  roles: 'roles',
  papel: 'roles',
  role: 'roles',
};
const employments: Readonly<Record<string, 'servant' | 'contractor'>> = {
  '': 'servant',
  servant: 'servant',
  servidor: 'servant',
  'servidor publico': 'servant',
  'public servant': 'servant',
  planta: 'servant',
  contractor: 'contractor',
  contratista: 'contractor',
};
const roleNames = new Map<string, Role>(
  roles.flatMap((role) => [
    [role, role] as const,
    ...Object.values(dictionary).map((words) => [plain(words.organization?.[`role.${role}`] ?? role), role] as const),
  ]),
);

export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Which column each head of the file is; refused when name or mail is not there. Columns with other heads are left out. */
export function columnsOf(cells: readonly string[]): readonly (Column | undefined)[] | Refusal {
  const columns = cells.map((cell) => heads[plain(cell)]);
  const missing = (['name', 'email'] as const).filter((column) => !columns.includes(column));
  return missing.length > 0
    ? refuse('import.columns', {
        count: missing.length,
        missing: missing.map((column) => ({ name: 'nombre', email: 'correo' })[column]).join(', '),
      })
    : columns;
}

/** One row as a person, or everything that is wrong with it. */
export function readPerson(
  row: SheetRow,
  columns: readonly (Column | undefined)[],
  units: ReadonlyMap<string, number>,
): ImportedPerson | readonly Fault[] {
  if (row.fault) return [{ row: row.row, column: null, problem: refuse(row.fault.code, { cell: row.fault.cell }) }];
  const cells = Object.fromEntries(columns.flatMap((column, index) => (column ? [[column, row.cells[index] ?? '']] : [])));
  const parsed = parse(importedRowShape, cells);
  const faults: Fault[] = isRefusal(parsed)
    ? Object.entries(problemsOf(parsed)).map(([column, problem]) => ({ row: row.row, column: column as Column, problem }))
    : [];
  const at = (column: Column, problem: Refusal) => {
    faults.push({ row: row.row, column, problem });
  };
  const unit = cells.unit ? units.get(plain(cells.unit)) : null;
  if (unit === undefined) at('unit', refuse('import.unit', { unit: cells.unit ?? '' }));
  const employment = employments[plain(cells.employment ?? '')];
  if (!employment) at('employment', refuse('import.employment', { value: cells.employment ?? '' }));
  const held: Role[] = [];
  for (const name of (cells.roles ?? '')
    .split(/[;,|]/)
    .map(plain)
    .filter((name) => name !== '')) {
    const role = roleNames.get(name);
    if (role) held.push(role);
    else at('roles', refuse('import.role', { role: name }));
  }
  if (faults.length > 0 || isRefusal(parsed)) return faults;
  return {
    row: row.row,
    name: parsed.name,
    email: parsed.email,
    position: parsed.position,
    employment: employment!,
    unit: unit ?? null,
    roles: [...new Set(held)],
  };
}
