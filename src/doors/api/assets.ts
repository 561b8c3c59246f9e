import { todayOf } from '#domains/organization/index.ts';
import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  assetFilterInput,
  assetInput,
  assetProblems,
  assetSurroundings,
  assetWithdrawalInput,
  attachmentInput,
  attachToAsset,
  detachFromAsset,
  editAsset,
  getAsset,
  listAssets,
  openAsset,
  restoreAsset,
  uploadAsset,
  uploadInput,
  withdrawAsset,
  type Asset,
} from '#domains/editorial/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, refuse } from '#platform/refusal.ts';
import { asset, assets, attachedFile, detached, surroundedAsset, uploaded } from './answers/assets.ts';
import { made } from './answers/parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const one = z.object({ asset: z.coerce.number().int().positive() });
const name = z.string().trim().min(1, 'input.required').max(400);
const bodyOf = (request: Request) => (request.body ? Readable.fromWeb(request.body as never) : null);

const shown = async (ctx: Ctx, one: Asset) => ({ ...one, problems: assetProblems(one, await todayOf(ctx)) });

/** The library: what it holds, what must be known to use it, and the files beside each. */
export const assetEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/assets',
    says: 'The library, the newest first; `after` is the last id of the page before.',
    action: 'assets.read',
    input: assetFilterInput,
    answer: assets,
    run: async ({ ctx, input }) => {
      const { assets: found, ...page } = await listAssets(ctx, input);
      return { items: await Promise.all(found.map((one) => shown(ctx, one))), ...page };
    },
  }),
  endpoint({
    method: 'post',
    path: '/assets',
    says: 'Takes a file into the library; the same content is refused as `asset.already`. Answers it, with what looks nearly the same.',
    action: 'assets.write',
    body: 'file',
    input: uploadInput.extend({ name }),
    answer: uploaded,
    run: async ({ ctx, visit, input: { name: file, ...rest }, request }) => {
      const content = bodyOf(request);
      if (!content) return refuse('file.empty');
      const taken = await uploadAsset(ctx, visit.app.files, { ...rest, name: file, content });
      return isRefusal(taken) ? taken : { ...taken, asset: await shown(ctx, taken.asset) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/assets/{asset}',
    says: 'One asset, with what it lacks, the pieces that show it and what looks like it.',
    action: 'assets.read',
    input: one,
    answer: surroundedAsset,
    run: async ({ ctx, input }) => {
      const one = await getAsset(ctx, input.asset);
      const { uses: pieces, alike } = await assetSurroundings(ctx, one);
      return { ...(await shown(ctx, one)), alike, pieces };
    },
  }),
  endpoint({
    method: 'put',
    path: '/assets/{asset}',
    says: 'Says what must be known to use it.',
    action: 'assets.write',
    input: assetInput,
    answer: asset,
    run: async ({ ctx, input }) => {
      const saved = await editAsset(ctx, input);
      return isRefusal(saved) ? saved : shown(ctx, await getAsset(ctx, input.asset));
    },
  }),
  endpoint({
    method: 'post',
    path: '/assets/{asset}/attachments/{as}',
    says: 'Puts a file beside it: `release`, `guardian` (authorisations, PDF or picture) or `captions` (WebVTT or SubRip).',
    action: 'assets.write',
    body: 'file',
    input: attachmentInput.extend({ name }),
    answer: attachedFile,
    run: ({ ctx, visit, input, request }) => {
      const content = bodyOf(request);
      return content ? attachToAsset(ctx, visit.app.files, { ...input, content }) : Promise.resolve(refuse('file.empty'));
    },
  }),
  endpoint({
    method: 'delete',
    path: '/assets/{asset}/attachments/{as}',
    says: 'Takes the file beside it away.',
    action: 'assets.write',
    input: attachmentInput,
    answer: detached,
    run: ({ ctx, input }) => detachFromAsset(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/assets/{asset}/withdrawal',
    says: 'Takes it out of the library; where it is shown already, it stays.',
    action: 'assets.write',
    input: assetWithdrawalInput,
    answer: made,
    run: ({ ctx, input }) => withdrawAsset(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/assets/{asset}/withdrawal',
    says: 'Puts it back in the library.',
    action: 'assets.write',
    input: one,
    answer: made,
    run: ({ ctx, input }) => restoreAsset(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/assets/{asset}/opening',
    says: 'Opens to all what came within a classified or reserved piece.',
    action: 'assets.write',
    input: one,
    answer: made,
    run: ({ ctx, input }) => openAsset(ctx, input),
  }),
];
