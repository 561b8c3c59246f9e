import type { Ctx } from '#platform/ctx.ts';
import { addDays, addMonths, parseDay } from '#platform/clock/day.ts';
import { wallClock } from '#platform/clock/wall-clock.ts';
import { may } from '#platform/http/policy.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { notify, todayOf, zoneOf } from '#domains/organization/index.ts';
import type { Piece } from '../piece.ts';
import { createPiece, getPiece, savePiece } from '../pieces.ts';
import { editorialPolicy } from '../policy.ts';
import { kinds } from '../kinds.ts';
import { intranetChannel, portalChannel } from '../publication.ts';
import { owedSlots, type OwedSlot } from '../slots.ts';
import { moveStory, readStories, storyMoves, writeStories, type Story } from './newsletter-body.ts';
import { newsletterOrder, stillHolds } from './newsletter-order.ts';
import type { NewsletterInput, ProposedTurn } from './newsletters.input.ts';
import { selectHeads, selectLast, selectMaterial, selectSlotSegments, selectSlotUnit, type Material } from './newsletters.queries.ts';

/** So many days before it is due a newsletter proposes itself. */
export const proposedBefore = 5;
const firstStories = 12;
const also = () => say('es')('newsletters.also');

export interface NewsletterDesk {
  readonly piece: Piece;
  readonly stories: readonly (Story & { readonly material: Material | null })[];
  /** What came out for the same people and is not told, in the order of the rule. */
  readonly left: readonly Material[];
  readonly since: Date;
  readonly mayWrite: boolean;
}

/** A newsletter as it is put together: what it tells, and what else came out since the last one. */
export async function newsletterDesk(ctx: Ctx, id: number): Promise<NewsletterDesk | null> {
  const piece = await getPiece(ctx, id);
  if (piece.kind !== 'newsletter') return null;
  const { since, found } = await material(ctx, piece);
  const { stories } = readStories(piece.body);
  const told = new Set(stories.map((story) => story.piece));
  return {
    piece,
    stories: stories.map((story) => ({ ...story, material: found.find((one) => one.piece === story.piece) ?? null })),
    left: found.filter((one) => !told.has(one.piece)),
    since,
    mayWrite: may(ctx.actor, editorialPolicy['pieces.write'], piece.unit) && piece.state !== 'in_review' && piece.state !== 'discarded',
  };
}

type Turn = Pick<Piece, 'slot' | 'slotDay' | 'segments' | 'channels' | 'dueOn'>;

/** What came out for its segments since the last one of its slot, in the order of the rule. */
async function material(ctx: Ctx, { slot, slotDay, segments, channels, dueOn }: Turn): Promise<{ since: Date; found: Material[] }> {
  const day = slotDay ?? dueOn ?? (await todayOf(ctx));
  const last = slot !== null && slotDay !== null ? await selectLast(ctx.db, slot, slotDay) : undefined;
  const since = last?.until ?? wallClock(`${addMonths(day, -1)}T00:00`, await zoneOf(ctx));
  const told = new Set(last ? readStories(last.body).stories.map((story) => story.piece) : []);
  const open = channels.includes(portalChannel) || channels.length === 0;
  const rows = await selectMaterial(ctx.db, {
    channel: open ? portalChannel : intranetChannel,
    kinds: kinds.filter(({ code, means }) => code !== 'newsletter' && means.includes(open ? 'portal' : 'intranet')).map(({ code }) => code),
    segments,
    since,
    until: ctx.now,
  });
  const news = rows.filter((one) => !told.has(one.piece) && stillHolds(one, day));
  return { since, found: newsletterOrder(news, day) };
}

/** Keeps what was written of each story, and moves, leaves out or takes in one of them. It is content: an approval ends. */
export async function editNewsletter(ctx: Ctx, input: NewsletterInput): Promise<{ piece: number } | Refusal> {
  const desk = await newsletterDesk(ctx, input.piece);
  if (!desk) return refuse('newsletter.not_one');
  const { piece, left } = desk;
  const { opening, stories } = readStories(piece.body);
  const written = stories.map((story) => ({
    ...story,
    headline: wordsOf(input[`headline.${story.piece}`], story.headline) || story.headline,
    summary: wordsOf(input[`summary.${story.piece}`], story.summary),
  }));
  const [act = 'keep', number] = input.intent.split(':');
  const body = writeStories({ opening, stories: acted(written, act, Number(number), left, piece) }, also());
  const saved = await savePiece(ctx, {
    piece: piece.id,
    revision: input.revision,
    title: wordsOf(input.title, piece.title) || piece.title,
    fields: { ...piece.fields, lead: wordsOf(input.lead, typeof piece.fields.lead === 'string' ? piece.fields.lead : '') },
    body,
  });
  return isRefusal(saved) ? saved : { piece: piece.id };
}

