import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { channelsPolicy as policy } from '../policy.ts';
import { selectGroup } from './groups.queries.ts';
import { hashOf } from './pairing-code.ts';
import { givePlace, lockPairingByCode } from './pairings.queries.ts';
import { groupTopic, screenTopic, type Screen } from './screen.ts';
import type { AdoptionInput, EditedScreenInput, ScreensFilterInput } from './screens.input.ts';
import {
  countReload,
  countScreens,
  insertScreen,
  revokeRow,
  selectIdByToken,
  selectScreen,
  selectScreenNames,
  selectScreens,
  selectScreenStanding,
  updateExcluded,
  updateScreen,
  type ScreenStanding,
} from './screens.queries.ts';

export const screensAtOnce = 50;
/** What is searched for is counted no further: lists say «more than». */
export const screensCounted = 10_000;

/** In order of name, fifty a page; `standing` is of all of them. */
export async function listScreens(
  ctx: Ctx,
  { q, page, ...filter }: ScreensFilterInput,
): Promise<{ screens: Screen[]; total: number; standing: ScreenStanding }> {
  authorize(ctx.actor, policy, 'screens.read');
  const { zone } = await institutionOf(ctx);
  const narrow = { ...filter, search: q };
  const [screens, counted, standing] = await Promise.all([
    selectScreens(ctx.db, narrow, ctx.now, zone, screensAtOnce, (page - 1) * screensAtOnce),
    q || filter.group ? countScreens(ctx.db, narrow, ctx.now, zone, screensCounted + 1) : null,
    selectScreenStanding(ctx.db, ctx.now, zone),
  ]);
  const all = standing.showing + standing.silent + standing.off + standing.new;
  return { screens, total: counted ?? (filter.state ? standing[filter.state] : all), standing };
}

/** Every screen of the filter, to take away. */
export async function* everyScreen(ctx: Ctx, { q, ...filter }: Omit<ScreensFilterInput, 'page'>): AsyncGenerator<Screen> {
  authorize(ctx.actor, policy, 'screens.read');
  const { zone } = await institutionOf(ctx);
  for (let offset = 0; ; offset += 1000) {
    const portion = await selectScreens(ctx.db, { ...filter, search: q }, ctx.now, zone, 1000, offset);
    yield* portion;
    if (portion.length < 1000) return;
  }
}

/** @throws NotFound */
export async function getScreen(ctx: Ctx, id: number): Promise<Screen> {
  authorize(ctx.actor, policy, 'screens.read');
  const screen = await selectScreen(ctx.db, id, ctx.now, (await institutionOf(ctx)).zone);
  if (!screen) throw new NotFound(`screen ${id}`);
  return screen;
}

/** What screens are called, also those that are gone. */
export async function screenNames(ctx: Ctx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  return new Map((await selectScreenNames(ctx.db, ids)).map(({ id, name }) => [id, name]));
}

/** The screen whose device holds this token; undefined when there is none, or not any more. */
export function screenOfToken(ctx: Pick<Ctx, 'db'>, token: string | undefined): Promise<number | undefined> {
  return token ? selectIdByToken(ctx.db, hashOf(token)) : Promise.resolve(undefined);
}

/** Gives its place to the screen that shows a code. Refuses `screen.no_code` when none does, or not any more. */
export async function adoptScreen(ctx: Ctx, { code, ...given }: AdoptionInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'screens.adopt');
  const pairing = await lockPairingByCode(ctx.db, code, ctx.now);
  if (!pairing) return refuse('screen.no_code', {}, 'code');
  const problem = await noGroup(ctx, given.group);
  if (problem) return problem;
  const id = await insertScreen(ctx.db, given, ctx.actor.id, ctx.now);
  await givePlace(ctx.db, pairing.id, id, new Date(ctx.now.getTime() + 3_600_000));
  await ctx.tell({
    name: 'screen.adopted',
    subject: { type: 'screen', id },
    after: { ...given },
    topics: ['screens', 'screen_pairings'],
  });
  return { id };
}

/** Says otherwise what a screen is. It must be at the version that was read. */
export async function editScreen(ctx: Ctx, { screen: id, version, ...given }: EditedScreenInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, policy, 'screens.adopt');
  const before = await getScreen(ctx, id);
  const problem = await noGroup(ctx, given.group);
  if (problem) return problem;
  if (!(await updateScreen(ctx.db, { id, version, ...given }, ctx.now))) return refuse('screen.changed');
  const { name, unit, place, orientation, large, group } = before;
  await ctx.tell({
    name: 'screen.edited',
    subject: { type: 'screen', id },
    before: { name, unit, place, orientation, large, group },
    after: given,
    topics: ['screens', screenTopic(id)],
  });
  return { id };
}

/** Leaves a screen out of what its group plays, or takes it in again. A takeover still covers it. */
export async function excludeScreen(ctx: Ctx, input: { screen: number; excluded: boolean }): Promise<{ id: number }> {
  authorize(ctx.actor, policy, 'screens.adopt');
  const { excludedAt } = await getScreen(ctx, input.screen);
  if ((excludedAt !== null) === input.excluded) return { id: input.screen };
  await updateExcluded(ctx.db, input.screen, input.excluded ? ctx.now : null);
  await ctx.tell({
    name: input.excluded ? 'screen.excluded' : 'screen.included',
    subject: { type: 'screen', id: input.screen },
    topics: ['screens', screenTopic(input.screen)],
  });
  return { id: input.screen };
}

/** Asks the device to load its page anew, at once or when it is back. */
export async function reloadScreen(ctx: Ctx, input: { screen: number }): Promise<{ id: number }> {
  authorize(ctx.actor, policy, 'screens.adopt');
  await getScreen(ctx, input.screen);
  await countReload(ctx.db, input.screen);
  await ctx.tell({
    name: 'screen.reload_asked',
    subject: { type: 'screen', id: input.screen },
    topics: ['screens', screenTopic(input.screen)],
  });
  return { id: input.screen };
}

/** Lets a screen go: its device shows a code again, and nothing of the house. What it played stays counted. */
export async function revokeScreen(ctx: Ctx, input: { screen: number }): Promise<{ id: number }> {
  authorize(ctx.actor, policy, 'screens.adopt');
  const { name, group } = await getScreen(ctx, input.screen);
  await revokeRow(ctx.db, input.screen, ctx.now);
  await ctx.tell({
    name: 'screen.revoked',
    subject: { type: 'screen', id: input.screen },
    before: { name },
    topics: ['screens', screenTopic(input.screen), ...(group ? [groupTopic(group)] : [])],
  });
  return { id: input.screen };
}

async function noGroup(ctx: Ctx, group: number | null): Promise<Refusal | undefined> {
  return group === null || (await selectGroup(ctx.db, group)) ? undefined : refuse('screen.no_group', {}, 'group');
}
