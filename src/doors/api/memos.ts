import { z } from 'zod';
import {
  addressingInput,
  addressMemo,
  annulmentInput,
  annulSignature,
  closedSeriesInput,
  closeSeries,
  correctSheet,
  getMemo,
  listMemos,
  memoDesk,
  memoPieceInput,
  memoReaders,
  memoReadings,
  memoSeries,
  memosFilterInput,
  noteReached,
  openSeries,
  readersFilterInput,
  sendMemo,
  seriesInput,
  sheetCorrectionInput,
  sheetInput,
} from '#domains/editorial/index.ts';
import { rowId } from '#platform/http/fields.ts';
import * as answer from './answers/memos.ts';
import { made } from './answers/parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const memoInput = z.object({ memo: rowId });

/** Memos and circulars, all but their signature: that asks who signs for his second factor, and a key has none. */
export const memoEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/memos',
    says: 'Signed memos and circulars with how many read them, by number or subject, kind, state and dependency; the last signed first, fifty a page.',
    action: 'memos.read_all',
    input: memosFilterInput,
    answer: answer.memos,
    run: async ({ ctx, input }) => {
      const { memos: items, total } = await listMemos(ctx, input);
      return { items, total };
    },
  }),
  endpoint({
    method: 'get',
    path: '/memos/{memo}',
    says: 'One of them: its number, who signed it and how he proved it, to whom it went, and when who has not read it is reminded next.',
    action: 'memos.read_all',
    input: memoInput,
    answer: answer.memo,
    run: ({ ctx, input }) => getMemo(ctx, input.memo),
  }),
  endpoint({
    method: 'get',
    path: '/memos/{memo}/readers',
    says: 'Person by person: when he read it and by what means, or how often he was reminded; by name, dependency and state, those who have not first, fifty a page.',
    action: 'memos.read_all',
    input: readersFilterInput.extend(memoInput.shape),
    answer: answer.readers,
    run: async ({ ctx, input: { memo, ...filter } }) => {
      const { readers: items, total } = await memoReaders(ctx, memo, filter);
      return { items, total };
    },
  }),
  endpoint({
    method: 'get',
    path: '/memos/{memo}/report',
    says: 'How it is read in each dependency and by which means, in how many hours the middle one of those who said so themselves, and the lists that were noted.',
    action: 'memos.read_all',
    input: memoInput,
    answer: answer.report,
    run: ({ ctx, input }) => memoReadings(ctx, input.memo),
  }),
  endpoint({
    method: 'post',
    path: '/memos/{memo}/sheets',
    says: 'Notes whom of a dependency it reached on paper or by a screen: people of the house, and names of who has no account.',
    action: 'pieces.publish',
    input: sheetInput,
    answer: answer.noted,
    run: ({ ctx, input }) => noteReached(ctx, input, null),
  }),
  endpoint({
    method: 'post',
    path: '/memos/{memo}/sheets/{sheet}/correction',
    says: 'Says anew whom such a list noted, with the reason; of nobody, takes it back. What it said first stays in its history.',
    action: 'pieces.publish',
    input: sheetCorrectionInput,
    answer: answer.noted,
    run: ({ ctx, input }) => correctSheet(ctx, input, null),
  }),
  endpoint({
    method: 'get',
    path: '/pieces/{piece}/memo',
    says: 'A memo that is being made: whether it is approved, who signs it and with which number, to whom it goes, and every signature it has had.',
    action: 'pieces.read',
    input: memoPieceInput,
    answer: answer.desk,
    run: async ({ ctx, input }) => {
      const { piece, approved, signatory, to, next, memos } = await memoDesk(ctx, input.piece);
      const { id, title, kind, unit, sha256 } = piece;
      return { piece: { id, title, kind, unit, sha256 }, approved, signatory, to, next, memos };
    },
  }),
  endpoint({
    method: 'put',
    path: '/pieces/{piece}/memo/addressing',
    says: 'To whom it goes (no dependency: all), and how often and after how many business days who has not read it is reminded. Not once it is signed.',
    action: 'pieces.write',
    input: addressingInput,
    answer: answer.addressed,
    run: ({ ctx, input }) => addressMemo(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/pieces/{piece}/memo/sending',
    says: 'Sends what its head signed: for whom it is is fixed now, and each is told. Signing itself is done in the workspace, by the head in person.',
    action: 'pieces.publish',
    input: memoPieceInput,
    answer: answer.sent,
    run: ({ ctx, input }) => sendMemo(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/pieces/{piece}/memo/annulment',
    says: 'Ends a signature that has not gone out, with the reason. Its number is not given again.',
    action: 'pieces.publish',
    input: annulmentInput,
    answer: made,
    run: ({ ctx, input }) => annulSignature(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/memo-series',
    says: 'The open series in which memos and circulars are numbered, with the last number of this year.',
    action: 'memos.read_all',
    answer: answer.series,
    run: async ({ ctx }) => ({ items: await memoSeries(ctx) }),
  }),
  endpoint({
    method: 'post',
    path: '/memo-series',
    says: 'Opens a series of a dependency and those below it, or of all; `last` is the last number that was given on paper this year.',
    action: 'memos.number',
    input: seriesInput,
    answer: made,
    run: ({ ctx, input }) => openSeries(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/memo-series/{series}',
    says: 'Closes a series: it gives no more numbers, and those that it gave stay.',
    action: 'memos.number',
    input: closedSeriesInput,
    answer: made,
    run: ({ ctx, input }) => closeSeries(ctx, input),
  }),
];
