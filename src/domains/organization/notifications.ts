import type { Ctx } from '#platform/ctx.ts';
import { insertNotifications } from './notifications.queries.ts';

/** What a person should know. `kind` names its sentence (`notices.<kind>`), filled with `facts`; `path` is where one click leads. */
export interface Notice {
  readonly to: readonly (string | null)[];
  readonly kind: string;
  /** Words of what is classified or reserved never go in here. */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly path: string;
  readonly subject: { readonly type: string; readonly id: string | number };
}

/** Tells people of something, once each; nobody is told of what he did himself. Mail goes by each one's choice. */
export async function notify(ctx: Ctx, { to, kind, facts = {}, path, subject }: Notice): Promise<void> {
  const people = [...new Set(to)].filter((person): person is string => person !== null && person !== ctx.actor.id);
  if (people.length === 0) return;
  await insertNotifications(ctx.db, people, { kind, facts, path, subjectType: subject.type, subjectId: String(subject.id) }, ctx.now);
}
