import type { z } from 'zod';
import {
  assetInput,
  assetWithdrawalInput,
  attachmentInput,
  attachToAsset,
  detachFromAsset,
  editAsset,
  openAsset,
  restoreAsset,
  withdrawAsset,
} from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import type { Writing } from '#platform/http/page.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';

type Act = (asked: Writing, fields: Record<string, unknown>) => Promise<unknown>;

const parsed =
  <S extends z.ZodType>(shape: S, command: (asked: Writing, input: z.output<S>) => Promise<unknown>): Act =>
  async (asked, fields) => {
    const input: z.output<S> | Refusal = parse(shape, fields);
    return isRefusal(input) ? input : command(asked, input as z.output<S>);
  };

/** What can be done on the page of an asset, by the `intent` of its form. */
export const assetActs: Readonly<Record<string, Act>> = {
  describe: parsed(assetInput, ({ perform }, input) => perform((ctx) => editAsset(ctx, input))),
  withdraw: parsed(assetWithdrawalInput, ({ perform }, input) => perform((ctx) => withdrawAsset(ctx, input))),
  restore: ({ perform }, { asset }) => perform((ctx) => restoreAsset(ctx, { asset: Number(asset) })),
  open: ({ perform }, { asset }) => perform((ctx) => openAsset(ctx, { asset: Number(asset) })),
  attach: parsed(attachmentInput, async ({ perform, typed, visit }, input) => {
    const [file] = typed.files[input.as] ?? [];
    if (!file) return refuse('input.required', {}, input.as);
    return perform((ctx) => attachToAsset(ctx, visit.app.files, { ...input, name: file.name, content: file.content() }));
  }),
  detach: parsed(attachmentInput, ({ perform }, input) => perform((ctx) => detachFromAsset(ctx, input))),
};
