import { parse, problemsOf } from '#platform/http/form.ts';
import { dictionary } from '#platform/i18n/dictionary.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import type { SheetRow } from '#platform/sheets/read.ts';
import { contactKinds, newContactInput, type ContactInput } from './contacts.input.ts';
import type { ColumnTarget } from './imports.input.ts';
import { plain } from './plain.ts';

/** What is wrong in a row, by column. */
export interface RowProblem {
  readonly column: string | null;
  readonly problem: Refusal;
}

const heads: Readonly<Record<string, ColumnTarget>> = {
  nombre: 'name',
  'nombre completo': 'name',
  'nombres y apellidos': 'name',
  name: 'name',
  correo: 'email',
  'correo electronico': 'email',
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  telefono: 'phone',
  celular: 'phone',
  movil: 'phone',
  phone: 'phone',
  telephone: 'phone',
  entidad: 'organization',
  organizacion: 'organization',
  empresa: 'organization',
  'entidad u organizacion': 'organization',
  organization: 'organization',
  municipio: 'region',
  departamento: 'region',
  ciudad: 'region',
  'municipio o departamento': 'region',
  region: 'region',
  idioma: 'language',
  language: 'language',
  'quien es': 'kind',
  tipo: 'kind',
  kind: 'kind',
  intereses: 'interests',
  temas: 'interests',
  interests: 'interests',
};

/** What each column seems to be by its head, each once. */
export function guessColumns(cells: readonly string[]): ColumnTarget[] {
  const taken = new Set<ColumnTarget>();
  return cells.map((cell) => {
    const target = heads[plain(cell)] ?? '';
    if (target === '' || taken.has(target)) return '';
    taken.add(target);
    return target;
  });
}

const kinds = new Map<string, string>(
  contactKinds.flatMap((kind) => [
    [kind, kind] as const,
    ...Object.values(dictionary).map((words) => [plain(words.audiences?.[`kind.${kind}`] ?? kind), kind] as const),
  ]),
);
const languages: Readonly<Record<string, string>> = { es: 'es', espanol: 'es', spanish: 'es', en: 'en', ingles: 'en', english: 'en' };

/** One row as a contact, or everything that is wrong with it. */
export function readContact(
  row: SheetRow,
  columns: readonly string[],
  names: readonly string[],
  kind: string,
): ContactInput | readonly RowProblem[] {
  if (row.fault) return [{ column: null, problem: refuse(row.fault.code, { cell: row.fault.cell }) }];
  const fields: Record<string, unknown> = { kind };
  const attributes: Record<string, string> = {};
  const problems: RowProblem[] = [];
  columns.forEach((target, at) => {
    const cell = row.cells[at] ?? '';
    if (target === '' || cell === '') return;
    if (target === 'attribute') attributes[plain(names[at] ?? '') || `columna ${at + 1}`] = cell;
    else if (target === 'kind' || target === 'language') {
      const known = target === 'kind' ? kinds.get(plain(cell)) : languages[plain(cell)];
      if (known) fields[target] = known;
      else problems.push({ column: target, problem: refuse(`import.${target}`, { value: cell.slice(0, 60) }) });
    } else fields[target] = cell;
  });
  const parsed = parse(newContactInput, { ...fields, attributes });
  if (isRefusal(parsed))
    return [...problems, ...Object.entries(problemsOf(parsed)).map(([column, problem]) => ({ column: column.split('.')[0]!, problem }))];
  if (parsed.email === null && parsed.phone === null) problems.push({ column: 'email', problem: refuse('contact.no_way') });
  return problems.length > 0 ? problems : parsed;
}
