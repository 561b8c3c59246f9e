export { audiencesPolicy } from './policy.ts';
export { type Contact, contactsTopic } from './contact.ts';
export {
  addContact,
  alikeContacts,
  changeContact,
  contactNames,
  contactStanding,
  type ContactPage,
  countedTo,
  everyContact,
  getContact,
  listContacts,
  mergeContacts,
} from './contacts.ts';
export {
  allKinds,
  changedContactInput,
  contactFilterInput,
  contactIdInput,
  contactKinds,
  type ContactKind,
  mergeInput,
  newContactInput,
} from './contacts.input.ts';
export { keepStaff } from './staff.ts';
