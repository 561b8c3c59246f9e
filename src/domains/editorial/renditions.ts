import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { same, stale } from '#platform/stale.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { type Channel, listChannels } from '#domains/channels/index.ts';
import { contentHash } from './content-hash.ts';
import { pieceTopic, type Piece } from './piece.ts';
import { noteAuthor, selectRenditions } from './pieces.queries.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { isOnPaper } from './prints/writing.ts';
import { overOf, renditionFields, type RenditionField } from './rendition-fields.ts';
import type { RenditionInput } from './renditions.input.ts';
import { dropRendition, putRendition, selectRenditionRows, updateContent, type Rendition } from './renditions.queries.ts';
import { voidApproval } from './voiding.ts';

/** A channel of a piece, with what it says in words of its own. */
export interface ChannelWords {
  readonly channel: Channel;
  readonly fields: readonly RenditionField[];
  readonly rendition: Rendition | null;
  /** By how many letters it does not fit. */
  readonly over: number;
}

/** The channels of a piece, in their order, each with its own words if it has any. */
export async function renditionsOf(ctx: Ctx, piece: Piece): Promise<ChannelWords[]> {
  const [channels, rows] = await Promise.all([listChannels(ctx), selectRenditionRows(ctx.db, piece.id)]);
  return channels
    .filter(({ code }) => piece.channels.includes(code) || rows.some((row) => row.channel === code))
    .map((channel) => {
      const rendition = rows.find((row) => row.channel === channel.code) ?? null;
      return { channel, fields: renditionFields(channel), rendition, over: overOf(channel, rendition?.fields) };
    });
}

/**
 * Says a piece by a channel in other words; all empty, it is said there as it is. It is content: the hash changes, and an approval ends.
 * @throws NotFound when there is no such channel
 */
export async function writeRendition(ctx: Ctx, input: RenditionInput): Promise<{ piece: number; channel: string } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  if (piece.state === 'in_review') return refuse('piece.in_review');
  if (piece.state === 'discarded') return refuse('piece.discarded');
  const channel = (await listChannels(ctx)).find(({ code }) => code === input.channel);
  if (!channel) throw new NotFound(`channel ${input.channel}`);
  const now = (await selectRenditionRows(ctx.db, piece.id)).find((row) => row.channel === channel.code);
  const said = renditionFields(channel).map(({ code }) => [code, (input[code] ?? '').trim()] as const);
  const sheets = isOnPaper(channel) ? (input.sheets ?? []).join(' ') : '';
  const fields = Object.fromEntries([...said, ['sheets', sheets] as const].filter(([, text]) => text !== ''));
  if (same(fields, now?.fields ?? {})) return { piece: piece.id, channel: channel.code };
  if (now && now.revision !== input.revision) {
    const conflicts = renditionFields(channel)
      .filter(({ code }) => (fields[code] ?? '') !== (now.fields[code] ?? ''))
      .map(({ code }) => ({ field: code, yours: fields[code] ?? '', theirs: now.fields[code] ?? '' }));
    return stale(now.changedByName ?? '', now.revision, conflicts);
  }
  if (Object.keys(fields).length === 0) await dropRendition(ctx.db, piece.id, channel.code);
  else await putRendition(ctx.db, piece.id, channel.code, fields, ctx.actor.id, ctx.now);
  const sha256 = contentHash({ ...piece, renditions: await selectRenditions(ctx.db, piece.id) });
  await voidApproval(ctx, piece);
  await updateContent(ctx.db, piece.id, sha256, ctx.actor.id, ctx.now);
  if (ctx.actor.id) await noteAuthor(ctx.db, piece.id, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'piece.adapted',
    subject: { type: 'piece', id: piece.id },
    before: { sha256: piece.sha256 },
    after: { sha256, channel: channel.code },
    topics: [pieceTopic(piece.id)],
  });
  return { piece: piece.id, channel: channel.code };
}
