import {
  addContact,
  changeContact,
  changedContactInput,
  contactFilterInput,
  contactIdInput,
  getContact,
  listContacts,
  mergeContacts,
  mergeInput,
  newContactInput,
} from '#domains/audiences/index.ts';
import { contact, contacts } from './answers/audiences.ts';
import { made } from './answers/parts.ts';
import { endpoint, type Endpoint } from './endpoint.ts';

/** Those whom the institution speaks to. */
export const audienceEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/contacts',
    says: 'The contacts, in order of name; `after` is the last id of the page before.',
    action: 'contacts.read',
    input: contactFilterInput,
    answer: contacts,
    run: async ({ ctx, input }) => {
      const { contacts: items, ...page } = await listContacts(ctx, input);
      return { items, ...page };
    },
  }),
  endpoint({
    method: 'post',
    path: '/contacts',
    says: 'Adds a contact; it has agreed to nothing yet.',
    action: 'contacts.write',
    input: newContactInput,
    answer: made,
    run: ({ ctx, input }) => addContact(ctx, input),
  }),
  endpoint({
    method: 'get',
    path: '/contacts/{id}',
    says: 'One contact.',
    action: 'contacts.read',
    input: contactIdInput,
    answer: contact,
    run: ({ ctx, input }) => getContact(ctx, input.id),
  }),
  endpoint({
    method: 'put',
    path: '/contacts/{id}',
    says: 'Corrects a contact, which must be at the version that was read.',
    action: 'contacts.write',
    input: changedContactInput,
    answer: made,
    run: ({ ctx, input }) => changeContact(ctx, input),
  }),
  endpoint({
    method: 'post',
    path: '/contacts/{id}/merges',
    says: 'Merges another contact (`with`) into this one.',
    action: 'contacts.write',
    input: mergeInput,
    answer: made,
    run: ({ ctx, input }) => mergeContacts(ctx, input),
  }),
];
