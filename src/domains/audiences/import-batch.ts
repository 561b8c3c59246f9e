import type { Ctx } from '#platform/ctx.ts';
import type { SheetRow } from '#platform/sheets/read.ts';
import { filled } from './contacts.ts';
import type { ContactInput } from './contacts.input.ts';
import { changeMany, insertImportConsents, insertMany, selectKnown, type KnownContact } from './import-batch.queries.ts';
import { readContact } from './import-rows.ts';
import type { ContactImport, FaultRow, Progress } from './imports.queries.ts';
import { insertFaults } from './imports.queries.ts';
import { insertInteractions } from './interactions.queries.ts';
import { plain } from './plain.ts';

type Asked = Pick<
  ContactImport,
  'id' | 'columns' | 'heads' | 'kind' | 'rule' | 'purposes' | 'proof' | 'consentOn' | 'act' | 'about' | 'on'
>;
type Fields = Omit<ContactInput, 'kind' | 'interests'> & { readonly interests: readonly string[] };

/** Some rows of a file become contacts, by the import's rule; those that are wrong are kept to be mended. */
export async function takeRows(ctx: Ctx, asked: Asked, rows: readonly SheetRow[]): Promise<Omit<Progress, 'atRow'>> {
  const { given, faults, repeated } = readRows(asked, rows);
  await insertFaults(ctx.db, asked.id, faults);
  const known = new Map((await selectKnown(ctx.db, given)).map((contact) => [contact.at, contact]));
  const fresh = given.filter((_, at) => !known.has(at));
  const touched = asked.rule === 'keep' ? [] : [...known.values()].filter(({ kind }) => kind !== 'staff');
  const added = await insertMany(ctx.db, fresh, { importId: asked.id, purposes: [...asked.purposes].sort(), now: ctx.now });
  const changed = touched.flatMap((contact) => changeOf(asked, contact, given[contact.at]!));
  await changeMany(ctx.db, changed, { importId: asked.id, now: ctx.now });
  await insertImportConsents(
    ctx.db,
    [...added, ...touched].filter(({ stopped }) => !stopped).map(({ id }) => id),
    { importId: asked.id, purposes: asked.purposes, proof: asked.proof, on: asked.consentOn ?? '', by: ctx.actor.id },
  );
  const { act, about, on } = asked;
  const listed = [...added, ...known.values()].map(({ id }) => id);
  return {
    rows: rows.length,
    added: added.length,
    merged: touched.length + repeated,
    kept: known.size - touched.length,
    faulted: faults.length,
    noted: act && about && on ? await insertInteractions(ctx.db, listed, { act, about, on, importId: asked.id }) : 0,
  };
}

/** What the rows say; one that comes twice among them is one. */
export function readRows(asked: Pick<Asked, 'columns' | 'heads' | 'kind'>, rows: readonly SheetRow[]) {
  const faults: FaultRow[] = [];
  const given: ContactInput[] = [];
  const places = new Map<string, number>();
  let repeated = 0;
  for (const row of rows) {
    const read = readContact(row, asked.columns, asked.heads, asked.kind);
    if (!('email' in read)) {
      faults.push({ row: row.row, cells: row.cells, problems: read });
      continue;
    }
    const key = read.email ? read.email.toLowerCase() : `${read.phone} ${plain(read.name)}`;
    const before = places.get(key);
    if (before === undefined) {
      places.set(key, given.length);
      given.push(read);
    } else {
      given[before] = { ...filled(given[before]!, read), kind: given[before]!.kind };
      repeated++;
    }
  }
  return { given, faults, repeated };
}

/** What changes of a contact that is there already; nothing when it all is there. */
function changeOf({ rule }: Asked, contact: KnownContact, row: ContactInput) {
  const { at: _, stopped: __, version: ___, id, kind, ...before } = contact;
  const { kind: ____, ...said } = row;
  const after = rule === 'fill' ? filled(before, said) : filled(withoutBlanks(said, before), before);
  return JSON.stringify(after) === JSON.stringify(filled(before, before)) ? [] : [{ ...after, id, kind, before }];
}

/** What the file says wins; what it leaves empty stays. Its language is only a default. */
const withoutBlanks = (said: Fields, before: Fields): Fields => ({ ...said, language: before.language });
