import type { Ctx, Told } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { BadSheet, readSheet } from '#platform/sheets/read.ts';
import { invite } from './invitations.ts';
import { insertPeople, selectKnownMails, selectUnitNames, type Joined } from './people-import.queries.ts';
import { columnsOf, plain, readPerson, type Column, type Fault, type ImportedPerson } from './people-rows.ts';
import { organizationPolicy as policy } from './policy.ts';

export type { Fault as ImportFault };

/** What an import would do: `known` have that mail here already and stay as they are; with any fault nothing comes in. */
export interface ImportPreview {
  readonly rows: number;
  readonly ready: number;
  readonly known: number;
  readonly faultCount: number;
  readonly faults: readonly Fault[];
  readonly first: readonly ImportedPerson[];
}

const batch = 1000;
const faultsShown = 200;
const invitable = 2000;

/** Reads a file of people without writing anything. Refused whole when it is no sheet or lacks its columns. */
export function previewPeople(ctx: Ctx, file: File): Promise<ImportPreview | Refusal> {
  return readAll(ctx, file, () => Promise.resolve());
}

/** Brings in everybody of a file, or nobody: one fault anywhere refuses it (`import.faults`). */
export async function importPeople(
  ctx: Ctx,
  file: File,
  input: { invite: boolean; origin: string },
): Promise<{ added: number; known: number } | Refusal> {
  const added: string[] = [];
  const result = await readAll(ctx, file, async (people) => {
    const joined = await insertPeople(ctx.db, people, ctx.actor.id, ctx.now);
    await ctx.tell(joined.flatMap(told));
    added.push(...joined.map(({ id }) => id));
  });
  if (isRefusal(result)) return result;
  if (result.faultCount > 0) return refuse('import.faults', { count: result.faultCount });
  if (input.invite && added.length > invitable) return refuse('import.too_many_invitations', { maximum: invitable, count: added.length });
  await ctx.tell({
    name: 'people.imported',
    subject: { type: 'people', id: file.name },
    after: { file: file.name, rows: result.rows, added: added.length, known: result.known },
    topics: ['people'],
  });
  if (input.invite) for (const person of added) await invite(ctx, { person, purpose: 'join', origin: input.origin });
  return { added: added.length, known: result.known };
}

/** What each person who comes in by a file leaves in the audit log: the same as one added by hand. */
function told({ id, grants, ...fields }: Joined): Told[] {
  const subject = { type: 'person', id } as const;
  return [
    { name: 'person.added', subject, after: fields, topics: ['people'] },
    ...grants.map(({ id: grant, role }): Told => ({
      name: 'role.given',
      subject,
      after: { person: fields.name, role, unit: null },
      payload: { grant, role, unit: null },
      topics: ['people'],
    })),
  ];
}

async function readAll(ctx: Ctx, file: File, take: (people: readonly ImportedPerson[]) => Promise<void>): Promise<ImportPreview | Refusal> {
  authorize(ctx.actor, policy, 'people.edit', null);
  const units = await unitsByName(ctx);
  const seen = new Map<string, number>();
  const faults: Fault[] = [];
  const first: ImportedPerson[] = [];
  const count = { rows: 0, ready: 0, known: 0, faults: 0 };
  let columns: readonly (Column | undefined)[] | undefined;
  let waiting: ImportedPerson[] = [];
  const wrong = (found: readonly Fault[]) => {
    count.faults += found.length;
    faults.push(...found.slice(0, faultsShown - faults.length));
  };
  const flush = async () => {
    const known = await selectKnownMails(
      ctx.db,
      waiting.map(({ email }) => email),
    );
    const fresh = waiting.filter(({ email }) => !known.has(email.toLowerCase()));
    count.known += waiting.length - fresh.length;
    count.ready += fresh.length;
    first.push(...fresh.slice(0, Math.max(0, 10 - first.length)));
    // A file with a fault is refused in the end: nothing more of it needs writing.
    if (count.faults === 0 && fresh.length > 0) await take(fresh);
    waiting = [];
  };
  try {
    for await (const row of readSheet(file)) {
      if (!columns) {
        const found = columnsOf(row.cells);
        if (isRefusal(found)) return found;
        columns = found;
        continue;
      }
      count.rows++;
      const person = readPerson(row, columns, units);
      if (!('email' in person)) {
        wrong(person);
        continue;
      }
      const before = seen.get(person.email.toLowerCase());
      if (before !== undefined) {
        wrong([{ row: row.row, column: 'email', problem: refuse('import.twice', { row: before }) }]);
        continue;
      }
      seen.set(person.email.toLowerCase(), row.row);
      waiting.push(person);
      if (waiting.length === batch) await flush();
    }
    await flush();
  } catch (cause) {
    if (cause instanceof BadSheet) return refuse(cause.code, cause.details, 'sheet');
    throw cause;
  }
  if (count.rows === 0) return refuse('import.nobody', {}, 'sheet');
  return { rows: count.rows, ready: count.ready, known: count.known, faultCount: count.faults, faults, first };
}

/** By code and by name; a name that two units have is nobody's: then the code is asked for. */
async function unitsByName(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await selectUnitNames(ctx.db);
  const names = new Map<string, number>();
  const twice = new Set<string>();
  for (const { id, name } of rows) {
    if (names.has(plain(name))) twice.add(plain(name));
    names.set(plain(name), id);
  }
  for (const name of twice) names.delete(name);
  for (const { id, code } of rows) names.set(code, id);
  return names;
}
