import type { Ctx } from '#platform/ctx.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import type { Typed } from './form.ts';
import type { App } from './visit.ts';

/** Keeps the files that came with a form, in the same transaction as what they belong to. `limit` is of each, in bytes. @returns their ids */
export async function keepTypedFiles(app: App, ctx: Ctx, typed: Typed, limit?: number): Promise<string[] | Refusal> {
  const ids: string[] = [];
  for (const file of typed.files.files ?? []) {
    const kept = await app.files.keep(ctx, { name: file.name, content: file.content(), ...(limit === undefined ? {} : { limit }) });
    if (isRefusal(kept)) return { ...kept, field: 'files' };
    ids.push(kept.id);
  }
  return ids;
}
