import type { Ctx } from '#platform/ctx.ts';
import { authorize, may } from '#platform/http/policy.ts';
import { post } from '#platform/mail/outbox.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { audiencesPolicy, someRecipients, type Addressee } from '#domains/audiences/index.ts';
import { BrokenLetter, fill, type Filled, type PersonalValues } from '../letter.ts';
import { channelsPolicy } from '../policy.ts';
import type { MailingWithLetter } from './mailing.ts';
import { mailingHere } from './mailings.ts';
import { selectMailOf } from './mailings.queries.ts';

const sampled = 8;

export interface Preview {
  readonly filled: Filled;
  /** Like whom it reads, and like whom else it could. */
  readonly like: number | null;
  readonly others: readonly { id: number; name: string }[];
  /** What this contact has nothing for; the letter would not go to him. */
  readonly broken: string | null;
}

/** How it reads for one of its recipients. Addresses are nobody's own: they let nobody in. */
export async function previewMailing(ctx: Ctx, id: number, origin: string, like: number | null = null): Promise<Preview> {
  authorize(ctx.actor, channelsPolicy, 'mailings.read');
  const mailing = await mailingHere(ctx, id);
  const some = may(ctx.actor, audiencesPolicy['contacts.read']) ? await someRecipients(ctx, mailing, sampled) : [];
  const one = some.find((other) => other.id === like) ?? some[0];
  const others = some.map(({ id: other, name, address }) => ({ id: other, name: name === '' ? (address ?? '') : name }));
  try {
    return { filled: fill(mailing.letter, valuesLike(mailing, one, origin)), like: one?.id ?? null, others, broken: null };
  } catch (cause) {
    if (!(cause instanceof BrokenLetter)) throw cause;
    return { filled: mailing.letter, like: one?.id ?? null, others, broken: cause.hole };
  }
}

/** Sends it to whoever asks, and to nobody else, by the way of the house's own mails. */
export async function testMailing(
  ctx: Ctx,
  { mailing: id, like }: { mailing: number; like: number | null },
  origin: string,
): Promise<{ mail: number } | Refusal> {
  const { filled, broken } = await previewMailing(ctx, id, origin, like);
  if (broken !== null) return refuse('mailing.broken', { hole: broken });
  const to = ctx.actor.id === null ? undefined : await selectMailOf(ctx.db, ctx.actor.id);
  if (to === undefined) return refuse('mailing.no_own_mail');
  const { letter } = await mailingHere(ctx, id);
  const mail = await post(ctx, {
    to,
    subject: say(letter.language)('mailings.test_subject', { subject: filled.subject }),
    text: filled.text,
    html: filled.html,
  });
  await ctx.tell({ name: 'mailing.tested', subject: { type: 'mailing', id } });
  return { mail };
}

function valuesLike({ viewPath }: MailingWithLetter, one: Addressee | undefined, origin: string): PersonalValues {
  const own = `${origin}/subscription/mine`;
  const { name = '', organization = '', unit = '', region = null } = one ?? {};
  return {
    name,
    first_name: name.trim().split(/\s+/)[0] ?? '',
    organization,
    unit,
    region: region ?? '',
    preferences: own,
    one_click: own,
    view: viewPath === null ? '' : origin + viewPath,
  };
}
