import { readFile } from 'node:fs/promises';
import type { Ctx } from '#platform/ctx.ts';
import type { Reaction } from '#platform/events/reactions.ts';
import { authorize } from '#platform/http/policy.ts';
import { parse, problemsOf } from '#platform/http/form.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { BadSheet, readSheet, type SheetRow } from '#platform/sheets/read.ts';
import { dictionary } from '#platform/i18n/dictionary.ts';
import { editorialPolicy } from './policy.ts';
import { termInput, termSorts, type TermInput, type TermSort } from './terms.input.ts';
import { countTerms, insertTerms } from './terms.queries.ts';

type Column = 'term' | 'sort' | 'meaning' | 'insteadOf';

/** What is wrong in a row of a file of terms. */
export interface TermFault {
  readonly row: number;
  readonly column: Column | null;
  readonly problem: Refusal;
}

const heads: Readonly<Record<string, Column>> = {
  termino: 'term',
  term: 'term',
  clase: 'sort',
  sort: 'sort',
  significado: 'meaning',
  meaning: 'meaning',
  'en lugar de': 'insteadOf',
  'instead of': 'insteadOf',
  instead_of: 'insteadOf',
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

const sorts = new Map<string, TermSort>([
  ['', 'term'],
  ...termSorts.flatMap((sort): [string, TermSort][] => [
    [sort, sort],
    ...Object.values(dictionary).map((words): [string, TermSort] => [plain(words.terms?.[`sort.${sort}`] ?? sort), sort]),
  ]),
]);

const most = 20_000;

/**
 * Reads a CSV or XLSX with the columns term, sort, meaning and instead of (phrases parted by semicolons). Refused whole when it is no
 * sheet, has no column of terms, or is longer than 20,000 rows; otherwise its terms and every fault, with its row.
 */
export async function readTerms(file: File): Promise<{ terms: TermInput[]; faults: TermFault[] } | Refusal> {
  const terms = new Map<string, TermInput>();
  const faults: TermFault[] = [];
  let columns: readonly (Column | undefined)[] | undefined;
  try {
    for await (const row of readSheet(file)) {
      if (!columns) {
        columns = row.cells.map((cell) => heads[plain(cell)]);
        if (!columns.includes('term')) return refuse('term.no_column', {}, 'sheet');
        continue;
      }
      const read = readTerm(row, columns);
      if ('problem' in read) faults.push(read);
      else terms.set(plain(read.term), read);
      if (terms.size + faults.length > most) return refuse('term.too_many', { maximum: most }, 'sheet');
    }
  } catch (cause) {
    if (cause instanceof BadSheet) return refuse(cause.code, cause.details, 'sheet');
    throw cause;
  }
  return terms.size + faults.length === 0 ? refuse('term.none_in_file', {}, 'sheet') : { terms: [...terms.values()], faults };
}

function readTerm(row: SheetRow, columns: readonly (Column | undefined)[]): TermInput | TermFault {
  if (row.fault) return { row: row.row, column: null, problem: refuse(row.fault.code, { cell: row.fault.cell }) };
  const cells = Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, row.cells[at] ?? '']] : [])));
  const sort = sorts.get(plain(cells.sort ?? ''));
  if (!sort) return { row: row.row, column: 'sort', problem: refuse('term.sort', { sort: cells.sort ?? '' }) };
  const read = parse(termInput, { ...cells, sort });
  if (!isRefusal(read)) return read;
  const [[column, problem] = ['term', read]] = Object.entries(problemsOf(read));
  return { row: row.row, column: column as Column, problem };
}

/** Writes every term of a file, those that are there already with what the file says; with a fault, none. */
export async function importTerms(ctx: Ctx, file: File): Promise<{ terms: number } | { faults: TermFault[] } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'terms.write');
  const read = await readTerms(file);
  if (isRefusal(read)) return read;
  if (read.faults.length > 0) return { faults: read.faults.slice(0, 200) };
  await write(ctx, read.terms, file.name);
  return { terms: read.terms.length };
}

const folder = new URL('../../../templates/terms/', import.meta.url);

/** The list that comes with the product: officialese and the plain word for it, for an institution that has none of its own yet. */
export async function loadStartingTerms(ctx: Ctx): Promise<number> {
  authorize(ctx.actor, editorialPolicy, 'terms.write');
  if ((await countTerms(ctx.db, {})) > 0) return 0;
  const read = await readTerms(new File([await readFile(new URL('comunicacion-publica.csv', folder))], 'comunicacion-publica.csv'));
  if (isRefusal(read) || read.faults.length > 0)
    throw new Error(`the list of terms that comes with the product is faulty: ${JSON.stringify(read)}`);
  await write(ctx, read.terms, 'comunicacion-publica.csv');
  return read.terms.length;
}

export const startingTerms: Reaction = {
  name: 'editorial.starting-terms',
  to: ['institution.set_up'],
  react: async (ctx) => {
    await loadStartingTerms(ctx);
  },
};

async function write(ctx: Ctx, terms: readonly TermInput[], name: string): Promise<void> {
  await insertTerms(ctx.db, terms, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'terms.imported',
    subject: { type: 'terms', id: name },
    after: { file: name, rows: terms.length },
    topics: ['terms'],
  });
}
