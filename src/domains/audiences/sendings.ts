import type { Ctx } from '#platform/ctx.ts';
import { selectSendingKinds, type SendingKind } from './sendings.queries.ts';

/** The kinds of sending that the house declares: which need that one agreed, and which do not. */
export const sendingKinds = (ctx: Ctx): Promise<SendingKind[]> => selectSendingKinds(ctx.db);
