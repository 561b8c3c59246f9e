import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  approveVersion,
  beginPlan,
  closeVersion,
  draftInput,
  draftVersion,
  exportVersion,
  forceInput,
  getPlan,
  importPlan,
  largestFile,
  planFileFields,
  type Looked,
  listMoves,
  listPlans,
  listVersions,
  moveInput,
  newPlanInput,
  previewImport,
  putInForce,
  returnVersion,
  searchPlans,
  submitVersion,
  versionDocument,
  versionTree,
} from '#domains/plan/index.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import * as answer from './answers/plans.ts';
import { items } from './answers/parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const id = z.coerce.number().int().positive();
const plan = z.object({ plan: id });
const version = z.object({ version: id });

/** Plans and their versions. */
export const planEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/plans',
    says: 'The plans, each with its version in force and its open one.',
    action: 'plans.read',
    answer: items(answer.listedPlan),
    run: async ({ ctx }) => ({ items: await listPlans(ctx) }),
  }),
  endpoint({
    method: 'post',
    path: '/plans',
    says: 'Begins a plan with an empty draft.',
    action: 'plans.import',
    input: newPlanInput,
    answer: answer.begun,
    run: ({ ctx, input }) => beginPlan(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/plans/{plan}',
    says: 'A plan.',
    action: 'plans.read',
    input: plan,
    answer: answer.plan,
    run: ({ ctx, input }) => getPlan(ctx, input.plan),
  }),
  endpoint({
    method: 'get',
    path: '/plans/{plan}/versions',
    says: 'Its versions, and each move from state to state.',
    action: 'plans.read',
    input: plan,
    answer: answer.versions,
    run: async ({ ctx, input }) => ({ items: await listVersions(ctx, input.plan), moves: await listMoves(ctx, input.plan) }),
  }),
  endpoint({
    method: 'post',
    path: '/plans/{plan}/versions',
    says: 'Opens a draft from the version in force.',
    action: 'plans.edit',
    input: draftInput,
    answer: answer.version,
    run: ({ ctx, input }) => draftVersion(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/plans/import',
    says: 'Imports a plan file of the form pregon.plan/1 whole, or refuses it with every fault.',
    action: 'plans.import',
    body: 'yaml-or-xlsx',
    answer: answer.imported,
    run: async ({ ctx, request }) => withBytes(request, (bytes) => importPlan(ctx, { bytes })),
  }),
  endpoint({
    method: 'post',
    path: '/plans/import/preview',
    says: 'Says what importing that file would do; changes nothing.',
    action: 'plans.import',
    body: 'yaml-or-xlsx',
    answer: answer.preview,
    run: async ({ ctx, request }) => withBytes(request, async (bytes) => lookedAt(await previewImport(ctx, { bytes }))),
  }),
  endpoint({
    method: 'get',
    path: '/search',
    says: 'Plans and rows of plans that speak of a text.',
    action: 'plans.read',
    input: z.object({ q: z.string().trim().min(2).max(200) }),
    answer: items(answer.found),
    run: async ({ ctx, input }) => ({ items: await searchPlans(ctx, input.q, 50) }),
  }),

  endpoint({
    method: 'get',
    path: '/versions/{version}',
    says: 'The text of a version: its sections, segments and channels.',
    action: 'plans.read',
    input: version,
    answer: answer.document,
    run: ({ ctx, input }) => versionDocument(ctx, input.version),
  }),
  endpoint({
    method: 'get',
    path: '/versions/{version}/rows',
    says: 'The tree of a version, in order.',
    action: 'plans.read',
    input: version,
    answer: items(answer.row),
    run: async ({ ctx, input }) => ({ items: await versionTree(ctx, input.version) }),
  }),
  endpoint({
    method: 'get',
    path: '/versions/{version}/file',
    says: 'A version as the form pregon.plan/1.',
    action: 'plans.read',
    input: version,
    answer: planFileFields,
    run: ({ ctx, input }) => exportVersion(ctx, input.version),
  }),
  endpoint({
    method: 'post',
    path: '/versions/{version}/review',
    says: 'Submits a draft for review.',
    action: 'plans.submit',
    input: moveInput,
    answer: answer.moved,
    run: ({ ctx, input }) => submitVersion(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/versions/{version}/review',
    says: 'Returns a version in review to its authors, with the reason.',
    action: 'plans.approve',
    input: moveInput,
    answer: answer.moved,
    run: ({ ctx, input }) => returnVersion(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/versions/{version}/approval',
    says: 'Approves the version in review; whoever wrote in it may not.',
    action: 'plans.approve',
    input: moveInput,
    answer: answer.moved,
    run: ({ ctx, input }) => approveVersion(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/versions/{version}/force',
    says: 'Puts an approved version in force on a day; the one before is closed.',
    action: 'plans.put_in_force',
    input: forceInput,
    answer: answer.moved,
    run: ({ ctx, input }) => putInForce(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/versions/{version}/closing',
    says: 'Closes the version in force, with the reason.',
    action: 'plans.put_in_force',
    input: moveInput,
    answer: answer.moved,
    run: ({ ctx, input }) => closeVersion(ctx, input),
  }),
];

/** What a person who imports wants to know beforehand, without what importing itself needs. */
function lookedAt(looked: Looked | Refusal) {
  if (isRefusal(looked)) return looked;
  const { file, existing, number, units, counts } = looked;
  return {
    code: file.plan.code,
    title: file.plan.title,
    existing: existing?.id ?? null,
    number,
    units: units.map(({ code, name, id: known, matched }) => ({ code, name, id: known, matched })),
    counts,
  };
}

/** Reads a body whole, up to the largest plan file. */
async function withBytes<T>(request: Request, work: (bytes: Uint8Array) => Promise<T>) {
  if (!request.body) return refuse('file.empty');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of Readable.fromWeb(request.body as never) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestFile) return refuse('file.too_big', { limit: Math.round(largestFile / 1e6) });
    parts.push(part);
  }
  return work(Buffer.concat(parts));
}
