import {
  addPlaylist,
  choosePieceGroups,
  editedPlaylistInput,
  editPlaylist,
  getPlaylist,
  giveBack,
  givenBackInput,
  listPlaylists,
  listTakeovers,
  newPlaylistInput,
  pieceGroupsInput,
  piecesOnScreens,
  playlistInput,
  playlistsFilterInput,
  removePlaylist,
  takeoverInput,
  takeoversFilterInput,
  takeOver,
} from '#domains/channels/index.ts';
import { made } from './answers/parts.ts';
import * as answer from './answers/screens.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** What televisions show: playlists, the pieces that are out on screens, and what covers it all. */
export const playlistEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/playlists',
    says: 'The playlists, in order of name, fifty a page.',
    action: 'screens.read',
    input: playlistsFilterInput,
    answer: answer.playlists,
    run: async ({ ctx, input }) => {
      const { playlists: items, total } = await listPlaylists(ctx, input);
      return { items, total };
    },
  }),
  endpoint({
    method: 'post',
    path: '/playlists',
    says: 'Makes a playlist: what is shown, when, and on which groups.',
    action: 'playlists.write',
    input: newPlaylistInput,
    answer: made,
    run: ({ ctx, visit, input }) => addPlaylist(ctx, input, visit.app.slides),
  }),
  endpoint({
    method: 'get',
    path: '/playlists/{playlist}',
    says: 'One playlist.',
    action: 'screens.read',
    input: playlistInput,
    answer: answer.playlist,
    run: ({ ctx, input }) => getPlaylist(ctx, input.playlist),
  }),
  endpoint({
    method: 'put',
    path: '/playlists/{playlist}',
    says: 'Changes a playlist; it must be at the version that was read.',
    action: 'playlists.write',
    input: editedPlaylistInput,
    answer: made,
    run: ({ ctx, visit, input }) => editPlaylist(ctx, input, visit.app.slides),
  }),
  endpoint({
    method: 'delete',
    path: '/playlists/{playlist}',
    says: 'Removes a playlist.',
    action: 'playlists.write',
    input: playlistInput,
    answer: made,
    run: ({ ctx, input }) => removePlaylist(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/screen-pieces',
    says: 'What is out by screens now, the last first, fifty a page, and for which groups; without any, all.',
    action: 'screens.read',
    input: playlistsFilterInput,
    answer: answer.pieces,
    run: async ({ ctx, input }) => {
      const { pieces: items, total } = await piecesOnScreens(ctx, input);
      return { items, total };
    },
  }),
  endpoint({
    method: 'put',
    path: '/screen-pieces/{dispatch}/groups',
    says: 'Says on which groups something that is out is shown; none: on all.',
    action: 'playlists.write',
    input: pieceGroupsInput,
    answer: made,
    run: ({ ctx, input }) => choosePieceGroups(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/takeovers',
    says: 'What covers screens and what covered them, the last first; fifty a page. `open` is how many cover something now.',
    action: 'screens.read',
    input: takeoversFilterInput,
    answer: answer.takeovers,
    run: async ({ ctx, input }) => {
      const { takeovers: items, ...page } = await listTakeovers(ctx, input);
      return { items, ...page };
    },
  }),
  endpoint({
    method: 'post',
    path: '/takeovers',
    says: 'Covers all screens of some groups at once, for so many minutes.',
    action: 'screens.take_over',
    input: takeoverInput,
    answer: made,
    run: ({ ctx, input: { minutes, ...said } }) => takeOver(ctx, { ...said, until: new Date(ctx.now.getTime() + minutes * 60_000) }),
  }),
  endpoint({
    method: 'delete',
    path: '/takeovers/{takeover}',
    says: 'Gives the screens back what was there.',
    action: 'screens.take_over',
    input: givenBackInput,
    answer: made,
    run: ({ ctx, input }) => giveBack(ctx, input),
  }),
];
