import type { Ctx } from '#platform/ctx.ts';
import type { Typed } from '#platform/http/form.ts';
import type { App } from '#platform/http/visit.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';

/** Keeps the files that came with a form, in the same transaction as what they prove. @returns their ids */
export async function keepEvidence(app: App, ctx: Ctx, typed: Typed): Promise<string[] | Refusal> {
  const ids: string[] = [];
  for (const file of typed.files.files ?? []) {
    const kept = await app.files.keep(ctx, { name: file.name, content: file.content() });
    if (isRefusal(kept)) return { ...kept, field: 'files' };
    ids.push(kept.id);
  }
  return ids;
}
