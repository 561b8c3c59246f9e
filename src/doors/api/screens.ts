import { z } from 'zod';
import {
  addScreenGroup,
  adoptionInput,
  adoptScreen,
  editedGroupInput,
  editedScreenInput,
  editScreen,
  editScreenGroup,
  excludeScreen,
  exclusionInput,
  getScreen,
  getScreenGroup,
  groupInput,
  groupsFilterInput,
  listScreens,
  newGroupInput,
  playedDays,
  reloadScreen,
  removeScreenGroup,
  revokeScreen,
  screenInput,
  screenGroupsPage,
  screensFilterInput,
} from '#domains/channels/index.ts';
import { rowId } from '#platform/http/fields.ts';
import { limit } from '#platform/http/rate-limit.ts';
import { made } from './answers/parts.ts';
import * as answer from './answers/screens.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const playsInput = z.object({
  screen: rowId.optional(),
  /** Such as `piece:7`. */
  source: z.string().max(60).optional(),
  days: z.coerce.number().int().min(1).max(366).default(14),
});

/** Televisions: what they are, in which groups, and what they have shown. */
export const screenEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/screens',
    says: 'The screens, in order of name, fifty a page, with what each said last.',
    action: 'screens.read',
    input: screensFilterInput,
    answer: answer.screens,
    run: async ({ ctx, input }) => {
      const { screens: items, ...rest } = await listScreens(ctx, input);
      return { items, ...rest };
    },
  }),
  endpoint({
    method: 'post',
    path: '/screens',
    says: 'Gives its place to the screen that shows a code.',
    action: 'screens.adopt',
    input: adoptionInput,
    answer: made,
    run: async ({ ctx, visit, input }) =>
      (await limit(visit, 'screen_code', String(visit.actor.key ?? visit.actor.id))) ?? adoptScreen(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/screens/{screen}',
    says: 'One screen.',
    action: 'screens.read',
    input: screenInput,
    answer: answer.screen,
    run: ({ ctx, input }) => getScreen(ctx, input.screen),
  }),
  endpoint({
    method: 'put',
    path: '/screens/{screen}',
    says: 'Says otherwise what a screen is; it must be at the version that was read.',
    action: 'screens.adopt',
    input: editedScreenInput,
    answer: made,
    run: ({ ctx, input }) => editScreen(ctx, input),
  }),
  endpoint({
    method: 'put',
    path: '/screens/{screen}/exclusion',
    says: 'Leaves a screen out of what its group plays, or takes it in again.',
    action: 'screens.adopt',
    input: exclusionInput,
    answer: made,
    run: ({ ctx, input }) => excludeScreen(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/screens/{screen}/reloads',
    says: 'Asks a screen to load its page anew.',
    action: 'screens.adopt',
    input: screenInput,
    answer: made,
    run: ({ ctx, input }) => reloadScreen(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/screens/{screen}',
    says: 'Lets a screen go: its device shows a code again.',
    action: 'screens.adopt',
    input: screenInput,
    answer: made,
    run: ({ ctx, input }) => revokeScreen(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/screen-plays',
    says: 'What screens played by day, the last day first: of one screen, of one thing, or of all.',
    action: 'screens.read',
    input: playsInput,
    answer: answer.played,
    run: async ({ ctx, input }) => ({ items: await playedDays(ctx, input) }),
  }),
  endpoint({
    method: 'get',
    path: '/screen-groups',
    says: 'The groups of screens, in order of name; fifty a page.',
    action: 'screens.read',
    input: groupsFilterInput,
    answer: answer.groups,
    run: async ({ ctx, input }) => {
      const { groups: items, total } = await screenGroupsPage(ctx, input);
      return { items, total };
    },
  }),
  endpoint({
    method: 'post',
    path: '/screen-groups',
    says: 'Makes a group, with a playlist of its own.',
    action: 'playlists.write',
    input: newGroupInput,
    answer: made,
    run: ({ ctx, input }) => addScreenGroup(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/screen-groups/{group}',
    says: 'One group of screens.',
    action: 'screens.read',
    input: groupInput,
    answer: answer.group,
    run: ({ ctx, input }) => getScreenGroup(ctx, input.group),
  }),
  endpoint({
    method: 'put',
    path: '/screen-groups/{group}',
    says: 'Changes a group; it must be at the version that was read.',
    action: 'playlists.write',
    input: editedGroupInput,
    answer: made,
    run: ({ ctx, input }) => editScreenGroup(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/screen-groups/{group}',
    says: 'Removes a group that has no screens.',
    action: 'playlists.write',
    input: groupInput,
    answer: made,
    run: ({ ctx, input }) => removeScreenGroup(ctx, input),
  }),
];
