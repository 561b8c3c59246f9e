import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, type Refusal, refuse } from '#platform/refusal.ts';
import type { Carrier } from '../carriers.ts';
import { dispatchTopic } from '../dispatch.ts';
import { selectDispatch } from '../dispatches.queries.ts';
import { channelsPolicy as policy } from '../policy.ts';
import { putPieceGroups, selectListedPieces, type ShownPiece } from './screen-pieces.queries.ts';
import type { PlaylistsFilterInput } from './playlists.input.ts';

/** By screens: from this transaction on it is playable, on the groups that its snapshot names or on all. */
export const screenCarrier: Carrier = {
  means: 'screen',
  within: async (ctx, { id, snapshot }) => {
    const groups = Array.isArray(snapshot.groups) ? snapshot.groups.filter((group): group is number => Number.isSafeInteger(group)) : [];
    await putPieceGroups(ctx.db, id, groups);
    return 'delivered';
  },
};

export const screenPiecesAtOnce = 50;

export type ScreenPiece = Omit<ShownPiece, 'snapshot'>;

/** What is out by screens now, the last first, fifty a page. */
export function piecesOnScreens(
  ctx: Ctx,
  { q, group, page }: PlaylistsFilterInput = { page: 1 },
  atOnce = screenPiecesAtOnce,
): Promise<{ pieces: ScreenPiece[]; total: number }> {
  authorize(ctx.actor, policy, 'screens.read');
  return selectListedPieces(ctx.db, { search: q, group }, atOnce, (page - 1) * atOnce);
}

/** Says on which groups something that is out is shown; none: on all. */
export async function choosePieceGroups(
  ctx: Ctx,
  input: { dispatch: number; groups: readonly number[] },
): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'playlists.write');
  const dispatch = await selectDispatch(ctx.db, input.dispatch);
  if (!dispatch || dispatch.means !== 'screen') throw new NotFound(`dispatch ${input.dispatch}`);
  if (dispatch.state !== 'delivered') return refuse('dispatch.moved');
  await putPieceGroups(ctx.db, dispatch.id, input.groups);
  await ctx.tell({
    name: 'dispatch.groups_chosen',
    subject: { type: 'dispatch', id: dispatch.id },
    after: { groups: input.groups },
    topics: ['dispatches', dispatchTopic(dispatch.id), 'screen_program'],
  });
  return { id: dispatch.id };
}
