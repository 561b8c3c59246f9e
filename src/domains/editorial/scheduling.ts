import type { Ctx } from '#platform/ctx.ts';
import { dayIn } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { cancelDispatches, dispatchesOf, listChannels, scheduleDispatches, type Channel } from '#domains/channels/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { goesBy } from './kind.ts';
import { kindOf } from './kinds.ts';
import { isMemoKind } from './memos/memo.ts';
import { memoHindrance } from './memos/hindrance.ts';
import { readMoment } from './moment.ts';
import { isSecret, pieceTopic, type Piece } from './piece.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import {
  lockStanding,
  placePublications,
  selectApprovedHash,
  selectClassifiers,
  updateGoneOut,
  updateTerms,
} from './publications.queries.ts';
import type { PublishInput, ScheduleInput, TermsInput } from './publishing.input.ts';
import { intranetChannel, portalChannel } from './publication.ts';
import { wordsOver } from './prints/drawing.ts';
import { printsIn } from './prints/hand-carrier.ts';
import { renderPiece, type PieceSnapshot } from './rendering.ts';

/** What `dispatches` call a piece. */
export const sourceOf = (piece: number) => ({ type: 'piece', id: String(piece) }) as const;

const topics = (piece: number) => [pieceTopic(piece), 'pieces', 'calendar'];

/**
 * Has a piece go out by some channels at a moment: exactly what was approved, not before its embargo, by channels of its kind and class.
 * What was scheduled before by the same channels is replaced; what is out stays until this one takes its place.
 */
export async function schedulePiece(ctx: Ctx, input: ScheduleInput): Promise<{ dispatches: number[] } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.publish', piece.unit);
  const unsigned = isMemoKind(piece.kind) ? await memoHindrance(ctx, piece) : undefined;
  return unsigned ?? sendOut(ctx, piece, input);
}

/** The same, for a command that has asked already who may and whether it is signed. */
export async function sendOut(ctx: Ctx, piece: Piece, input: Omit<ScheduleInput, 'piece'>): Promise<{ dispatches: number[] } | Refusal> {
  const at = (await readMoment(ctx, input.at)) ?? ctx.now;
  const problem =
    (await notApproved(ctx, piece)) ?? (await wrongMoment(ctx, piece, at)) ?? (await wrongChannel(ctx, piece, input.channels));
  if (problem) return problem;
  const means = new Map((await listChannels(ctx)).map((channel) => [channel.code, channel.means]));
  const rendered = await renderPiece(ctx, piece, input.channels);
  const wrong = wrongPrint(rendered) ?? (await leadsNowhere(ctx, piece, input.channels));
  if (wrong) return wrong;
  const snapshots = Object.fromEntries(
    Object.entries(rendered).map(([code, snapshot]) => [
      code,
      means.get(code) === 'screen' ? { ...snapshot, groups: input.groups ?? [] } : snapshot,
    ]),
  );
  const dispatches = await scheduleDispatches(ctx, {
    source: sourceOf(piece.id),
    title: piece.title,
    class: piece.class,
    contentSha256: piece.sha256,
    dueAt: at,
    snapshots,
  });
  if (isRefusal(dispatches)) return dispatches;
  await updateGoneOut(ctx.db, piece.id, { state: 'scheduled', publishAt: at });
  await ctx.tell({
    name: 'piece.scheduled',
    subject: { type: 'piece', id: piece.id },
    before: { state: piece.state },
    after: { state: 'scheduled', publishAt: at, channels: input.channels, sha256: piece.sha256 },
    payload: { unit: piece.unit, kind: piece.kind, item: piece.item, campaign: piece.campaign, channels: input.channels, at },
    topics: topics(piece.id),
  });
  return { dispatches };
}

/** The same, now. A worker carries it out within a moment. */
export function publishNow(ctx: Ctx, input: PublishInput): Promise<{ dispatches: number[] } | Refusal> {
  return schedulePiece(ctx, { ...input, at: null });
}

/** Stops what is scheduled of a piece and has not left; what is out stays. */
export async function unschedulePiece(ctx: Ctx, input: { piece: number }): Promise<{ stopped: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.publish', piece.unit);
  const stopped = await cancelDispatches(ctx, sourceOf(piece.id));
  if (stopped === 0) return refuse('piece.not_scheduled');
  const standing = (await lockStanding(ctx.db, piece.id))!;
  if (piece.state === 'scheduled')
    await updateGoneOut(ctx.db, piece.id, { state: standing.out ? 'published' : 'approved', publishAt: null });
  await ctx.tell({
    name: 'piece.unscheduled',
    subject: { type: 'piece', id: piece.id },
    before: { state: piece.state, publishAt: piece.publishAt },
    after: { state: standing.out ? 'published' : 'approved' },
    payload: { unit: piece.unit },
    topics: topics(piece.id),
  });
  return { stopped };
}

