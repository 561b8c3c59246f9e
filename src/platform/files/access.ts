import type { Ctx } from '#platform/ctx.ts';
import { closeRows, openRows } from './access.queries.ts';

/** Opens files to anybody, for what shows them in public. */
export async function openFiles(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const opened = await openRows(ctx.db, ids, ctx.now);
  await ctx.tell(opened.map((id) => ({ name: 'file.published', subject: { type: 'file', id } }) as const));
}

/** Closes files that nothing shows in public any more: again only for who signed in. */
export async function closeFiles(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const closed = await closeRows(ctx.db, ids);
  await ctx.tell(closed.map((id) => ({ name: 'file.closed', subject: { type: 'file', id } }) as const));
}
