import type { z } from 'zod';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import type { Ctx } from '#platform/ctx.ts';
import { isFullDisk } from '#platform/files/full-disk.ts';
import { Forbidden, isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { spoolFolder } from '#platform/files/open.ts';
import { perform, reading, visitContext, type Visit } from './visit.ts';
import { bodyLimits, withForm, type BodyLimits } from './body.ts';
import { parse, refusedForm, type Typed } from './form.ts';
import { onceFor } from './sent-again.ts';

interface Asked {
  readonly visit: Visit;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
  readonly request: Request;
}

export interface Reading extends Asked {
  /** Reads from the replica when there is one; tells nothing. */
  readonly ctx: Ctx;
}

export interface Writing extends Asked {
  readonly typed: Typed;
  readonly perform: <T>(work: (ctx: Ctx) => Promise<T | Refusal>) => Promise<T | Refusal>;
  /** Parses what was given with a shape, and carries out the command that takes it. */
  readonly command: <S extends z.ZodType, T>(
    shape: S,
    given: unknown,
    verb: (ctx: Ctx, input: z.output<S>) => Promise<T | Refusal>,
  ) => Promise<T | Refusal>;
}

/** A page's loader: what is not there or not allowed is answered in one place, the root's boundary. */
export function load<T>(read: (asked: Reading) => Promise<T> | T): (args: LoaderFunctionArgs) => Promise<T> {
  return ({ request, params, context }) => {
    const visit = context.get(visitContext);
    return answered(async () => read({ visit, params, request, url: new URL(request.url), ctx: reading(visit) }));
  };
}

/**
 * A page's action: a returned refusal goes back to the form with all that was typed, as 422. A page that takes larger files
 * than others says so in `limits`.
 */
export function act<T>(write: (asked: Writing) => Promise<T | Refusal>, limits: Partial<BodyLimits> = {}) {
  return ({ request, params, context }: ActionFunctionArgs) =>
    answered(async () => {
      const visit = context.get(visitContext);
      if (visit.kept) return refusedForm(visit.kept.typed, visit.kept.refusal, 200);
      return withForm(request, spoolFolder(visit.app.config), { ...bodyLimits, ...limits }, async (typed, refusal) => {
        const asked = {
          visit,
          params,
          request,
          url: new URL(request.url),
          typed,
          perform: <R>(work: (ctx: Ctx) => Promise<R | Refusal>) => perform(visit, work),
          command: async <S extends z.ZodType, R>(
            shape: S,
            given: unknown,
            verb: (ctx: Ctx, input: z.output<S>) => Promise<R | Refusal>,
          ) => {
            const input = parse(shape, given);
            return isRefusal(input) ? input : perform(visit, (ctx) => verb(ctx, input));
          },
        };
        const result = refusal ?? (await onceFor(asked, () => write(asked)).catch((cause: unknown) => unlessFull(visit, cause)));
        return isRefusal(result) ? refusedForm(typed, result) : result;
      });
    });
}

/** With no room left nothing was written: what was typed goes back to the form, to be sent again. */
function unlessFull(visit: Visit, cause: unknown): Refusal {
  if (!isFullDisk(cause)) throw cause;
  visit.app.log.error({ err: cause }, 'a disk is full');
  return refuse('house.full');
}

async function answered<T>(body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (cause) {
    if (cause instanceof NotFound) throw data({ what: 'not_found' as const }, { status: 404 });
    if (cause instanceof Forbidden) throw data({ what: 'forbidden' as const, who: cause.who }, { status: 403 });
    if (isFullDisk(cause)) throw data({ what: 'full' as const }, { status: 507 });
    throw cause;
  }
}

export { data, redirect };
