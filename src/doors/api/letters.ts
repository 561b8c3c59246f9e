import { z } from 'zod';
import { listReturns, returnsFilterInput } from '#domains/channels/index.ts';
import {
  askLinks,
  editNewsletter,
  letterDesk,
  letterFor,
  letterLookInput,
  linksAskedInput,
  listNews,
  newsletterDesk,
  newsletterInput,
  proposedTurnInput,
  proposeTurn,
  sendTestLetter,
  testLetterInput,
  viewPathOf,
} from '#domains/editorial/index.ts';
import { NotFound } from '#platform/refusal.ts';
import * as answer from './answers/letters.ts';
import { made } from './answers/parts.ts';
import { tested } from './answers/mailings.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

const piece = z.object({ piece: z.coerce.number().int().positive() });

/** Pieces as letters, newsletters, and what comes back of what was sent. */
export const letterEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/pieces/{piece}/letter',
    says: 'A piece as the letter that it would be for nobody in particular, with what is missing before it leaves (`why` it would be written).',
    action: 'pieces.read',
    input: piece.extend({ why: letterLookInput.shape.why }),
    answer: answer.letter,
    run: async ({ ctx, input, visit: { origin } }) => {
      const desk = await letterDesk(ctx, input.piece, { why: input.why, origin });
      const view = viewPathOf(desk.piece);
      const { subject, html, text } = await letterFor(ctx, desk.letter, undefined, { origin, view: view === null ? '' : origin + view });
      const { approved, checks, links, size } = desk;
      return { subject, html, text, language: desk.letter.language, approved, checks, links, size };
    },
  }),
  endpoint({
    method: 'post',
    path: '/pieces/{piece}/letter/links',
    says: 'Has a worker look whether each address of the letter answers.',
    action: 'pieces.write',
    input: linksAskedInput,
    answer: answer.asked,
    run: ({ ctx, input, visit }) => askLinks(ctx, input, visit),
  }),
  endpoint({
    method: 'post',
    path: '/pieces/{piece}/letter/test',
    says: 'Sends the letter to the key’s owner alone, marked as a test.',
    action: 'pieces.write',
    input: testLetterInput.omit({ contact: true }),
    answer: tested,
    run: ({ ctx, input, visit }) => sendTestLetter(ctx, { ...input, contact: undefined }, visit),
  }),
  endpoint({
    method: 'get',
    path: '/newsletters',
    says: 'The archive: every newsletter that is out on the portal, the last first; twenty a page.',
    action: 'portal.read',
    input: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
    answer: answer.newsletters,
    run: async ({ ctx, input }) => {
      const { news: items, total } = await listNews(ctx, input, ['newsletter']);
      return { items, total };
    },
  }),
  endpoint({
    method: 'post',
    path: '/slots/{slot}/newsletters',
    says: 'Proposes the newsletter that a slot owes on a day, from what came out for its segments since the last one.',
    action: 'pieces.write',
    input: proposedTurnInput,
    answer: made,
    run: ({ ctx, input }) => proposeTurn(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/pieces/{piece}/newsletter',
    says: 'A newsletter as it is put together: its stories, and what else came out since the last one (`left`).',
    action: 'pieces.read',
    input: piece,
    answer: answer.newsletter,
    run: async ({ ctx, input }) => {
      const desk = await newsletterDesk(ctx, input.piece);
      if (!desk) throw new NotFound(`newsletter ${input.piece}`);
      const { piece: one, stories, left, since } = desk;
      return {
        piece: one.id,
        title: one.title,
        revision: one.revision,
        lead: typeof one.fields.lead === 'string' ? one.fields.lead : '',
        since,
        stories: stories.map(({ piece: id, headline, href, summary, more }) => ({ piece: id, headline, href, summary, more: more.length })),
        left: left.map(({ piece: id, title, kind, unitName, publishedAt, expiresOn }) => ({
          piece: id,
          title,
          kind,
          unitName,
          publishedAt,
          expiresOn,
        })),
      };
    },
  }),
  endpoint({
    method: 'put',
    path: '/pieces/{piece}/newsletter',
    says: 'Writes `title`, `lead`, `headline.7`, `summary.7` of the story of piece 7; `intent` moves one (`up:7`, `down:7`, `first:7`), leaves it out (`leave:7`), takes one in (`take:7`) or all new ones (`renew`). An approval ends.',
    action: 'pieces.write',
    input: newsletterInput,
    answer: answer.edited,
    run: ({ ctx, input }) => editNewsletter(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/mail-returns',
    says: 'What came back of what was sent: reports of servers, complaints and automatic answers, the last first; fifty a page. `count` goes no further than 10,001.',
    action: 'mailings.recipients',
    input: returnsFilterInput,
    answer: answer.returns,
    run: async ({ ctx, input }) => {
      const { returns: items, count } = await listReturns(ctx, input);
      return { items, count };
    },
  }),
];
