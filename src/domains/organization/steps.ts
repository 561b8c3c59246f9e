import type { Ctx } from '#platform/ctx.ts';
import { freshToken, hash } from './tokens.ts';
import { deleteOldSteps, insertStep, selectStep, takeStepRow, type StepKind } from './steps.queries.ts';

/** A sign-in under way, between one request of the browser and the next. */
export interface Step<T> {
  readonly person: string | null;
  readonly data: T;
}

/** @returns the token that goes into a short cookie; only its hash is kept. */
export async function openStep(
  ctx: Ctx,
  kind: StepKind,
  step: { person?: string | null; data?: unknown; minutes: number },
): Promise<string> {
  const token = freshToken();
  await deleteOldSteps(ctx.db, ctx.now);
  const expires = new Date(ctx.now.getTime() + step.minutes * 60_000);
  await insertStep(ctx.db, { tokenHash: hash(token), kind, person: step.person ?? null, data: step.data ?? {}, expires });
  return token;
}

/** Looks without using it up. */
export async function readStep<T>(ctx: Ctx, kind: StepKind, token: string | undefined): Promise<Step<T> | undefined> {
  const row = token === undefined ? undefined : await selectStep(ctx.db, hash(token), kind, ctx.now);
  return row && { person: row.person_id, data: row.data as T };
}

/** Uses it up: a second time it is not there. */
export async function takeStep<T>(ctx: Ctx, kind: StepKind, token: string | undefined): Promise<Step<T> | undefined> {
  const row = token === undefined ? undefined : await takeStepRow(ctx.db, hash(token), kind, ctx.now);
  return row && { person: row.person_id, data: row.data as T };
}