function acted(
  stories: readonly Story[],
  act: string,
  piece: number,
  left: readonly Material[],
  newsletter: Pick<Piece, 'channels'>,
): Story[] {
  const move = storyMoves.find((one) => one === act);
  if (move) return moveStory(stories, piece, move);
  const taken = act === 'renew' ? left.slice(0, firstStories) : act === 'take' ? left.filter((one) => one.piece === piece) : [];
  return [...stories, ...taken.map((one) => storyOf(one, newsletter))];
}

const wordsOf = (typed: unknown, before: string): string => (typeof typed === 'string' ? typed.trim() : before);

const storyOf = ({ piece, title, lead, slug, asset, alt }: Material, { channels }: Pick<Piece, 'channels'>): Story => ({
  piece,
  headline: title,
  href: `${channels.includes(portalChannel) || channels.length === 0 ? '' : '/intranet'}/news/${slug}`,
  summary: lead,
  image: asset === null ? null : { asset, alt },
  more: [],
});

/** Proposes each newsletter that a slot owes in the next days, once: whoever answers for the slot is told. How many. */
export async function proposeNewsletters(ctx: Ctx): Promise<number> {
  const today = await todayOf(ctx);
  const owed = (await owedSlots(ctx, today, addDays(today, proposedBefore))).filter(({ slot }) => slot.kind === 'newsletter');
  let made = 0;
  for (const turn of owed) if (!isRefusal(await proposeNewsletter(ctx, turn))) made += 1;
  return made;
}

/** Proposes the newsletter of one turn because a person asks for it now. Refuses `newsletter.not_owed`. */
export async function proposeTurn(ctx: Ctx, { slot, day: named }: ProposedTurn): Promise<{ id: number } | Refusal> {
  const day = parseDay(named);
  const turn = (await owedSlots(ctx, day, day)).find((owed) => owed.slot.id === slot && owed.slot.kind === 'newsletter');
  return turn ? proposeNewsletter(ctx, turn) : refuse('newsletter.not_owed', {}, 'day');
}

/** Makes the newsletter of one turn of a slot: numbered after the last, for the same people, with what came out since. */
export async function proposeNewsletter(ctx: Ctx, { slot, day }: OwedSlot): Promise<{ id: number } | Refusal> {
  const [last, own, unit] = await Promise.all([
    selectLast(ctx.db, slot.id, day),
    selectSlotSegments(ctx.db, slot.id),
    selectSlotUnit(ctx.db, slot.id),
  ]);
  const segments = own.length > 0 ? own : (last?.segments ?? []);
  const title = `${slot.name}, ${formatIn('es').month(day)}`;
  const created = await createPiece(ctx, {
    kind: 'newsletter',
    title: title.slice(0, 300),
    unit,
    item: slot.item,
    campaign: null,
    request: null,
    slot: slot.id,
    slotDay: day,
    owner: slot.owner,
    dueOn: day,
    line: (slot.line as Piece['line']) ?? 'information',
    segments,
  });
  if (isRefusal(created)) return created;
  const piece = await getPiece(ctx, created.id);
  const { found } = await material(ctx, piece);
  const stories = found.slice(0, firstStories).map((one) => storyOf(one, piece));
  const saved = await savePiece(ctx, {
    piece: piece.id,
    revision: piece.revision,
    title: piece.title,
    fields: { number: String((last?.number ?? 0) + 1), lead: leadOf(stories) },
    body: writeStories({ opening: [], stories }, also()),
  });
  if (isRefusal(saved)) return saved;
  await ctx.tell({
    name: 'piece.proposed',
    subject: { type: 'piece', id: piece.id },
    after: { stories: stories.length, day },
    topics: ['pieces', 'calendar'],
  });
  await notify(ctx, {
    to: slot.owner === null ? await selectHeads(ctx.db) : [slot.owner],
    kind: 'piece.proposed',
    facts: { title: piece.title, day },
    path: `/workspace/pieces/${piece.id}/newsletter`,
    subject: { type: 'piece', id: piece.id },
  });
  return { id: piece.id };
}

const leadFits = 380;

/** What the first three say, in one line. */
function leadOf(stories: readonly Story[]): string {
  const first = stories.slice(0, 3).map(({ headline }) => headline.replace(/\.$/, ''));
  const line = first.length === 0 ? '' : `${first.join('; ')}.`;
  return line.length <= leadFits ? line : `${first[0]!.slice(0, leadFits - 1)}.`;
}
