import type { Reviewing } from '#domains/editorial/index.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import { momentOf } from './moments.ts';

export interface Standing {
  readonly review: Pick<Reviewing, 'steps' | 'approvals' | 'returned' | 'versions' | 'before' | 'step' | 'refusal' | 'authors'> & {
    readonly comments: readonly Pick<Reviewing['comments'][number], 'id' | 'parent' | 'person'>[];
    readonly piece: Pick<Reviewing['piece'], 'state' | 'words' | 'approvedAt'>;
    readonly difference: Pick<Reviewing['difference'], 'added' | 'removed' | 'changed'>;
  };
  /** people.id of who looks. */
  readonly reader: string | null;
  readonly now: Date;
}

/** How the review of a piece stands, in one sentence for whoever looks: what changed for who decides, who has it for who wrote it. */
export function reviewVoice(say: Say, format: Format, { review, reader, now }: Standing): string {
  const { piece, step, refusal, authors, versions, returned, approvals } = review;
  const when = (at: Date) => momentOf(format, now, at);
  if (piece.state === 'in_review' && step) {
    if (refusal === null) return changedVoice(say, format, review, reader);
    const who = step.personName ?? say('review.somebody');
    const key = authors.some(({ id }) => id === reader) ? 'review.voice.yours_waits' : 'review.voice.waits';
    return say(key, { number: step.versionNumber, who, when: when(step.askedAt!) });
  }
  const approval = approvals[0];
  if (approval && !approval.voidedAt && piece.state !== 'draft')
    return say('review.voice.approved', {
      who: approval.personName ?? say('review.somebody'),
      number: approval.versionNumber,
      when: when(approval.at),
    });
  const back = returned[0];
  if (back && back.round === review.steps[0]?.round) {
    const who = back.decidedByName ?? say('review.somebody');
    const count = words(review);
    return count === 0
      ? say('review.voice.returned', { who, when: when(back.decidedAt!) })
      : say('review.voice.returned_changed', { who, count, words: format.number(count) });
  }
  if (approval?.voidedAt)
    return say('review.voice.voided', { who: approval.personName ?? say('review.somebody'), number: approval.versionNumber });
  return say(versions.length === 0 ? 'review.voice.draft' : 'review.voice.withdrawn');
}

/** «Julián cambió **33** palabras y respondió sus **dos** comentarios.» */
function changedVoice(say: Say, format: Format, review: Standing['review'], reader: string | null): string {
  const author = review.versions[0]?.madeByName ?? review.authors[0]?.name ?? say('review.somebody');
  const who = author.split(' ')[0]!;
  if (review.before === null)
    return say('review.voice.first', { who, count: review.piece.words, words: format.number(review.piece.words) });
  const count = words(review);
  const mine = new Set(review.comments.filter(({ parent, person }) => parent === null && person === reader).map(({ id }) => id));
  const answered = new Set(
    review.comments.filter(({ parent, person }) => parent !== null && mine.has(parent) && person !== reader).map(({ parent }) => parent),
  );
  const changed =
    count > 0
      ? say('review.voice.changed', { who, count, words: format.number(count) })
      : say(review.difference.changed ? 'review.voice.changed_other_things' : 'review.voice.same', { who });
  return answered.size === 0
    ? `${changed}.`
    : `${changed} ${say('review.voice.answered', { count: answered.size, comments: format.number(answered.size) })}.`;
}

/** Words that came; when none came, those that went. */
const words = ({ difference }: Standing['review']) => difference.added || difference.removed;
