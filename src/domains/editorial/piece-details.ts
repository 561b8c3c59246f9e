import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { stale } from '#platform/stale.ts';
import { readMoment } from './moment.ts';
import { isSecret, pieceTopic } from './piece.ts';
import type { PieceDetailsInput } from './pieces.input.ts';
import { isSlugFree, keepOldSlug, updateDetails } from './pieces.queries.ts';
import { getPiece } from './pieces.ts';
import { editorialPolicy } from './policy.ts';
import { placePublications } from './publications.queries.ts';
import { slugOf } from './slug.ts';

/** Says whose a piece is, what it belongs to and when it should go out. None of it is content: an approval stands. */
export async function editPieceDetails(ctx: Ctx, input: PieceDetailsInput): Promise<{ revision: number } | Refusal> {
  const piece = await getPiece(ctx, input.piece, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  if (input.unit !== piece.unit) authorize(ctx.actor, editorialPolicy, 'pieces.write', input.unit);
  if (piece.state === 'discarded') return refuse('piece.discarded');
  if (input.revision !== piece.revision) return stale(piece.changedByName ?? '', piece.revision, []);
  const slug = input.slug === undefined || input.slug === '' || input.slug === piece.slug ? piece.slug : slugOf(input.slug);
  if (slug !== piece.slug && !(await isSlugFree(ctx.db, slug, piece.id))) return refuse('piece.slug_taken', { slug }, 'slug');
  const { piece: _, revision: __, ...details } = input;
  if (slug !== piece.slug && piece.publishedAt) await keepOldSlug(ctx.db, piece.slug, piece.id, ctx.now);
  await updateDetails(
    ctx.db,
    piece.id,
    { ...details, slug, embargoUntil: await readMoment(ctx, input.embargoUntil) },
    ctx.actor.id,
    ctx.now,
  );
  await placePublications(ctx.db, piece.id);
  // An address is made of the title: of what is secret it would say what it is about.
  const said = (now: ReturnType<typeof placed>) => (isSecret(piece) ? { ...now, slug: undefined } : now);
  await ctx.tell({
    name: 'piece.placed',
    subject: { type: 'piece', id: piece.id },
    before: said(placed(piece)),
    after: said(placed({ ...piece, ...details, slug })),
    topics: [pieceTopic(piece.id), 'pieces', 'calendar', 'portal'],
  });
  return { revision: piece.revision + 1 };
}

const places = [
  'unit',
  'item',
  'campaign',
  'owner',
  'line',
  'segments',
  'regions',
  'channels',
  'slug',
  'dueOn',
  'expiresOn',
  'reviewOn',
] as const;

/** What the audit log says of where a piece is placed. */
const placed = (piece: Readonly<Record<(typeof places)[number], unknown>>) =>
  Object.fromEntries(places.map((place) => [place, piece[place]]));
