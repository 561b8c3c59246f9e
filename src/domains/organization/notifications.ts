import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { isDay } from '#platform/clock/day.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type notices from '../../../locales/es/notices.json';
import { several } from '#platform/http/fields.ts';
import { authorize } from '#platform/http/policy.ts';
import { Forbidden, NotFound } from '#platform/refusal.ts';
import { organizationPolicy } from './policy.ts';
import {
  claimUnpushed,
  countUnread,
  insertNotifications,
  selectChoices,
  selectNotice,
  selectNotices,
  updateChoice,
  updateDone,
  updateRead,
  type KeptNotice,
} from './notifications.queries.ts';

type Whole<Key> = Key extends `${infer Name}_one` | `${infer Name}_other` ? Name : Key;

/** Everything of which people are told: the sentences of locales/es/notices.json are the list. */
export type NoticeKind = Whole<keyof typeof notices>;

/** What a person should know. `kind` names its sentence (`notices.<kind>`), filled with `facts`; `path` is where one click leads. */
export interface Notice {
  readonly to: readonly (string | null)[];
  readonly kind: NoticeKind;
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

/** What these notices asked for is done, by whomever: they wait no longer with the people named, or with anybody. */
export async function noticesDone(
  ctx: Ctx,
  { kinds, subject, people }: { kinds: readonly NoticeKind[]; subject: Notice['subject']; people?: readonly (string | null)[] },
): Promise<void> {
  const of = people?.filter((person) => person !== null) ?? null;
  await updateDone(ctx.db, { kinds, subject: { type: subject.type, id: String(subject.id) }, people: of }, ctx.now);
}

export const noticesAtOnce = 50;

export interface ReadNotice extends Pick<KeptNotice, 'id' | 'path' | 'createdAt' | 'readAt'> {
  readonly says: string;
}

/** One's own notices, the unread first, then the last ones. */
export async function ownNotices(ctx: Ctx, locale: Locale, page = 1): Promise<{ notices: ReadNotice[]; unread: number; more: boolean }> {
  const person = readerOf(ctx);
  const [rows, unread] = await Promise.all([
    selectNotices(ctx.db, person, noticesAtOnce + 1, (page - 1) * noticesAtOnce),
    countUnread(ctx.db, person),
  ]);
  return {
    notices: rows
      .slice(0, noticesAtOnce)
      .map(({ id, path, createdAt, readAt, ...notice }) => ({ id, path, createdAt, readAt, says: sentenceOf(notice, locale) })),
    unread,
    more: rows.length > noticesAtOnce,
  };
}

export function unreadNotices(ctx: Ctx): Promise<number> {
  return ctx.actor.kind === 'person' && ctx.actor.id ? countUnread(ctx.db, ctx.actor.id) : Promise.resolve(0);
}

/** Marks one of one's own as read; where it leads. @throws NotFound */
export async function readNotice(ctx: Ctx, id: number): Promise<string> {
  const notice = await selectNotice(ctx.db, readerOf(ctx), id);
  if (!notice) throw new NotFound(`notice ${id}`);
  await updateRead(ctx.db, readerOf(ctx), id, ctx.now);
  return notice.path;
}

export async function readAllNotices(ctx: Ctx): Promise<void> {
  await updateRead(ctx.db, readerOf(ctx), null, ctx.now);
}

export const mailChoices = ['at_once', 'digest', 'never'] as const;
export type MailChoice = (typeof mailChoices)[number];

/** The groups in which a person chooses: the first part of a kind, such as `piece` or `request`. */
export const noticeGroups = ['piece', 'request', 'comment', 'suggestion', 'dispatch', 'asset', 'screen', 'stand_in', 'memo'] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

export const noticeChoiceInput = z.object({
  ...(Object.fromEntries(noticeGroups.map((group) => [group, z.enum(mailChoices).default('digest')])) as Record<
    NoticeGroup,
    z.ZodDefault<z.ZodEnum<{ at_once: 'at_once'; digest: 'digest'; never: 'never' }>>
  >),
  /** The groups that one's devices show too. */
  push: several(z.enum(noticeGroups, 'input.choice'), noticeGroups.length),
});

export const noticeInput = z.object({ notice: z.coerce.number('input.choice').int('input.choice').positive('input.choice') });

export type NoticeChoices = z.output<typeof noticeChoiceInput>;

/** How one wants each group by mail, and which on one's devices: in the daily digest and there, unless one said otherwise. */
export async function noticeChoices(ctx: Ctx): Promise<NoticeChoices> {
  const chosen = new Map((await selectChoices(ctx.db, personOf(ctx))).map((choice) => [choice.kind, choice]));
  const mails = Object.fromEntries(noticeGroups.map((group) => [group, chosen.get(group)?.mail ?? 'digest'])) as Record<
    NoticeGroup,
    MailChoice
  >;
  return { ...mails, push: noticeGroups.filter((group) => chosen.get(group)?.push ?? true) };
}

/** A matter of one's own mailbox: the audit log does not hold it. */
export async function chooseNotices(ctx: Ctx, { push, ...mails }: NoticeChoices): Promise<void> {
  for (const group of noticeGroups) await updateChoice(ctx.db, personOf(ctx), group, mails[group], push.includes(group));
}

/** What of these people's notices their devices have not shown, in each one's language; from now on it is shown. */
export async function unpushedNotices(
  ctx: Ctx,
  people: readonly string[],
): Promise<{ id: number; person: string; says: string; path: string; language: string }[]> {
  const notices = await claimUnpushed(ctx.db, people, ctx.now, 500);
  return notices.map(({ id, person, path, language, ...notice }) => ({
    id,
    person,
    path,
    language,
    says: sentenceOf(notice, language as Locale),
  }));
}

export function sentenceOf({ kind, facts }: Pick<KeptNotice, 'kind' | 'facts'>, locale: Locale): string {
  const { day } = formatIn(locale);
  const written = Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' && isDay(value) ? day(value) : value]);
  return sayIn(locale)(`notices.${kind}`, Object.fromEntries(written));
}

/** Whose notices they are: a key reads those of whoever issued it. */
function readerOf({ actor }: Ctx): string {
  authorize(actor, organizationPolicy, 'notices.read');
  if (actor.id === null) throw new Forbidden('notices.read');
  return actor.id;
}

function personOf({ actor }: Ctx): string {
  if (actor.kind !== 'person' || actor.id === null) throw new Forbidden('self.edit');
  return actor.id;
}
