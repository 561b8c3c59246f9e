import type { Ctx } from '#platform/ctx.ts';
import type { Means } from './channels.ts';
import type { Dispatch } from './dispatch.ts';

/** How it went: out; in a person's hands; or certainly not out, with the reason. Thrown errors count as certainly not out within the house. */
export type Outcome = 'delivered' | 'waiting' | { readonly failed: string };

/**
 * What one means does when something goes out by it. Within the house it writes in the transaction that marks it delivered, so that it
 * happens exactly once. Out of the house it runs between two transactions: what is lost in between is not known, and is not sent again.
 */
export type Carrier =
  | { readonly means: Means; readonly within: (ctx: Ctx, dispatch: Dispatch) => Promise<Outcome> }
  | { readonly means: Means; readonly outside: (dispatch: Dispatch) => Promise<Outcome> };

/** What channels must ask of the domain that something comes from. */
export interface SourceKeeper {
  readonly type: string;
  /**
   * Locks the source before its dispatch, in the order in which an edit does. `busy`: somebody holds it now; `void`: the dispatch is no
   * longer what was approved.
   */
  readonly lock: (ctx: Ctx, dispatch: Pick<Dispatch, 'id' | 'source' | 'contentSha256'>) => Promise<'held' | 'busy' | 'void'>;
}

export interface Carrying {
  readonly carriers: readonly Carrier[];
  readonly sources: readonly SourceKeeper[];
}
