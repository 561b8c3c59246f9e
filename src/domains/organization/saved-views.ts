import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { Forbidden, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { deleteView, insertView, selectViews, type SavedView } from './saved-views.queries.ts';

export const savedViewInput = z.object({
  name: z.string('input.required').trim().min(1, 'input.required').max(80),
  query: z.string().max(2000).default(''),
});

export const forgottenViewInput = z.object({ view: z.coerce.number('input.choice').int('input.choice').positive('input.choice') });

/** Keeps the filters of a place under a name, for oneself. It is nobody else's matter: the audit log does not hold it. */
export async function saveView(ctx: Ctx, place: string, input: { name: string; query: string }): Promise<{ id: number } | Refusal> {
  const id = await insertView(ctx.db, { person: personOf(ctx), place, ...input }, ctx.now);
  return id === undefined ? refuse('view.name_taken', {}, 'name') : { id };
}

export async function forgetView(ctx: Ctx, id: number): Promise<void> {
  if (!(await deleteView(ctx.db, personOf(ctx), id))) throw new NotFound(`view ${id}`);
}

export function savedViews(ctx: Ctx, place: string): Promise<SavedView[]> {
  return ctx.actor.kind === 'person' ? selectViews(ctx.db, personOf(ctx), place) : Promise.resolve([]);
}

function personOf({ actor }: Ctx): string {
  if (actor.kind !== 'person' || actor.id === null) throw new Forbidden('self.edit');
  return actor.id;
}
