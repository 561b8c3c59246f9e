import nodemailer, { type Transporter } from 'nodemailer';
import type { App } from '#platform/http/visit.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import { opened } from './outbox.ts';
import { claimMail, markRefused, markSent } from './outbox.queries.ts';

/** Every minute; without SMTP_URL, or while `stay` says so, the mails stay in the outbox, where they can be read. */
export function mailJob(stay: (app: App) => Promise<boolean>): Job {
  return {
    name: 'mail.send',
    cron: '* * * * *',
    run: async (app) => {
      if (!(await stay(app))) await sendMails(app);
    },
  };
}

/** Sends what waits, one after another, each at most once: it is marked tried before it leaves. */
export async function sendMails({
  config,
  database,
  clock,
  log,
  vault,
}: Pick<App, 'config' | 'database' | 'clock' | 'log' | 'vault'>): Promise<void> {
  if (!config.SMTP_URL) return;
  const server = nodemailer.createTransport({
    url: config.SMTP_URL,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 20_000,
    socketTimeout: 60_000,
  });
  const from = config.SMTP_FROM ?? senderOf(config.SMTP_URL);
  try {
    // A server that does not answer or refuses us stops here, before any mail is touched: all of them keep waiting.
    await server.verify();
    for (let mail = await claimMail(database.primary, clock()); mail; mail = await claimMail(database.primary, clock())) {
      const { text, html } = opened(vault, mail);
      const outcome = await send(server, {
        from,
        to: mail.to_address,
        subject: mail.subject,
        text,
        html: html ?? undefined,
      });
      if (outcome === 'sent') await markSent(database.primary, mail.id, clock());
      else log.warn({ mail: mail.id, outcome: outcome === 'unknown' ? 'unknown' : 'refused' }, 'a mail did not leave');
      if (outcome !== 'sent' && outcome !== 'unknown') await markRefused(database.primary, mail.id, outcome.refused);
    }
  } finally {
    server.close();
  }
}

type Outcome = 'sent' | 'unknown' | { readonly refused: string };

/** A reply of 4xx or 5xx is a refusal (RFC 5321 §4.2.1); a connection lost on the way leaves the outcome unknown. */
async function send(
  server: Transporter,
  message: { from: string; to: string; subject: string; text: string; html: string | undefined },
): Promise<Outcome> {
  try {
    await server.sendMail(message);
    return 'sent';
  } catch (cause) {
    const { responseCode = 0, response } = cause as Error & { responseCode?: number; response?: string };
    return responseCode >= 400 ? { refused: (response ?? String(responseCode)).slice(0, 500) } : 'unknown';
  }
}

function senderOf(smtpUrl: string): string {
  const { username, hostname } = new URL(smtpUrl);
  const user = decodeURIComponent(username);
  return user.includes('@') ? user : `pregon@${hostname}`;
}
