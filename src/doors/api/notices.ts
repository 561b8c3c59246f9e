import { z } from 'zod';
import { noticeInput, ownNotices, readAllNotices, readNotice } from '#domains/organization/index.ts';
import * as answer from './answers/notices.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** What the key’s owner should know. */
export const noticeEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/notices',
    says: 'The notices of the key’s owner, the unread first, fifty a page, in the language asked for.',
    action: 'notices.read',
    input: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) }),
    answer: answer.notices,
    run: async ({ ctx, visit, input }) => {
      const { notices: items, ...page } = await ownNotices(ctx, visit.locale, input.page);
      return { items, ...page };
    },
  }),
  endpoint({
    method: 'post',
    path: '/notices/{notice}/reading',
    says: 'Marks a notice as read; answers where in the workspace it leads.',
    action: 'notices.read',
    input: noticeInput,
    answer: answer.read,
    run: async ({ ctx, input }) => ({ path: await readNotice(ctx, input.notice) }),
  }),
  endpoint({
    method: 'post',
    path: '/notices/reading',
    says: 'Marks all of them as read.',
    action: 'notices.read',
    answer: null,
    run: ({ ctx }) => readAllNotices(ctx),
  }),
];
