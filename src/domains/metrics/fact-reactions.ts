import type { Reaction } from '#platform/events/reactions.ts';
import { channelsFacts } from './facts-of-channels.ts';
import { editorialFacts } from './facts-of-editorial.ts';
import { memoFacts } from './facts-of-memos.ts';
import { planFacts } from './facts-of-plan.ts';

/** What each domain's events count, a line a domain. */
export const factReactions: readonly Reaction[] = [planFacts, editorialFacts, channelsFacts, memoFacts];
