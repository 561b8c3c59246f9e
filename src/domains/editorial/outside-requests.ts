import { todayOf } from '#domains/organization/index.ts';
import { nobody, acting, type Ctx } from '#platform/ctx.ts';
import { NotFound, refuse, isRefusal, type Refusal } from '#platform/refusal.ts';
import type { OfficeRequest, RequestMove } from './request.ts';
import { openLinkOf } from './request-links.ts';
import { selectFollowed } from './request-links.queries.ts';
import { speak, takeBack } from './request-talk.ts';
import { followingOf, hashOf, tellAsker } from './request-telling.ts';
import { answerDueOn } from './request-terms.ts';
import { placeRequest } from './requests.ts';
import type { OutsideAskInput } from './requests.input.ts';
import { selectMoves, selectRequest, selectRequestFiles } from './requests.queries.ts';

const everything = {
  person: null,
  unit: null,
  near: [],
  agreed: false,
  all: true,
  units: [],
  triagesAll: false,
  triages: [],
  everything: true,
} as const;

/** Who comes by a public address is nobody, also when he has signed in somewhere else. */
export const outsider = (ctx: Ctx): Ctx => acting(ctx, nobody);

const officeMoves: readonly RequestMove[] = ['accept', 'return', 'assign', 'merge', 'finish'];

/**
 * Asks the office by one of its public addresses. He is told by mail, and follows by a secret address of which he gets the last part.
 * What comes from outside is public. `origin`: where the house is seen from.
 * @throws NotFound when the address is closed or never was
 */
export async function askFromOutside(
  ctx: Ctx,
  code: string,
  input: OutsideAskInput,
  { origin, language }: { origin: string; language: 'es' | 'en' },
): Promise<{ id: number; follow: string } | Refusal> {
  const link = await openLinkOf(ctx, code);
  if (input.wantedOn && input.wantedOn < (await todayOf(ctx))) return refuse('request.wanted_in_the_past', {}, 'wantedOn');
  const { name, email, files, ...asked } = input;
  const own = outsider(ctx);
  const placed = await placeRequest(
    own,
    {
      ...asked,
      class: 'public',
      segments: [],
      regions: [],
      kind: null,
      unit: link.unit,
      askedBy: null,
      answerDueOn: await answerDueOn(ctx),
      outside: { name, email, language, origin, link: link.id },
    },
    files,
  );
  if (isRefusal(placed)) return placed;
  const request = await selectRequest(ctx.db, placed.id, everything);
  await tellAsker(own, request!, 'asked');
  return { id: placed.id, follow: await followingOf(own, placed.id) };
}

async function followed(ctx: Ctx, token: string, lock = false): Promise<OfficeRequest> {
  const id = await selectFollowed(ctx.db, hashOf(token));
  const request = id === undefined ? undefined : await selectRequest(ctx.db, id, everything, lock);
  if (!request) throw new NotFound('followed request');
  return request;
}

/** What somebody without an account sees of his request. Who in the office speaks is not named. @throws NotFound */
export async function followRequest(ctx: Ctx, token: string) {
  const {
    id,
    title,
    what,
    why,
    forWhom,
    wantedOn,
    state,
    askedAt,
    answerDueOn: due,
    dueOn,
    mergedInto,
    askerName,
  } = await followed(ctx, token);
  const [moves, files] = await Promise.all([selectMoves(ctx.db, id), selectRequestFiles(ctx.db, id)]);
  return {
    request: { id, title, what, why, forWhom, wantedOn, state, askedAt, answerDueOn: due, dueOn, mergedInto, askerName },
    files: files.map(({ name, size }) => ({ name, size })),
    moves: moves.map(({ id: key, move, person, at, note }) => ({
      key,
      move,
      office: person !== null || officeMoves.includes(move),
      at,
      note,
    })),
  };
}

/** He answers or says something. @throws NotFound */
export async function sayByAddress(
  ctx: Ctx,
  token: string,
  said: { text: string; files: readonly string[] },
): Promise<{ id: number } | Refusal> {
  return speak(outsider(ctx), await followed(ctx, token, true), 'asker', said);
}

/** He needs it no longer. @throws NotFound */
export async function withdrawByAddress(ctx: Ctx, token: string, text: string): Promise<{ id: number } | Refusal> {
  return takeBack(outsider(ctx), await followed(ctx, token, true), text);
}
