import type { Ctx } from '#platform/ctx.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { App } from '#platform/http/visit.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import { post } from '#platform/mail/outbox.ts';
import { institutionOf } from './institution.ts';
import { sentenceOf } from './notifications.ts';
import { claimUnmailed, type Unmailed } from './notifications.queries.ts';

const most = 2_000;

/** At once, each minute, for who wants it so; in one mail each working morning for the others. */
export const noticeJobs: readonly Job[] = [
  mailJob('notices.at-once', '* * * * *', 'at_once'),
  mailJob('notices.digest', '30 6 * * 1-5', 'digest'),
];

function mailJob(name: string, cron: string, mail: 'at_once' | 'digest'): Job {
  return {
    name,
    cron,
    run: async (app) => {
      await app.database.primary
        .transaction()
        .execute((db) => mailNotices(commandContext(db, system, app.clock(), app.owed), mail, originOf(app)));
    },
  };
}

/** Writes the mails of what nobody was told by mail yet: one each at once, one for all in a digest. How many. */
export async function mailNotices(ctx: Ctx, mail: 'at_once' | 'digest', origin: string): Promise<number> {
  const notices = await claimUnmailed(ctx.db, mail, ctx.now, most);
  const letters = mail === 'at_once' ? notices.map((notice) => [notice]) : [...Map.groupBy(notices, ({ person }) => person).values()];
  if (letters.length === 0) return 0;
  const { kind, name } = await institutionOf(ctx);
  const institution = [kind, name].filter(Boolean).join(' ');
  for (const list of letters) await post(ctx, letterOf(list, institution, origin));
  return letters.length;
}

function letterOf(list: readonly Unmailed[], institution: string, origin: string) {
  const [first] = list as [Unmailed];
  const locale = first.language as Locale;
  const say = sayIn(locale);
  const lines = list.map((notice) => `${sentenceOf(notice, locale)}\n${origin}${notice.path}`);
  return {
    to: first.email,
    subject: list.length === 1 ? sentenceOf(first, locale) : say('me.notices.digest_subject', { count: list.length, institution }),
    text: [
      say('me.notices.mail_hello', { name: first.name.split(' ')[0] ?? first.name }),
      ...lines,
      `${say('me.notices.mail_why', { institution })}\n${origin}/workspace/notices`,
    ].join('\n\n'),
  };
}

const originOf = ({ config }: App): string => config.PUBLIC_URL?.replace(/\/$/, '') ?? `http://localhost:${config.PORT}`;
