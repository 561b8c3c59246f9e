import { todayOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import type { HouseFilter } from './house.input.ts';
import {
  countHouse,
  selectHouse,
  selectHouseGone,
  selectHousePage,
  selectOfKinds,
  selectSplash,
  selectUnread,
  type HouseGone,
  type HouseItem,
} from './house.queries.ts';

/** What one comes back to: how things are done and who helps. */
export const resourceKinds: readonly string[] = ['guide', 'video_tutorial', 'service_card', 'leaflet'];

export const houseAtOnce = 20;
/** Beyond so many, a list says that there are more. */
export const houseCounted = 2_000;

const person = (ctx: Ctx) => (ctx.actor.kind === 'person' ? ctx.actor.id : null);

/** What is out inside the house for a person, as he narrows it, and how many there are (up to one more than `houseCounted`). */
export async function houseNews(ctx: Ctx, filter: HouseFilter): Promise<{ items: HouseItem[]; found: number }> {
  const [items, found] = await Promise.all([
    selectHouse(ctx.db, person(ctx), filter, houseAtOnce, (filter.page - 1) * houseAtOnce),
    countHouse(ctx.db, person(ctx), filter, houseCounted + 1),
  ]);
  return { items, found };
}

/** One thing that is out inside the house, to whom it speaks. @throws NotFound */
export async function housePage(ctx: Ctx, by: { slug: string } | { dispatch: number }): Promise<HouseItem & { html: string }> {
  const found = await selectHousePage(ctx.db, person(ctx), by);
  if (!found) throw new NotFound('house page');
  return found;
}

/** Why what was at an address inside the house no longer is there. @throws NotFound when nothing ever was */
export async function houseGone(ctx: Ctx, slug: string): Promise<HouseGone> {
  const gone = await selectHouseGone(ctx.db, person(ctx), slug);
  if (!gone) throw new NotFound('house page');
  return gone;
}

/** The first page's: what one must read, the last news, the notices on the board, and what one comes back to. */
export async function houseFront(ctx: Ctx) {
  const who = person(ctx);
  const [owed, news, board, resources] = await Promise.all([
    who ? selectUnread(ctx.db, who, 10) : [],
    selectOfKinds(ctx.db, who, newsKinds, 6),
    selectOfKinds(ctx.db, who, ['notice_board_card'], 3),
    selectOfKinds(ctx.db, who, resourceKinds, 5),
  ]);
  return { owed, news, board, resources };
}

const newsKinds = [
  'news',
  'bulletin',
  'newsletter',
  'success_story',
  'case_study',
  'press_release',
  'infographic',
  'video',
  'audio',
  'photo_gallery',
  'sector_report',
];

export function houseResources(ctx: Ctx): Promise<HouseItem[]> {
  return selectOfKinds(ctx.db, person(ctx), resourceKinds, 200);
}

/** The notice at log-in that a person has not seen yet, if one holds today. */
export async function splashFor(ctx: Ctx): Promise<number | undefined> {
  const who = person(ctx);
  return who ? selectSplash(ctx.db, who, await todayOf(ctx)) : undefined;
}
