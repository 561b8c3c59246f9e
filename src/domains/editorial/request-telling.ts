import { createHash, randomBytes } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { post } from '#platform/mail/outbox.ts';
import { institutionOf, notify, type Notice, wholeName } from '#domains/organization/index.ts';
import { isSecret } from './piece.ts';
import type { OfficeRequest } from './request.ts';
import { insertFollowing } from './request-links.queries.ts';
import { triagersOf } from './request-makers.ts';

/** What one is told of: each has `notices.request.<news>` and, for who has no account, `requests.mail.<news>.subject` and `.text`. */
export type News =
  | 'asked'
  | 'accepted'
  | 'returned'
  | 'merged'
  | 'joined'
  | 'finished'
  | 'said'
  | 'answered'
  | 'assigned'
  | 'unassigned'
  | 'withdrawn';

/** Tells who asked: in the product or, who has no account, by mail with an address of its own to follow it by. */
export async function tellAsker(ctx: Ctx, request: OfficeRequest, news: News, { text = '', other = 0 } = {}): Promise<void> {
  if (request.askedBy !== null) {
    await notify(ctx, { to: [request.askedBy], path: `/intranet/requests/${request.id}`, ...noticeOf(request, news, other) });
  } else if (request.askerEmail !== null) {
    const words = say(request.askerLanguage);
    const facts = {
      number: String(request.id),
      other: String(other),
      title: request.title,
      name: request.askerName,
      institution: wholeName(await institutionOf(ctx)),
      text,
      link: `${request.askerOrigin}/request/follow/${await followingOf(ctx, request.id)}`,
    };
    await post(ctx, {
      to: request.askerEmail,
      subject: words(`requests.mail.${news}.subject`, facts),
      text: words(`requests.mail.${news}.text`, facts),
    });
  }
}

/** Tells who makes it or, while nobody does, who triages. */
export async function tellOffice(ctx: Ctx, request: OfficeRequest, news: News): Promise<void> {
  const to = request.assignee ? [request.assignee] : await triagersOf(ctx, request);
  await notify(ctx, { to, path: `/workspace/requests/${request.id}`, ...noticeOf(request, news) });
}

/** A fresh secret address to follow a request by; only its hash is kept. @returns its last part */
export async function followingOf(ctx: Ctx, request: number): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await insertFollowing(ctx.db, { tokenHash: hashOf(token), request, now: ctx.now });
  return token;
}

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** No word of what is secret goes into a notice. */
function noticeOf(request: OfficeRequest, news: News, other = 0): Pick<Notice, 'kind' | 'facts' | 'subject'> {
  const { id, title, askerName } = request;
  const subject = { type: 'request', id };
  if (isSecret(request)) return { kind: 'request.secret_moved', facts: { number: String(id) }, subject };
  return { kind: `request.${news}`, facts: { number: String(id), title, who: askerName, other: String(other) }, subject };
}
