import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { same, stale, type Conflict } from '#platform/stale.ts';
import { joinWritten } from '#platform/text/join-written.ts';
import { channelCodes } from '#domains/channels/index.ts';
import { emptyBody, readBody, type Body } from './body.ts';
import { textOf, wordsIn } from './body-text.ts';
import { contentHash } from './content-hash.ts';
import { findKind } from './kinds.ts';
import { isSecret, pieceTopic, writingTopic, type Fields, type Piece } from './piece.ts';
import type { NewPieceInput, WrittenPieceInput } from './pieces.input.ts';
import {
  insertPiece,
  isSlugFree,
  noteAuthor,
  replaceAssetUses,
  selectPiece,
  selectRenditions,
  updateState,
  updateWritten,
} from './pieces.queries.ts';
import { assetsOf, mayShow } from './piece-assets.ts';
import { editorialPolicy } from './policy.ts';
import { anybody, readerOf } from './readers.ts';
import { slugOf } from './slug.ts';
import { voidApproval } from './voiding.ts';

/**
 * The piece, to whoever may read it: for what is classified or reserved, whom it names, with an agreement in force. Reading one is
 * for loaders; `lookAtPiece` also leaves the look in the audit log.
 * @throws NotFound also when it may not be known to be there
 */
export async function getPiece(ctx: Ctx, id: number, { lock = false } = {}): Promise<Piece> {
  if (!Number.isSafeInteger(id)) throw new NotFound(`piece ${id}`);
  const piece = await selectPiece(ctx.db, id, anybody, lock);
  if (piece) {
    authorize(ctx.actor, editorialPolicy, 'pieces.read');
    return piece;
  }
  // Most are no secret: only for what is, one asks who looks.
  const secret = await selectPiece(ctx.db, id, await readerOf(ctx), lock);
  if (!secret) throw new NotFound(`piece ${id}`);
  return secret;
}

/** Begins a piece: an empty draft of a kind, with what its request, campaign or slot already say. */
export async function createPiece(
  ctx: Ctx,
  input: NewPieceInput &
    Partial<Pick<Piece, 'segments' | 'regions' | 'channels' | 'line' | 'class' | 'classBasis' | 'classSince' | 'classUntil'>>,
): Promise<{ id: number } | Refusal> {
  const unit = input.unit ?? (await readerOf(ctx)).unit;
  if (unit === null) return refuse('piece.needs_unit', {}, 'unit');
  authorize(ctx.actor, editorialPolicy, 'pieces.write', unit);
  const kind = findKind(input.kind);
  if (!kind) return refuse('piece.no_such_kind', {}, 'kind');
  const content = { kind: input.kind, title: input.title, class: input.class ?? 'public', fields: {}, body: emptyBody, renditions: {} };
  const id = await insertPiece(
    ctx.db,
    {
      ...content,
      class: input.class ?? 'public',
      classBasis: input.classBasis ?? '',
      classSince: input.classSince ?? null,
      classUntil: input.classUntil ?? null,
      slug: await freeSlug(ctx, input.title, null),
      unit,
      item: input.item,
      campaign: input.campaign,
      request: input.request,
      slot: input.slot,
      slotDay: input.slotDay,
      owner: input.owner ?? ctx.actor.id,
      dueOn: input.dueOn,
      line: input.line ?? null,
      segments: input.segments ?? [],
      regions: input.regions ?? [],
      channels:
        input.channels ??
        (await channelCodes(
          ctx,
          // A wall is asked for, never taken by default.
          kind.means.filter((means) => means !== 'by_hand' && means !== 'screen'),
        )),
      sha256: contentHash(content),
    },
    ctx.actor.id,
    ctx.now,
  );
  // Whoever accepts a request has written nothing of what it becomes: he may approve it.
  if (ctx.actor.id && input.request === null) await noteAuthor(ctx.db, id, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'piece.created',
    subject: { type: 'piece', id },
    after: { kind: input.kind, unit, item: input.item, campaign: input.campaign, request: input.request },
    payload: { unit, kind: input.kind },
    topics: [pieceTopic(id), 'pieces', 'calendar'],
  });
  return { id };
}

