import { BrokenLetter } from '../letter.ts';
import { pauseByItself } from './ending.ts';
import { Feed, type EngineApp } from './feed.ts';
import { enveloped, type Prepared } from './letterhead.ts';
import type { Lines } from './lines.ts';
import type { Marker } from './marker.ts';
import { endingOf, isServerFault, suppressed, untried } from './outcome.ts';
import { countRecipientStates } from './recipients.queries.ts';
import type { Provider } from './servers.ts';
import { SmtpClosed, type Sent, type SmtpConnection } from './smtp-connection.ts';
import { grant } from './throttle.queries.ts';

export interface Slice {
  readonly app: EngineApp;
  readonly worker: string;
  readonly lines: Lines;
  readonly marker: Marker;
  readonly providers: readonly Provider[];
  readonly prepared: Prepared;
  /** When to come back for a moment, by performance.now(). */
  readonly end: number;
}

export interface SliceDone {
  /** Whether more can leave at once. */
  readonly left: boolean;
  /** Otherwise, in how many milliseconds a server may be asked again; 0 when that is not what is waited for. */
  readonly wait: number;
}

// So many losses one after the other are the server's, not a recipient's.
const losses = 5;
// Fewer say nothing of a hundred.
const least = 20;

/** Sends for a while, by as many lines as the settings say. */
export async function sendSlice({ app, worker, lines, marker, providers, prepared, end }: Slice): Promise<SliceDone> {
  const provider = await lines.choose(providers);
  if ('wait' in provider) return { left: false, wait: provider.wait };
  const { mailing } = prepared;
  const counts = await countRecipientStates(app.database.primary, mailing.id);
  const tally = { failed: counts.bounced + counts.unknown + counts.complained, done: counts.accepted, lost: 0, broken: false };
  let wait = 0;
  const feed = new Feed({
    app,
    mailing,
    worker,
    end: (ending) => marker.end(ending),
    until: () => performance.now() < end,
    allow: async (asked) => {
      const granted = await grant(app.database, provider, asked);
      if (granted.count === 0) wait = granted.wait;
      return granted.count;
    },
  });

  const heard = async (sent: Sent) => {
    tally.lost = sent.how === 'unknown' || (sent.how === 'not_sent' && !sent.held) ? tally.lost + 1 : 0;
    if (sent.how === 'accepted') tally.done++;
    if (sent.how === 'unknown' || (sent.how === 'refused' && sent.code >= 500 && !isServerFault(sent))) tally.failed++;
    if ((isServerFault(sent) || tally.lost >= losses) && !tally.broken) {
      tally.broken = true;
      feed.stop();
      await lines.fail(provider, sent.how === 'refused' ? sent.answer : 'it goes away again and again');
    }
    const done = tally.done + tally.failed;
    if (done >= least && tally.failed * 100 > mailing.failPercent * done) {
      feed.stop();
      await pauseByItself(app, mailing.id, { failed: tally.failed, done });
    }
  };

  const pump = async () => {
    let line: SmtpConnection | undefined;
    try {
      for (let turn = await feed.next(); turn; turn = await feed.next()) {
        const { id, tries, to } = turn;
        const envelope = await enveloped(prepared, id, to, app.clock()).catch((cause: unknown) => {
          if (cause instanceof BrokenLetter) return cause;
          throw cause;
        });
        if (envelope instanceof BrokenLetter) {
          marker.end(suppressed(id, `broken:${envelope.hole}`));
          continue;
        }
        if (!line?.isOpen) line = await lines.take(provider).catch((cause: unknown) => untaken(cause));
        if (!line) {
          tally.broken = true;
          marker.end(untried(id));
          feed.stop();
          return;
        }
        const marked = marker.attempt({ id, provider: provider.number, address: to.address });
        const sent = await line.send(envelope.from, envelope.to, envelope.message, marked);
        // What is written of the end comes after what is written of the beginning.
        await marked;
        marker.end(endingOf(id, tries, sent, app.clock()));
        await heard(sent);
      }
    } finally {
      if (line) lines.giveBack(provider, line);
    }
  };

  try {
    const pumps = await Promise.allSettled(Array.from({ length: app.config.SMTP_CONNECTIONS }, pump));
    const broken = pumps.find((one) => one.status === 'rejected');
    if (broken) throw broken.reason;
  } finally {
    feed.stop();
  }
  if (wait > 0) return { left: false, wait };
  return { left: tally.broken || !feed.isDrained, wait: 0 };
}

function untaken(cause: unknown): undefined {
  if (!(cause instanceof SmtpClosed)) throw cause;
}
