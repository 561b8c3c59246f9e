import type { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { parse, type Typed } from '#platform/http/form.ts';
import { isRefusal, NotFound, type Refusal } from '#platform/refusal.ts';

/** One of the changes that a page's forms can ask for: parse what was typed, then the command to perform. */
export type Change<Id> = (fields: Typed['fields'], id: Id) => Refusal | ((ctx: Ctx) => Promise<unknown>);

export function change<Id, S extends z.ZodType>(shape: S, command: (ctx: Ctx, id: Id, input: z.output<S>) => Promise<unknown>): Change<Id> {
  return (fields, id) => {
    const input = parse(shape, fields);
    return isRefusal(input) ? input : (ctx) => command(ctx, id, input);
  };
}

/**
 * Performs the change named by the form's `intent`. Returns a refusal, or undefined when it was done.
 * @throws NotFound for an intent that the page does not have
 */
export async function performChange<Id>(
  changes: Readonly<Record<string, Change<Id>>>,
  fields: Typed['fields'],
  id: Id,
  perform: (work: (ctx: Ctx) => Promise<unknown>) => Promise<unknown>,
): Promise<Refusal | undefined> {
  const intent = String(fields.intent);
  if (!Object.hasOwn(changes, intent)) throw new NotFound(intent);
  const work = changes[intent]!(fields, id);
  if (isRefusal(work)) return work;
  const result = await perform(work);
  return isRefusal(result) ? result : undefined;
}