/** Says not before when a piece goes out, until which day it stands, and when its owner looks at it again. None of it is content. */
export async function setTerms(ctx: Ctx, input: TermsInput): Promise<{ piece: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.publish', piece.unit);
  const embargoUntil = await readMoment(ctx, input.embargoUntil);
  const waiting = (await dispatchesOf(ctx, sourceOf(piece.id))).filter(({ state }) => state === 'scheduled' || state === 'held');
  if (embargoUntil && waiting.some(({ dueAt }) => dueAt < embargoUntil))
    return refuse('piece.scheduled_before_embargo', {}, 'embargoUntil');
  await updateTerms(ctx.db, piece.id, { ...input, embargoUntil });
  await placePublications(ctx.db, piece.id);
  await ctx.tell({
    name: 'piece.placed',
    subject: { type: 'piece', id: piece.id },
    before: { embargoUntil: piece.embargoUntil, expiresOn: piece.expiresOn, reviewOn: piece.reviewOn },
    after: { embargoUntil, expiresOn: input.expiresOn, reviewOn: input.reviewOn },
    topics: [...topics(piece.id), 'portal'],
  });
  return { piece: piece.id };
}

async function notApproved(ctx: Ctx, piece: Piece): Promise<Refusal | undefined> {
  // What was withdrawn is approved anew first.
  if (!['approved', 'scheduled', 'published', 'expired'].includes(piece.state)) return refuse('piece.not_approved');
  return (await selectApprovedHash(ctx.db, piece.id)) === piece.sha256 ? undefined : refuse('piece.not_approved');
}

async function wrongMoment(ctx: Ctx, piece: Piece, at: Date): Promise<Refusal | undefined> {
  const { zone } = await institutionOf(ctx);
  const format = formatIn('es', zone);
  // The minute that a form shows has begun when it is sent.
  if (at.getTime() < ctx.now.getTime() - 60_000) return refuse('piece.moment_past', {}, 'at');
  if (piece.embargoUntil && at < piece.embargoUntil) return refuse('piece.embargoed', { until: format.instant(piece.embargoUntil) }, 'at');
  if (piece.expiresOn && dayIn(at, zone) > piece.expiresOn)
    return refuse('piece.expires_before', { day: format.day(piece.expiresOn) }, 'at');
  return undefined;
}

/** Why these channels cannot carry it; LOOK.md: what it is, why not, and who can change it. */
async function wrongChannel(ctx: Ctx, piece: Piece, codes: readonly string[]): Promise<Refusal | undefined> {
  const channels = await listChannels(ctx);
  for (const code of codes) {
    const channel = channels.find((one) => one.code === code);
    if (!channel) continue;
    const refusal = (await wrongClass(ctx, piece, channel)) ?? wrongKind(piece, channel);
    if (refusal) return refusal;
  }
  return undefined;
}

const refusedClass = {
  internal: 'piece.internal_only',
  classified: 'piece.classified_only',
  reserved: 'piece.reserved_only',
} as const;

async function wrongClass(ctx: Ctx, piece: Piece, channel: Channel): Promise<Refusal | undefined> {
  if (piece.class === 'public' || (piece.class === 'internal' && !channel.public)) return undefined;
  const [who = ''] = await selectClassifiers(ctx.db, piece.unit, editorialPolicy['pieces.classify'].roles);
  return channel.public || !isSecret(piece)
    ? refuse(refusedClass[piece.class], { channel: channel.name, who }, 'channels')
    : refuse('piece.secret_stays', { channel: channel.name, who }, 'channels');
}

/** A notice that opens nothing is not sent: its page goes out with it, or is out. */
async function leadsNowhere(ctx: Ctx, piece: Piece, codes: readonly string[]): Promise<Refusal | undefined> {
  const pushes = (await listChannels(ctx)).filter(({ code, means }) => means === 'push' && codes.includes(code));
  if (pushes.length === 0) return undefined;
  const out = (await dispatchesOf(ctx, sourceOf(piece.id))).filter(({ state }) => state === 'delivered' || state === 'scheduled');
  const pages = new Set([...codes, ...out.map(({ channel }) => channel)]);
  const lost = pushes.find((push) => !pages.has(portalChannel) && (push.public || !pages.has(intranetChannel)));
  return lost && refuse('piece.push_needs_page', { channel: lost.name }, 'channels');
}

/** A sheet on which not all of it fits is not printed with less. */
function wrongPrint(rendered: Readonly<Record<string, PieceSnapshot>>): Refusal | undefined {
  for (const print of Object.values(rendered).flatMap(printsIn)) {
    const over = wordsOver(print);
    if (over > 0) return refuse('piece.print_too_long', { count: over, sheet: say('es')(`prints.on.${print.sheet}`) }, 'channels');
  }
  return undefined;
}

function wrongKind(piece: Piece, channel: Channel): Refusal | undefined {
  return goesBy(kindOf(piece.kind), channel)
    ? undefined
    : refuse('piece.not_by_channel', { kind: say('es')(`pieces.kind.${piece.kind}`), channel: channel.name }, 'channels');
}
