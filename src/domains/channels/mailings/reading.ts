import type { Ctx } from '#platform/ctx.ts';
import { authorize, may } from '#platform/http/policy.ts';
import { NotFound } from '#platform/refusal.ts';
import { countRecipients, type WhomCount } from '#domains/audiences/index.ts';
import type { Source } from '../dispatch.ts';
import { channelsPolicy } from '../policy.ts';
import type { Mailing, MailingMove, MailingWithLetter, RecipientCounts } from './mailing.ts';
import { mailingHere } from './mailings.ts';
import type { MailingsFilter, RecipientsFilterInput } from './mailings.input.ts';
import {
  countMailings,
  selectApproval,
  selectAuthors,
  selectMailingMoves,
  selectMailingNames,
  selectMailings,
  selectMailingStanding,
  type MailingFilter,
  type MailingStanding,
} from './mailings.queries.ts';
import { countRecipientsOf, countRecipientStates, selectRecipients, type Recipient } from './recipients.queries.ts';
import { selectServers, type ServerStanding } from './throttle.queries.ts';

export const mailingsAtOnce = 50;

const narrow = ({ q, ...filter }: Omit<MailingsFilter, 'page'>): MailingFilter => ({ ...filter, ...(q ? { search: q } : {}) });

/** The last drafted first, fifty a page. */
export async function listMailings(
  ctx: Ctx,
  { page, ...filter }: MailingsFilter,
): Promise<{ mailings: Mailing[]; total: number; standing: MailingStanding }> {
  authorize(ctx.actor, channelsPolicy, 'mailings.read');
  const [mailings, total, standing] = await Promise.all([
    selectMailings(ctx.db, narrow(filter), mailingsAtOnce, (page - 1) * mailingsAtOnce),
    countMailings(ctx.db, narrow(filter)),
    selectMailingStanding(ctx.db),
  ]);
  return { mailings, total, standing };
}

/** Every mailing of the filter with how its deliveries stand, to take away: in portions. */
export async function* everyMailing(ctx: Ctx, filter: Omit<MailingsFilter, 'page'>): AsyncGenerator<Mailing & { counts: RecipientCounts }> {
  authorize(ctx.actor, channelsPolicy, 'mailings.read');
  for (let offset = 0; ; offset += 200) {
    const portion = await selectMailings(ctx.db, narrow(filter), 200, offset);
    for (const mailing of portion) yield { ...mailing, counts: await countRecipientStates(ctx.db, mailing.id) };
    if (portion.length < 200) return;
  }
}

/** All mailings of a source, the last first. */
export const mailingsOf = (ctx: Ctx, source: Source): Promise<Mailing[]> => selectMailings(ctx.db, { source }, 100, 0);

export interface MailingCard {
  readonly mailing: MailingWithLetter;
  readonly moves: readonly MailingMove[];
  readonly authors: readonly { id: string; name: string }[];
  readonly approval: { person: string; name: string; at: Date } | null;
  readonly counts: RecipientCounts;
  /** Whom it would reach now; null once it is fixed. */
  readonly whom: WhomCount | null;
  readonly servers: readonly ServerStanding[];
}

/** @throws NotFound */
export async function mailingCard(ctx: Ctx, id: number): Promise<MailingCard> {
  authorize(ctx.actor, channelsPolicy, 'mailings.read');
  const mailing = await mailingHere(ctx, id);
  const [moves, authors, approval, counts, whom, servers] = await Promise.all([
    selectMailingMoves(ctx.db, id),
    selectAuthors(ctx.db, id),
    selectApproval(ctx.db, id, mailing.sha256),
    countRecipientStates(ctx.db, id),
    mailing.fixedAt === null ? countRecipients(ctx, mailing) : null,
    selectServers(ctx.db),
  ]);
  return { mailing, moves, authors, approval: approval ?? null, counts, whom, servers };
}

/** To whom it went and how each ended, fifty a page, in the order in which they were fixed. */
export async function recipientsOfMailing(
  ctx: Ctx,
  mailing: number,
  { page, q, state }: RecipientsFilterInput,
): Promise<{ recipients: Recipient[]; total: number }> {
  authorize(ctx.actor, channelsPolicy, 'mailings.recipients');
  await mailingHere(ctx, mailing);
  const filter = { state, search: q };
  const [recipients, total] = await Promise.all([
    selectRecipients(ctx.db, mailing, filter, { limit: mailingsAtOnce, offset: (page - 1) * mailingsAtOnce }),
    countRecipientsOf(ctx.db, mailing, filter),
  ]);
  return { recipients, total };
}

/** All of them, to take away: in portions, whatever their number. */
export async function* everyRecipient(
  ctx: Ctx,
  mailing: number,
  { q, state }: Omit<RecipientsFilterInput, 'page'>,
): AsyncGenerator<Recipient> {
  authorize(ctx.actor, channelsPolicy, 'mailings.recipients');
  for (let after = 0; ;) {
    const portion = await selectRecipients(ctx.db, mailing, { state, search: q }, { limit: 2000, after });
    yield* portion;
    if (portion.length < 2000) return;
    after = portion.at(-1)!.id;
  }
}

/** One recipient of a mailing. @throws NotFound */
export async function recipientOfMailing(ctx: Ctx, mailing: number, id: number): Promise<Recipient> {
  authorize(ctx.actor, channelsPolicy, 'mailings.recipients');
  const [found] = await selectRecipients(ctx.db, mailing, {}, { limit: 1, after: id - 1 });
  if (found?.id !== id) throw new NotFound(`recipient ${id}`);
  return found;
}

/** What mailings are called, to whoever may read them. */
export async function mailingNames(ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const named = may(ctx.actor, channelsPolicy['mailings.read']) ? await selectMailingNames(ctx.db, ids) : [];
  return new Map(named.map(({ id, title }) => [id, title]));
}
