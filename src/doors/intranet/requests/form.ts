import { useActionData } from 'react-router';
import type { Ctx } from '#platform/ctx.ts';
import type { Typed } from '#platform/http/form.ts';
import type { App } from '#platform/http/visit.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import type { Answer } from '#ui/field.tsx';

/** What the server said to the form of this intent. */
export function useAnswer(intent?: string): Answer | undefined {
  const answer = useActionData<Answer | undefined>();
  if (!answer || typeof answer !== 'object' || !('problems' in answer)) return undefined;
  return intent === undefined || answer.typed.intent === intent ? answer : undefined;
}

/** Keeps the files that came with a form, in the same transaction as what they belong to. @returns their ids */
export async function keepFiles(app: App, ctx: Ctx, typed: Typed): Promise<string[] | Refusal> {
  const ids: string[] = [];
  for (const file of typed.files.files ?? []) {
    const kept = await app.files.keep(ctx, { name: file.name, content: file.content() });
    if (isRefusal(kept)) return { ...kept, field: 'files' };
    ids.push(kept.id);
  }
  return ids;
}
