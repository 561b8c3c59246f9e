import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { SubjectType } from '#platform/events/names.ts';
import { authorize } from '#platform/http/policy.ts';
import { selectActions, selectEntries, selectLastEntry, type AuditEntry, type AuditFilter } from './audit.queries.ts';
import { institutionOf } from './institution.ts';
import { organizationPolicy as policy } from './policy.ts';

export type { AuditEntry, AuditFilter };

const pageSize = 50;

/** A page of what was done, the newest first; `next` is where the following one begins, null at the end. */
export async function auditPage(ctx: Ctx, filter: AuditFilter, after?: number) {
  authorize(ctx.actor, policy, 'audit.read', null);
  const { zone } = await institutionOf(ctx);
  const found = await selectEntries(ctx.db, filter, zone, { after, limit: pageSize + 1 });
  const entries = found.slice(0, pageSize);
  return { entries, next: found.length > pageSize ? entries.at(-1)!.id : null, actions: await selectActions(ctx.db), zone };
}

/** Everything that the filter finds, in parts. */
export async function* everyEntry(ctx: Ctx, filter: AuditFilter): AsyncGenerator<readonly AuditEntry[]> {
  authorize(ctx.actor, policy, 'audit.read', null);
  const { zone } = await institutionOf(ctx);
  for (let after: number | undefined; ;) {
    const part = await selectEntries(ctx.db, filter, zone, { after, limit: 2000 });
    yield part;
    if (part.length < 2000) return;
    after = part.at(-1)!.id;
  }
}

/** The last things done to one subject, the newest first, for a page that whoever reads it may read: its caller looks at that. */
export async function historyOf(ctx: Ctx, type: SubjectType, id: string | number, limit = 30): Promise<readonly AuditEntry[]> {
  const { zone } = await institutionOf(ctx);
  return selectEntries(ctx.db, { type, subject: String(id) }, zone, { limit });
}

/** Who changed something last, and when. */
export function lastChange(db: Db, type: string, id: string | number) {
  return selectLastEntry(db, type, String(id));
}
