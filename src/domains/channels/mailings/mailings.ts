import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { canonical } from '#platform/text/canonical.ts';
import { checkWanted } from '#domains/audiences/index.ts';
import type { InformationClass, Source } from '../dispatch.ts';
import { brokenHole, type Letter } from '../letter.ts';
import { channelsPolicy } from '../policy.ts';
import { mailingTopic, type MailingWithLetter, type Whom } from './mailing.ts';
import { stateAfter } from './mailing-states.ts';
import type { RevisedInput } from './mailings.input.ts';
import { insertAuthor, insertMailing, insertMove, reviseMailing, selectMailing } from './mailings.queries.ts';

export interface Drafted extends Whom {
  readonly source: Source;
  readonly title: string;
  readonly class: InformationClass;
  readonly contentSha256: string;
  readonly letter: Letter;
  /** Where it is read on the portal. */
  readonly viewPath?: string | null;
  /** Not before this hour. */
  readonly notBefore?: Date | null;
}

/** What an approval names: the letter, and whom it is for. */
const seal = (letter: Letter, { kind, purpose, segments, excludedSegments, excludedMailings }: Whom): string =>
  createHash('sha256').update(canonical({ letter, kind, purpose, segments, excludedSegments, excludedMailings })).digest('hex');

/**
 * Writes a mailing down as a draft. Refuses `mailing.class`, `mailing.broken` {hole}, `mailing.no_subject`, and what `checkWanted` refuses.
 * The domain of its source has asked whether whoever drafts it may.
 */
export async function draftMailing(ctx: Ctx, given: Drafted): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, channelsPolicy, 'mailings.write');
  const refused = await faulty(ctx, given);
  if (refused) return refused;
  const id = await insertMailing(
    ctx.db,
    { ...given, viewPath: given.viewPath ?? null, notBefore: given.notBefore ?? null, sha256: seal(given.letter, given) },
    ctx.actor.id,
    ctx.now,
  );
  await insertAuthor(ctx.db, id, ctx.actor.id);
  await insertMove(ctx.db, id, 'draft', ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'mailing.drafted',
    subject: { type: 'mailing', id },
    after: told(given),
    payload: { source: given.source },
    topics: ['mailings'],
  });
  return { id };
}

/** Another letter, or other recipients: it is a draft again, and is approved again. `letter` and `contentSha256` when the source has changed. */
export async function reviseMailingOf(
  ctx: Ctx,
  input: RevisedInput & { letter?: Letter; contentSha256?: string },
): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, channelsPolicy, 'mailings.write');
  const mailing = await mailingHere(ctx, input.mailing, true);
  if (stateAfter(mailing.state, 'revise') === undefined) return refuse('mailing.moved');
  if (input.version !== mailing.version) return refuse('form.stale', { who: mailing.draftedByName ?? '' });
  const given = {
    ...mailing,
    ...input,
    letter: input.letter ?? mailing.letter,
    contentSha256: input.contentSha256 ?? mailing.contentSha256,
  };
  const refused = await faulty(ctx, given);
  if (refused) return refused;
  await reviseMailing(ctx.db, mailing.id, { ...given, sha256: seal(given.letter, given) });
  await insertAuthor(ctx.db, mailing.id, ctx.actor.id);
  if (mailing.state !== 'draft') await insertMove(ctx.db, mailing.id, 'draft', ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'mailing.revised',
    subject: { type: 'mailing', id: mailing.id },
    before: told(mailing),
    after: told(given),
    topics: ['mailings', mailingTopic(mailing.id)],
  });
  return { id: mailing.id };
}

/** @throws NotFound */
export async function mailingHere(ctx: Ctx, id: number, lock = false): Promise<MailingWithLetter> {
  const mailing = await selectMailing(ctx.db, id, lock);
  if (!mailing) throw new NotFound(`mailing ${id}`);
  return mailing;
}

async function faulty(ctx: Ctx, given: Whom & { readonly class: InformationClass; readonly letter: Letter }): Promise<Refusal | undefined> {
  const kind = await checkWanted(ctx, given);
  if (isRefusal(kind)) return kind;
  // Mail leaves the house: what is not public reaches its own people alone, and what is secret nobody.
  if (given.class !== 'public' && !(given.class === 'internal' && kind.staffOnly)) return refuse('mailing.class', {}, 'kind');
  if (given.letter.subject.trim() === '') return refuse('mailing.no_subject', {}, 'subject');
  const hole = brokenHole(given.letter);
  return hole === null ? undefined : refuse('mailing.broken', { hole });
}

const told = ({ title, kind, purpose, segments, excludedSegments, letter }: Whom & { title: string; letter: Letter }) => ({
  title,
  kind,
  purpose,
  segments: segments.join(', '),
  excluded: excludedSegments.join(', '),
  subject: letter.subject,
});
