import {
  contactIdInput,
  getContact,
  interactionsOf,
  interactionSubjects,
  newInteractionInput,
  noteInteraction,
  removedInteractionInput,
  removeInteraction,
} from '#domains/audiences/index.ts';
import { interactions, interactionSubjects as subjects } from './answers/audiences.ts';
import { made } from './answers/parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** What contacts did. */
export const interactionEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/contacts/{id}/interactions',
    says: 'What a contact attended, answered or, having asked that it be remembered, visited; the last first.',
    action: 'contacts.read',
    input: contactIdInput,
    answer: interactions,
    run: async ({ ctx, input }) => ({ items: await interactionsOf(ctx, (await getContact(ctx, input.id)).id) }),
  }),
  endpoint({
    method: 'post',
    path: '/contacts/{id}/interactions',
    says: 'Notes that a contact attended or answered something (`about`, its name) on a day; the same said twice counts once.',
    action: 'contacts.write',
    input: newInteractionInput,
    answer: made,
    run: ({ ctx, input }) => noteInteraction(ctx, input),
  }),
  endpoint({
    method: 'delete',
    path: '/contacts/{id}/interactions/{interaction}',
    says: 'Takes out what a contact did not do after all.',
    action: 'contacts.write',
    input: removedInteractionInput,
    answer: made,
    run: ({ ctx, input }) => removeInteraction(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/interaction-subjects',
    says: 'Events, surveys and sections of the portal with which contacts did something: the values of `attended`, `answered` and `visited` in rules.',
    action: 'segments.read',
    answer: subjects,
    run: async ({ ctx }) => ({ items: await interactionSubjects(ctx) }),
  }),
];
