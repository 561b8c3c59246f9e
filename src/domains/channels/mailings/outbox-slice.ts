import { system } from '#platform/ctx.ts';
import { transact } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { keepLetter, keepMails, type OwnMail } from '#platform/mail/kept-mails.ts';
import { BrokenLetter, cut, htmlOf, plainOf } from '../letter.ts';
import { lockTurns, markKept } from './engine.queries.ts';
import { Feed, type Turn } from './feed.ts';
import { valuesOf, type Prepared } from './letterhead.ts';
import { suppressed } from './outcome.ts';
import type { Slice, SliceDone } from './send-slice.ts';

const atOnce = 200;

/**
 * With no server set, a mailing goes to the house's own outbox: what is the same for all is kept there once, and each one's own beside his
 * name. A recipient is marked in the transaction that writes his mail: he has it once.
 */
export async function keepSlice({ app, worker, marker, prepared, end }: Omit<Slice, 'lines' | 'providers'>): Promise<SliceDone> {
  const feed = new Feed({
    app,
    mailing: prepared.mailing,
    worker,
    end: (ending) => marker.end(ending),
    until: () => performance.now() < end,
    allow: (asked) => Promise.resolve(asked),
  });
  const parts = [prepared.mailing.letter.text, prepared.mailing.letter.html].map(cut);
  const fixed = parts.map((one) => runsOf(one));
  try {
    for (;;) {
      const some: { turn: Turn; mail: OwnMail }[] = [];
      for (let turn = await feed.next(); turn; turn = await feed.next()) {
        const mail = ownMail(prepared, parts, turn);
        if (mail instanceof BrokenLetter) marker.end(suppressed(turn.id, `broken:${mail.hole}`));
        else some.push({ turn, mail });
        if (some.length === atOnce) break;
      }
      if (some.length === 0) return { left: !feed.isDrained, wait: 0 };
      await transact(app.database.primary, async (db) => {
        const ctx = commandContext(db, system, app.clock(), app.owed, app.vault);
        const letter = await keepLetter(ctx, `mailing:${prepared.mailing.id}:${prepared.mailing.sha256}`, {
          text: fixed[0]!,
          html: fixed[1]!,
        });
        const held = new Set(
          await lockTurns(
            db,
            worker,
            some.map(({ turn }) => turn.id),
          ),
        );
        const may = some.filter(({ turn }) => held.has(turn.id));
        const mails = await keepMails(
          ctx,
          letter,
          may.map(({ mail }) => mail),
        );
        await markKept(
          db,
          may.map(({ turn }, at) => ({ id: turn.id, mail: mails[at]!, address: turn.to.address })),
          ctx.now,
        );
      });
    }
  } finally {
    feed.stop();
  }
}

type Parts = ReturnType<typeof cut>;

/** What is fixed, one run before each hole and one after the last. */
function runsOf(parts: Parts): string[] {
  const runs = [''];
  for (const part of parts) {
    if (typeof part === 'string') runs[runs.length - 1] += part;
    else runs.push('');
  }
  return runs;
}

function ownMail(prepared: Prepared, [text, html]: readonly Parts[], { id, to }: Turn): OwnMail | BrokenLetter {
  const values = valuesOf(prepared, id, to);
  try {
    const own = (parts: Parts, say: typeof plainOf) => parts.flatMap((part) => (typeof part === 'string' ? [] : [say(part, values)]));
    const subject = cut(prepared.mailing.letter.subject).map((part) => (typeof part === 'string' ? part : plainOf(part, values)));
    return { to: to.address, subject: subject.join(''), text: own(text!, plainOf), html: own(html!, htmlOf) };
  } catch (cause) {
    if (cause instanceof BrokenLetter) return cause;
    throw cause;
  }
}
