import type { Ctx } from '#platform/ctx.ts';
import type { Reaction } from '#platform/events/reactions.ts';
import { eraseContact, handOver } from './contacts.queries.ts';
import { selectSameMail, selectStaffContact, takeAsStaff, upsertStaff } from './staff.queries.ts';

/** Whoever is in the directory is a contact by himself, and no longer when he leaves. */
export const keepStaff: Reaction = {
  name: 'audiences.keep-staff',
  to: ['person.added', 'person.edited', 'person.left', 'person.returned'],
  react: (ctx, event) => keepPerson(ctx, event.subject_id),
};

export async function keepPerson(ctx: Ctx, person: string): Promise<void> {
  const own = await selectStaffContact(ctx.db, person);
  const same = await selectSameMail(ctx.db, person);
  if (same && own) {
    await handOver(ctx.db, same.id, own.id);
    await eraseContact(ctx.db, same.id, ctx.now, own.id);
  } else if (same) await takeAsStaff(ctx.db, same.id, person);
  const kept = await upsertStaff(ctx.db, person, ctx.now);
  if (kept === undefined && own) await eraseContact(ctx.db, own.id, ctx.now);
}
