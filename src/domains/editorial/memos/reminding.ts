import type { Ctx } from '#platform/ctx.ts';
import { notify, todayOf } from '#domains/organization/index.ts';
import { memoTopic } from './memo.ts';
import { countReminder, selectUnread } from './recipients.queries.ts';
import { readPath, reminderAfter } from './sending.ts';
import { markReminded, selectReminding } from './sending.queries.ts';

/** Reminds who has not read what was sent to him, on its days and never more often than its memo says. How many memos. */
export async function remindReaders(ctx: Ctx): Promise<number> {
  const today = await todayOf(ctx);
  const due = await selectReminding(ctx.db, today);
  for (const { id, title, label, slug, reminded, remindTimes, remindAfter } of due) {
    const people = await selectUnread(ctx.db, id);
    // A house that was shut reminds once, and counts on from today.
    const more = people.length > 0 && reminded + 1 < remindTimes;
    await markReminded(ctx.db, id, more ? await reminderAfter(ctx, today, remindAfter) : null);
    if (people.length === 0) continue;
    await countReminder(ctx.db, id, people);
    await notify(ctx, {
      to: people,
      kind: 'memo.reminder',
      facts: { title, label },
      path: readPath(slug),
      subject: { type: 'memo', id },
    });
    await ctx.tell({
      name: 'memo.reminded',
      subject: { type: 'memo', id },
      after: { label, people: people.length, time: reminded + 1 },
      topics: [memoTopic(id)],
    });
  }
  return due.length;
}
