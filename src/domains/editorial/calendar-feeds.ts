import { createHash, randomBytes } from 'node:crypto';
import ical, { ICalEventStatus } from 'ical-generator';
import type { Ctx } from '#platform/ctx.ts';
import { addDays, dayIn, parseDay } from '#platform/clock/day.ts';
import { authorize } from '#platform/http/policy.ts';
import { Forbidden, NotFound } from '#platform/refusal.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { calendarFilterInput } from './calendar.input.ts';
import { endFeed, insertFeed, selectFeedInForce, selectFeeds, touchFeed, type Feed } from './calendar-feeds.queries.ts';
import { selectDatedCampaigns, selectDatedPieces } from './calendar.queries.ts';
import { editorialPolicy } from './policy.ts';
import { anybody } from './readers.ts';

/** How far back and ahead an agenda sees, in days, and how many pieces. */
const behind = 90;
const ahead = 365;
const most = 2000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes a secret address for one's agenda, with the calendar's filters. The address is told this once; only its hash is kept. */
export async function makeCalendarFeed(ctx: Ctx, { query }: { query: string }): Promise<{ id: number; token: string }> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  if (ctx.actor.kind !== 'person') throw new Forbidden('pieces.read');
  const token = randomBytes(24).toString('base64url');
  const id = await insertFeed(ctx.db, { hash: hashOf(token), person: ctx.actor.id!, query: query.slice(0, 2000) }, ctx.now);
  await ctx.tell({ name: 'calendar_feed.made', subject: { type: 'calendar_feed', id } });
  return { id, token };
}

export async function revokeCalendarFeed(ctx: Ctx, { feed }: { feed: number }): Promise<{ id: number }> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  if (!(await endFeed(ctx.db, feed, ctx.actor.id!, ctx.now))) throw new NotFound(`feed ${feed}`);
  await ctx.tell({ name: 'calendar_feed.revoked', subject: { type: 'calendar_feed', id: feed } });
  return { id: feed };
}

export function calendarFeeds(ctx: Ctx): Promise<Feed[]> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  return ctx.actor.id ? selectFeeds(ctx.db, ctx.actor.id) : Promise.resolve([]);
}

/**
 * The calendar as iCalendar (RFC 5545) for whoever holds the secret address: what is public or internal, never what is secret, whoever
 * asked for it. Ends when its owner leaves. @throws NotFound
 */
export async function calendarFeed(ctx: Ctx, token: string, origin: string): Promise<string> {
  const feed = await selectFeedInForce(ctx.db, hashOf(token));
  if (!feed) throw new NotFound('feed');
  await touchFeed(ctx.db, feed.id, ctx.now);
  const institution = await institutionOf(ctx);
  const filter = calendarFilterInput.parse(Object.fromEntries(new URLSearchParams(feed.query)));
  const today = dayIn(ctx.now, institution.zone);
  const [from, to] = [addDays(today, -behind), addDays(today, ahead)];
  const [pieces, campaigns] = await Promise.all([
    selectDatedPieces(ctx.db, anybody, filter, institution.zone, from, to, most),
    selectDatedCampaigns(ctx.db, filter, from, to),
  ]);
  const feedOut = ical({ name: `Pregón · ${institution.name}`, prodId: '//Pregon//Calendar//ES', timezone: institution.zone });
  for (const piece of pieces) {
    feedOut.createEvent({
      id: `piece-${piece.id}@pregon`,
      summary: piece.title,
      start: piece.at ?? new Date(`${piece.day}T00:00:00Z`),
      allDay: piece.at === null,
      url: `${origin}/workspace/pieces/${piece.id}`,
      status: piece.state === 'published' || piece.state === 'scheduled' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      stamp: ctx.now,
    });
  }
  for (const { id, name, from: first, until } of campaigns) {
    feedOut.createEvent({
      id: `campaign-${id}@pregon`,
      summary: name,
      start: new Date(`${first}T00:00:00Z`),
      // RFC 5545: the end of a whole-day event is the day after its last.
      end: new Date(`${addDays(parseDay(until), 1)}T00:00:00Z`),
      allDay: true,
      url: `${origin}/workspace/campaigns/${id}`,
      stamp: ctx.now,
    });
  }
  return feedOut.toString();
}
