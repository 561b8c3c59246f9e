import { useActionData } from 'react-router';
import type { Ctx } from '#platform/ctx.ts';
import type { Typed } from '#platform/http/form.ts';
import type { App } from '#platform/http/visit.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import type { Answer } from '#ui/field.tsx';

/** In what who is outside may send: ten files of up to 20 MB. */
export const outsideLimits = { file: 20 * 1024 * 1024, files: 10 } as const;

/** What the server said to the form of this page. */
export function useAnswer(): Answer | undefined {
  const answer = useActionData<Answer | undefined>();
  return answer && typeof answer === 'object' && 'problems' in answer ? answer : undefined;
}

/** Keeps the files that came with a form. @returns their ids */
export async function keepFiles(app: App, ctx: Ctx, typed: Typed): Promise<string[] | Refusal> {
  const ids: string[] = [];
  for (const file of typed.files.files ?? []) {
    const kept = await app.files.keep(ctx, { name: file.name, content: file.content(), limit: outsideLimits.file });
    if (isRefusal(kept)) return { ...kept, field: 'files' };
    ids.push(kept.id);
  }
  return ids;
}