export interface Saved {
  readonly revision: number;
  readonly sha256: string;
  /** What stands now, when what others wrote meanwhile was joined with it. */
  readonly joined: { readonly title: string; readonly fields: Fields; readonly body: Body } | null;
  /** Whether an approval ended by it. */
  readonly voided: boolean;
}

/**
 * Saves what was written. What somebody saved meanwhile is joined block by block, or refused as `form.stale` with both texts; nothing
 * is overwritten. Any edit of an approved piece voids its approval and stops what was scheduled.
 */
export async function savePiece(ctx: Ctx, input: WrittenPieceInput): Promise<Saved | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  if (piece.state === 'in_review') return refuse('piece.in_review');
  if (piece.state === 'discarded') return refuse('piece.discarded');
  const body = readBody(input.body);
  if (isRefusal(body)) return body;
  const yours = { title: input.title, fields: input.fields as Fields, body };
  const theirs = { title: piece.title, fields: piece.fields, body: piece.body };
  const joined = input.revision === piece.revision ? { merged: yours, conflicts: [] } : join(input, yours, theirs);
  if (isRefusal(joined)) return joined;
  if (joined.conflicts.length > 0) return stale(piece.changedByName ?? '', piece.revision, joined.conflicts);
  const written = joined.merged;
  if (same(written, theirs)) return { revision: piece.revision, sha256: piece.sha256, joined: null, voided: false };

  const shown = assetsOf(written);
  const unfit = await mayShow(ctx, { id: piece.id, secret: isSecret(piece), shows: assetsOf(theirs) }, shown);
  if (unfit) return unfit;

  const renditions = await selectRenditions(ctx.db, piece.id);
  const sha256 = contentHash({ kind: piece.kind, class: piece.class, ...written, renditions });
  const text = [...fieldTexts(written.fields), textOf(written.body)].join('\n').trim();
  const voided = await voidApproval(ctx, piece);
  await updateWritten(
    ctx.db,
    piece.id,
    { ...written, text, words: wordsIn(textOf(written.body)), sha256, state: 'draft' },
    ctx.actor.id,
    ctx.now,
  );
  await replaceAssetUses(ctx.db, piece.id, shown);
  if (ctx.actor.id) await noteAuthor(ctx.db, piece.id, ctx.actor.id, ctx.now);
  // The log says that it changed and to what hash; never a word of it.
  await ctx.tell({
    name: 'piece.written',
    subject: { type: 'piece', id: piece.id },
    before: { sha256: piece.sha256, revision: piece.revision },
    after: { sha256, revision: piece.revision + 1 },
    topics: [writingTopic(piece.id)],
  });
  return { revision: piece.revision + 1, sha256, joined: input.revision === piece.revision ? null : written, voided };
}

type Content = { title: string; fields: Fields; body: Body };

function join(input: WrittenPieceInput, yours: Content, theirs: Content): { merged: Content; conflicts: Conflict[] } | Refusal {
  const was = input.was?.body === undefined ? undefined : readBody(input.was.body);
  if (isRefusal(was)) return was;
  return joinWritten(input.was && { ...input.was, body: was }, yours, theirs);
}

/** Takes a draft that never went out from sight. Nothing of it is erased: its row and its versions stay, and the audit log says who discarded it. */
export async function discardPiece(ctx: Ctx, input: { piece: number }): Promise<{ id: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  if (piece.publishedAt) return refuse('piece.was_published');
  if (piece.state !== 'draft') return refuse('piece.not_a_draft');
  await updateState(ctx.db, piece.id, 'discarded');
  await ctx.tell({
    name: 'piece.discarded',
    subject: { type: 'piece', id: piece.id },
    before: { state: piece.state },
    after: { state: 'discarded' },
    topics: [pieceTopic(piece.id), 'pieces', 'calendar'],
  });
  return { id: piece.id };
}

async function freeSlug(ctx: Ctx, title: string, piece: number | null): Promise<string> {
  const slug = slugOf(title);
  for (let at = 1; ; at += 1) {
    const tried = at === 1 ? slug : `${slug}-${at}`;
    if (await isSlugFree(ctx.db, tried, piece)) return tried;
  }
}

const fieldTexts = (fields: Fields) => Object.values(fields).filter((value) => typeof value === 'string');
