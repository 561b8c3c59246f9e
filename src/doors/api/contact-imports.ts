import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  beginImport,
  columnTargets,
  faultsPage,
  getImport,
  importIdInput,
  importLimit,
  listFields,
  listImports,
  lookAtImport,
  matchedImportInput,
  resumeImport,
  sampleOf,
  startImport,
  stopImport,
  undoImport,
  type ListInput,
} from '#domains/audiences/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { spoolFolder } from '#platform/files/open.ts';
import type { Visit } from '#platform/http/visit.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import * as answer from './answers/contact-imports.ts';
import { made } from './answers/parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const after = z.coerce.number().int().positive().optional().catch(undefined);
const name = z.string('input.required').trim().min(1, 'input.required').max(200, 'input.too_big');
const cell = z.union([z.string().max(10_000, 'input.too_big'), z.number().transform(String), z.null().transform(() => '')]);
const rowsInput = z.object({
  name,
  ...listFields,
  rows: z
    .array(z.record(z.string().min(1).max(200), cell))
    .min(1, 'import.nobody')
    .max(5_000, 'input.too_big'),
});
const moveInput = importIdInput.extend({ act: z.enum(['stop', 'resume', 'undo'], 'input.choice') });

/** Contacts that come in by a file or by rows: matched, looked at, started, and followed to their end. */
export const contactImportEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/contact-imports',
    says: 'The imports of contacts, the last first; `after` is the last id of the page before.',
    action: 'contacts.import',
    input: z.object({ after }),
    answer: answer.imports,
    run: async ({ ctx, input }) => {
      const { imports: items, next } = await listImports(ctx, input.after);
      return { items, next };
    },
  }),
  endpoint({
    method: 'post',
    path: '/contact-imports',
    says: 'Takes in a file of contacts (`name` says .csv or .xlsx): its heads say what its columns may be. With `act` (attended, answered), `about` and `on` it is the list of those who did that. Nothing comes in yet.',
    action: 'contacts.import',
    body: 'file',
    input: z.object({ name, ...listFields }),
    answer: made,
    run: async ({ ctx, visit, input, request }) =>
      request.body ? begin(ctx, visit, input, Readable.fromWeb(request.body as never)) : refuse('file.empty'),
  }),
  endpoint({
    method: 'post',
    path: '/contact-imports/rows',
    says: 'The same of rows: objects by the names of their columns, five thousand at the most.',
    action: 'contacts.import',
    input: rowsInput,
    answer: made,
    run: ({ ctx, visit, input }) => {
      const heads = [...new Set(input.rows.flatMap((row) => Object.keys(row)))];
      const lines = [heads, ...input.rows.map((row) => heads.map((head) => row[head] ?? ''))].map((line) => line.map(quoted).join(','));
      const named = { ...input, name: `${input.name.replace(/\.csv$/i, '')}.csv` };
      return begin(ctx, visit, named, Readable.from([`${lines.join('\r\n')}\r\n`]));
    },
  }),
  endpoint({
    method: 'get',
    path: '/contact-imports/{id}',
    says: 'How an import stands; while its columns wait to be matched, what they may be and its first rows.',
    action: 'contacts.import',
    input: importIdInput,
    answer: answer.oneImport,
    run: async ({ ctx, visit, input }) => {
      const asked = await getImport(ctx, input.id);
      const sample = asked.state === 'matching' ? await sampleOf(ctx, await placeOf(visit), asked) : [];
      return { import: asked, targets: columnTargets, sample };
    },
  }),
  endpoint({
    method: 'post',
    path: '/contact-imports/{id}/preview',
    says: 'What its first thousand rows would become with these columns; nothing is written.',
    action: 'contacts.import',
    input: matchedImportInput,
    answer: answer.look,
    run: async ({ ctx, visit, input }) => {
      const look = await lookAtImport(ctx, await placeOf(visit), input);
      return isRefusal(look) ? look : { ...look, faults: look.faults.map((fault) => told(fault, visit)) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/contact-imports/{id}/start',
    says: 'Begins to take them in, by a worker. To say that they agreed to something, where its proof is must be said.',
    action: 'contacts.import',
    input: matchedImportInput,
    answer: made,
    run: ({ ctx, input }) => startImport(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/contact-imports/{id}/moves',
    says: 'Stops it, goes on, or undoes it: who came in with it goes out again, unless somebody touched him since.',
    action: 'contacts.import',
    input: moveInput,
    answer: made,
    run: ({ ctx, input: { act, ...input } }) => ({ stop: stopImport, resume: resumeImport, undo: undoImport })[act](ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/contact-imports/{id}/faults',
    says: 'The rows that did not come in, as they were, with what is wrong; a thousand a page, `after` is the last row of the page before.',
    action: 'contacts.import',
    input: importIdInput.extend({ after }),
    answer: answer.faults,
    run: async ({ ctx, visit, input }) => {
      const { heads } = await getImport(ctx, input.id);
      const { faults, next } = await faultsPage(ctx, input.id, input.after);
      return { heads, items: faults.map((fault) => told(fault, visit)), next };
    },
  }),
];

/** As RFC 4180 says it, and nothing else: it is read by us alone. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

type Fault = Awaited<ReturnType<typeof faultsPage>>['faults'][number];

/** A fault with its sentence, in the language of whoever asks. */
function told({ row, cells, problems }: Fault, visit: Visit) {
  const words = sayIn(visit.locale);
  const said = problems.map(({ column, problem: { refused: code, details } }) => ({
    column,
    code,
    sentence: words(`refusals.${code}`, details),
  }));
  return { row, cells, problems: said };
}

async function placeOf({ app: { files, config } }: Visit) {
  const folder = spoolFolder(config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return { files, folder };
}

async function begin(
  ctx: Ctx,
  visit: Visit,
  { name: file, ...list }: ListInput & { name: string },
  content: Readable,
): Promise<{ id: number } | Refusal> {
  const place = await placeOf(visit);
  const accepts = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
  const kept = await place.files.keep(ctx, { name: file, content, accepts, limit: importLimit });
  return isRefusal(kept) ? kept : beginImport(ctx, place, kept, list);
}
