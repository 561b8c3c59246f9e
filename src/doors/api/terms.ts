import {
  changedSnippetInput,
  changedTermInput,
  changeSnippet,
  changeTerm,
  listSnippets,
  listTerms,
  removedTermInput,
  removeSnippet,
  removeTerm,
  snippetInput,
  termFilterInput,
  termInput,
  writeSnippet,
  writeTerm,
} from '#domains/editorial/index.ts';
import { made } from './answers/parts.ts';
import { snippets, terms } from './answers/terms.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** How things are called here, and what is said again and again. */
export const termEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/terms',
    says: 'The terms, in the order of the alphabet; `after` is the last id of the page before.',
    action: 'pieces.read',
    input: termFilterInput,
    answer: terms,
    run: async ({ ctx, input }) => {
      const { terms: items, ...page } = await listTerms(ctx, input);
      return { items, ...page };
    },
  }),
  endpoint({
    method: 'post',
    path: '/terms',
    says: 'Writes a term: what it is called, what it means, what not to call it.',
    action: 'terms.write',
    input: termInput,
    answer: made,
    run: ({ ctx, input }) => writeTerm(ctx, input),
  }),
  endpoint({
    method: 'put',
    path: '/terms/{id}',
    says: 'Changes a term.',
    action: 'terms.write',
    input: changedTermInput,
    answer: made,
    run: ({ ctx, input }) => changeTerm(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/terms/{id}',
    says: 'Removes a term.',
    action: 'terms.write',
    input: removedTermInput,
    answer: made,
    run: ({ ctx, input }) => removeTerm(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/snippets',
    says: 'The phrases that are written again and again.',
    action: 'pieces.read',
    answer: snippets,
    run: async ({ ctx }) => ({ items: await listSnippets(ctx) }),
  }),
  endpoint({
    method: 'post',
    path: '/snippets',
    says: 'Writes a phrase.',
    action: 'terms.write',
    input: snippetInput,
    answer: made,
    run: ({ ctx, input }) => writeSnippet(ctx, input),
  }),
  endpoint({
    method: 'put',
    path: '/snippets/{id}',
    says: 'Changes a phrase.',
    action: 'terms.write',
    input: changedSnippetInput,
    answer: made,
    run: ({ ctx, input }) => changeSnippet(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/snippets/{id}',
    says: 'Removes a phrase.',
    action: 'terms.write',
    input: removedTermInput,
    answer: made,
    run: ({ ctx, input }) => removeSnippet(ctx, input),
  }),
];
