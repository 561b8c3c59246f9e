import { once, type Ctx } from '#platform/ctx.ts';
import { selectChannels, selectCodes } from './channels.queries.ts';

/** How a channel carries. `by_hand`: a person carries it, and says so. */
export type Means = 'portal' | 'intranet' | 'mail' | 'screen' | 'by_hand' | 'push';

/** One of the institution's own ways of reaching people. */
export interface Channel {
  readonly code: string;
  readonly name: string;
  readonly means: Means;
  readonly class: 'ATL' | 'BTL' | 'digital';
  readonly mode: 'online' | 'offline';
  /** Whether somebody outside the institution can read what goes out by it. */
  readonly public: boolean;
  readonly closedAt: Date | null;
}

export function listChannels(ctx: Ctx): Promise<Channel[]> {
  return once(ctx, 'channels', () => selectChannels(ctx.db));
}

/** The codes of the open channels that carry in one of these ways, in their order. */
export function channelCodes(ctx: Ctx, means: readonly Means[]): Promise<string[]> {
  return selectCodes(ctx.db, means);
}
