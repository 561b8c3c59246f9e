import {
  checkPiece,
  endedWaiverInput,
  getPiece,
  pieceInput,
  renditionInput,
  renditionsOf,
  unwaiveCheck,
  waiveCheck,
  waiverInput,
  writeRendition,
} from '#domains/editorial/index.ts';
import { pieceChecks, rendition, renditions } from './answers/checks.ts';
import { ofPiece } from './answers/reviews.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** What is said of a piece while it is written, and how each channel says it. */
export const checkEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/pieces/{piece}/checks',
    says: 'Looks at a piece with every check: what stops it from review, what is worth a look, what was let by. A case’s sentence is `checks.<check>.<case>`.',
    action: 'pieces.read',
    input: pieceInput,
    answer: pieceChecks,
    run: async ({ ctx, input }) => ({ items: (await checkPiece(ctx, await getPiece(ctx, input.piece))).checks }),
  }),
  endpoint({
    method: 'post',
    path: '/pieces/{piece}/waivers',
    says: 'Lets a piece pass a check that stops it, with a reason and the name of the key’s owner.',
    action: 'pieces.waive',
    input: waiverInput,
    answer: ofPiece,
    run: ({ ctx, input }) => waiveCheck(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/pieces/{piece}/waivers/{check}',
    says: 'Lets a waived check stop the piece again.',
    action: 'pieces.waive',
    input: endedWaiverInput,
    answer: ofPiece,
    run: ({ ctx, input }) => unwaiveCheck(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/pieces/{piece}/renditions',
    says: 'The channels of a piece, what each may say in words of its own, how many letters fit, and what it says.',
    action: 'pieces.read',
    input: pieceInput,
    answer: renditions,
    run: async ({ ctx, input }) => {
      const all = await renditionsOf(ctx, await getPiece(ctx, input.piece));
      return {
        items: all.map(({ channel, fields, rendition: own, over }) => ({
          channel: channel.code,
          name: channel.name,
          fields,
          words: own?.fields ?? {},
          revision: own?.revision ?? 0,
          over,
        })),
      };
    },
  }),
  endpoint({
    method: 'put',
    path: '/pieces/{piece}/renditions/{channel}',
    says: 'Says a piece by a channel in other words; all empty, it is said there as it is. An approval ends by it.',
    action: 'pieces.write',
    input: renditionInput,
    answer: rendition,
    run: ({ ctx, input }) => writeRendition(ctx, input),
  }),
];
