import { Link } from 'react-router';
import type { AskedStep } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';
import { useMoment } from './moments.ts';

type Whose = 'mine' | 'others';

/** Steps that wait for a decision, each with its piece and until when. */
export function AskedSteps({ steps, whose }: { steps: readonly AskedStep[]; whose: Whose }) {
  return (
    <ul className="lines">
      {steps.map((one) => (
        <AskedRow key={one.step} step={one} whose={whose} />
      ))}
    </ul>
  );
}

/** One row of such a list. */
export function AskedRow({ step: one, whose }: { step: AskedStep; whose: Whose }) {
  const { say, now } = useWords();
  const moment = useMoment();
  const to = `/workspace/pieces/${one.piece}/review`;
  const late = one.dueAt !== null && one.dueAt < now;
  const somebody = say('review.somebody');
  const more = [
    say(`pieces.kind.${one.kind}`),
    say(`review.step.${one.kindOfStep}`).toLowerCase(),
    whose === 'others'
      ? say('review.has_it', { who: one.personName ?? somebody })
      : one.submittedByName && say('review.sent_by', { who: one.submittedByName }),
    whose === 'mine' && !one.mine && one.personName && say('review.asked_of', { who: one.personName }),
    one.returns > 0 && say('review.returned_times', { count: one.returns }),
  ];
  return (
    <li>
      <Link className="quiet what" to={to}>
        <b>{one.title}</b>
        <small>{more.filter(Boolean).join(' · ')}</small>
      </Link>
      {one.dueAt && (
        <span className={late ? 'late' : 'muted'}>{say(late ? 'review.was_due' : 'review.due', { when: moment(one.dueAt) })}</span>
      )}
      <Link className="button small" to={to}>
        {say(whose === 'mine' ? 'review.decide' : 'review.look')} <span className="sr">{one.title}</span>
      </Link>
    </li>
  );
}
