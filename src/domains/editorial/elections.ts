import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import type { ElectionWindowInput } from './elections.input.ts';
import { insertWindow, revokeWindow, selectWindows, selectWindowsOn, type ElectionWindow } from './elections.queries.ts';
import { editorialPolicy } from './policy.ts';

export type { ElectionWindow };

/** What holds on a day: the kinds that pass the legal office, and the names that official communication must not promote. */
export interface ElectionDay {
  readonly windows: readonly ElectionWindow[];
  readonly kinds: readonly string[];
  readonly candidates: readonly string[];
}

/** The election windows in force on a day (`YYYY-MM-DD`), joined; null when there is none. */
export async function electionWindowOn(ctx: Ctx, day: string): Promise<ElectionDay | null> {
  const windows = await selectWindowsOn(ctx.db, day);
  if (windows.length === 0) return null;
  return {
    windows,
    kinds: [...new Set(windows.flatMap(({ kinds }) => kinds))],
    candidates: [...new Set(windows.flatMap(({ candidates }) => candidates))],
  };
}

/** Every window, those in force or to come first. */
export function listElectionWindows(ctx: Ctx): Promise<ElectionWindow[]> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  return selectWindows(ctx.db);
}

/** Declares the time before an election, by the act that sets it (Ley 996 of 2005, article 38). */
export async function declareElectionWindow(ctx: Ctx, input: ElectionWindowInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'election.declare', null);
  if (input.endsOn < input.startsOn) return refuse('election.ends_before', {}, 'endsOn');
  if (input.kinds.length === 0) return refuse('election.needs_kinds', {}, 'kinds');
  const id = await insertWindow(ctx.db, input, ctx.actor.id, ctx.now);
  await ctx.tell({ name: 'election_window.declared', subject: { type: 'election_window', id }, after: input, topics: ['elections'] });
  return { id };
}

/** Ends a window before its time, or takes one back that was declared by mistake. It stays in the list. */
export async function revokeElectionWindow(ctx: Ctx, input: { window: number }): Promise<{ id: number }> {
  authorize(ctx.actor, editorialPolicy, 'election.declare', null);
  if (!(await revokeWindow(ctx.db, input.window, ctx.now))) throw new NotFound(`election window ${input.window}`);
  await ctx.tell({ name: 'election_window.revoked', subject: { type: 'election_window', id: input.window }, topics: ['elections'] });
  return { id: input.window };
}
