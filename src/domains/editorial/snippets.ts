import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { editorialPolicy } from './policy.ts';
import type { SnippetInput } from './terms.input.ts';
import {
  findSnippet,
  insertSnippet,
  markSnippetRemoved,
  selectSnippet,
  selectSnippetRows,
  updateSnippet,
  type Snippet,
} from './terms.queries.ts';

/** The phrases that are written again and again, in the order of the alphabet. */
export function listSnippets(ctx: Ctx): Promise<Snippet[]> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  return selectSnippetRows(ctx.db);
}

export async function writeSnippet(ctx: Ctx, input: SnippetInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'terms.write');
  const known = await findSnippet(ctx.db, input.name);
  if (known && !known.removed) return refuse('snippet.known', { name: input.name }, 'name');
  if (known) await updateSnippet(ctx.db, known.id, input, ctx.actor.id, ctx.now);
  const id = known?.id ?? (await insertSnippet(ctx.db, input, ctx.actor.id, ctx.now));
  await ctx.tell({ name: 'snippet.written', subject: { type: 'snippet', id }, after: input, topics: ['terms'] });
  return { id };
}

export async function changeSnippet(ctx: Ctx, input: SnippetInput & { id: number }): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'terms.write');
  const before = await known(ctx, input.id);
  const same = await findSnippet(ctx.db, input.name);
  if (same && same.id !== input.id) return refuse('snippet.known', { name: input.name }, 'name');
  await updateSnippet(ctx.db, input.id, input, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'snippet.changed',
    subject: { type: 'snippet', id: input.id },
    before: { name: before.name, text: before.text },
    after: { name: input.name, text: input.text },
    topics: ['terms'],
  });
  return { id: input.id };
}

export async function removeSnippet(ctx: Ctx, input: { id: number }): Promise<{ id: number }> {
  authorize(ctx.actor, editorialPolicy, 'terms.write');
  const { name } = await known(ctx, input.id);
  await markSnippetRemoved(ctx.db, input.id, ctx.now);
  await ctx.tell({ name: 'snippet.removed', subject: { type: 'snippet', id: input.id }, before: { name }, topics: ['terms'] });
  return { id: input.id };
}

async function known(ctx: Ctx, id: number): Promise<Snippet> {
  const snippet = await selectSnippet(ctx.db, id);
  if (!snippet) throw new NotFound(`snippet ${id}`);
  return snippet;
}
