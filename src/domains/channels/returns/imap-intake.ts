import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { App } from '#platform/http/visit.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import { reportLimit } from './report.ts';
import { takeReturn } from './returns.ts';

type IntakeApp = Pick<App, 'config' | 'database' | 'clock' | 'owed' | 'vault' | 'log'>;

const atOnce = 200;

/** Every two minutes; without BOUNCE_IMAP_URL there is no mailbox to look into. */
export const mailboxJob: Job = {
  name: 'channels.read_returns',
  cron: '*/2 * * * *',
  run: async (app) => void (await readMailbox(app)),
};

/**
 * Takes in what nobody has read yet in the mailbox to which reports come, and marks each read once it is written; what was not written is found
 * again. How many there were.
 */
export async function readMailbox(app: IntakeApp): Promise<number> {
  const { BOUNCE_IMAP_URL: address } = app.config;
  if (address === undefined) return 0;
  const { protocol, hostname, port, username, password, pathname } = new URL(address);
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({
    host: hostname,
    port: port === '' ? (protocol === 'imaps:' ? 993 : 143) : Number(port),
    secure: protocol === 'imaps:',
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    maxLiteralSize: 8 * 1024 * 1024,
    connectionTimeout: 20_000,
    socketTimeout: 60_000,
  });
  client.on('error', (err: unknown) => app.log.warn({ err: String(err) }, 'the mailbox of what comes back closed'));
  await client.connect();
  try {
    await client.mailboxOpen(decodeURIComponent(pathname.slice(1)) || 'INBOX');
    const unread = (await client.search({ seen: false }, { uid: true })) || [];
    for (const uid of unread.slice(0, atOnce)) {
      const mail = await client.fetchOne(String(uid), { source: { maxLength: reportLimit } }, { uid: true });
      if (mail && mail.source) await take(app, mail.source);
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    }
    return Math.min(atOnce, unread.length);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function take({ database, clock, owed, vault }: IntakeApp, raw: Uint8Array): Promise<void> {
  await database.primary
    .transaction()
    .execute((db) => takeReturn(commandContext(db, system, clock(), owed, vault), raw, { means: 'imap' }));
}
