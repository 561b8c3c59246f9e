import { z } from 'zod';
import {
  carriedInput,
  carryDispatch,
  dispatchCard,
  dispatchesFilterInput,
  dispatchInput,
  listChannels,
  listDispatches,
  settledInput,
  settleUnknown,
  steerDispatch,
  steeredInput,
} from '#domains/channels/index.ts';
import {
  addBlock,
  editBlock,
  editedBlockInput,
  homeOf,
  listNews,
  moveBlock,
  movedBlockInput,
  newBlockInput,
  newsFilterInput,
  publicationAt,
  publicationDesk,
  removeBlock,
  removedBlockInput,
  scheduleInput,
  schedulePiece,
  setTerms,
  termsInput,
  unscheduleInput,
  unschedulePiece,
  withdrawalInput,
  withdrawPiece,
} from '#domains/editorial/index.ts';
import { NotFound } from '#platform/refusal.ts';
import { made } from './answers/parts.ts';
import * as answer from './answers/publishing.ts';
import { ofPiece } from './answers/reviews.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** What a block needs besides its title; the command looks by its sort. */
const options = z.record(z.string(), z.unknown()).default({});

/** What goes out: by where and when, how it went, what the portal shows. */
export const publishingEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/channels',
    says: 'The institution’s own means of reaching people.',
    action: 'dispatches.read',
    answer: answer.channels,
    run: async ({ ctx }) => ({ items: await listChannels(ctx) }),
  }),
  endpoint({
    method: 'get',
    path: '/pieces/{piece}/publication',
    says: 'By which channels a piece may go out, its dispatches, and how each channel would show it now.',
    action: 'pieces.read',
    input: unscheduleInput,
    answer: answer.desk,
    run: ({ ctx, input }) => publicationDesk(ctx, input.piece),
  }),
  endpoint({
    method: 'post',
    path: '/pieces/{piece}/publication',
    says: 'Has an approved piece go out by some channels at a moment; without `at`, now. A moment without a zone is the institution’s.',
    action: 'pieces.publish',
    input: scheduleInput,
    answer: answer.scheduled,
    run: ({ ctx, input }) => schedulePiece(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/pieces/{piece}/publication',
    says: 'Stops what is scheduled of a piece and has not left; what is out stays.',
    action: 'pieces.publish',
    input: unscheduleInput,
    answer: answer.stopped,
    run: ({ ctx, input }) => unschedulePiece(ctx, input),
  }),
  endpoint({
    method: 'put',
    path: '/pieces/{piece}/terms',
    says: 'Until when a piece is under embargo, its last day in sight, and the day on which its owner looks at it again.',
    action: 'pieces.publish',
    input: termsInput,
    answer: ofPiece,
    run: ({ ctx, input }) => setTerms(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/pieces/{piece}/withdrawal',
    says: 'Withdraws a piece from every channel by which it went out, with the reason.',
    action: 'pieces.withdraw',
    input: withdrawalInput,
    answer: answer.withdrawn,
    run: ({ ctx, input }) => withdrawPiece(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/dispatches',
    says: 'Dispatches by state, channel and title, the last scheduled first; fifty a page.',
    action: 'dispatches.read',
    input: dispatchesFilterInput,
    answer: answer.dispatches,
    run: async ({ ctx, input }) => {
      const { dispatches: items, ...page } = await listDispatches(ctx, input);
      return { items, ...page };
    },
  }),
  endpoint({
    method: 'get',
    path: '/dispatches/{dispatch}',
    says: 'A dispatch: what left, its moves, its mails and receipts.',
    action: 'dispatches.read',
    input: dispatchInput,
    answer: answer.dispatch,
    run: ({ ctx, input }) => dispatchCard(ctx, input.dispatch),
  }),
  endpoint({
    method: 'post',
    path: '/dispatches/{dispatch}/carriage',
    says: 'Says that what a person carries has left, and where or how.',
    action: 'dispatches.carry',
    input: carriedInput,
    answer: made,
    run: ({ ctx, input }) => carryDispatch(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/dispatches/{dispatch}/outcome',
    says: 'Says how a dispatch ended of which nothing was known.',
    action: 'dispatches.steer',
    input: settledInput,
    answer: made,
    run: ({ ctx, input }) => settleUnknown(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/dispatches/{dispatch}/moves',
    says: 'Holds back, lets go, stops, or tries again what certainly failed.',
    action: 'dispatches.steer',
    input: steeredInput,
    answer: made,
    run: ({ ctx, input }) => steerDispatch(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/news',
    says: 'What is out on the portal, narrowed as its own list is; twenty a page.',
    action: 'portal.read',
    input: newsFilterInput,
    answer: answer.news,
    run: async ({ ctx, input }) => {
      const { news: items, ...page } = await listNews(ctx, input);
      return { items, ...page };
    },
  }),
  endpoint({
    method: 'get',
    path: '/news/{slug}',
    says: 'What is out at an address of the portal; `moved` says the address that it has now.',
    action: 'portal.read',
    input: z.object({ slug: z.string().max(200) }),
    answer: answer.newsItem,
    run: async ({ ctx, input }) => {
      const found = await publicationAt(ctx, input.slug);
      if (found.moved !== null) return { moved: found.moved };
      if (found.page.state !== 'out') throw new NotFound(`news ${input.slug}`);
      return found.page;
    },
  }),
  endpoint({
    method: 'get',
    path: '/home/blocks',
    says: 'The blocks of the portal’s first page, in their order.',
    action: 'pieces.read',
    answer: answer.home,
    run: ({ ctx }) => homeOf(ctx),
  }),
  endpoint({
    method: 'post',
    path: '/home/blocks',
    says: 'Adds a block at the end; `options` are those of its sort.',
    action: 'home.compose',
    input: newBlockInput.extend({ options }),
    answer: made,
    run: ({ ctx, input }) => addBlock(ctx, input, input.options),
  }),
  endpoint({
    method: 'put',
    path: '/home/blocks/{id}',
    says: 'Says a block otherwise.',
    action: 'home.compose',
    input: editedBlockInput.extend({ options }),
    answer: made,
    run: ({ ctx, input }) => editBlock(ctx, input, input.options),
  }),
  endpoint({
    method: 'post',
    path: '/home/blocks/{id}/moves',
    says: 'Moves a block one place up or down.',
    action: 'home.compose',
    input: movedBlockInput,
    answer: made,
    run: ({ ctx, input }) => moveBlock(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/home/blocks/{id}',
    says: 'Takes a block from the portal’s first page.',
    action: 'home.compose',
    input: removedBlockInput,
    answer: made,
    run: ({ ctx, input }) => removeBlock(ctx, input),
  }),
];
