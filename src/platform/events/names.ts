import type words from '../../../locales/es/audit.json';

type Whole<Key> = Key extends `${infer Name}_one` | `${infer Name}_other` ? Name : Key;
type Named<Kind extends string> = Whole<
  keyof typeof words extends infer Key ? (Key extends `${Kind}.${infer Name}` ? Name : never) : never
>;

/**
 * Everything that the house tells, `noun.happened`. The list is the sentences of the audit log themselves: a new event is one more
 * key `event.noun.happened` in locales/es/audit.json and locales/en/audit.json.
 */
export type EventName = Named<'event'>;

/** What an event happened to; each has its word as `subject.<type>` in the same files. */
export type SubjectType = Named<'subject'>;
