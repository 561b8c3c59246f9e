import { Form } from 'react-router';
import type { Comment } from '#domains/editorial/index.ts';
import { FormRefusal, TextAreaField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { initials } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { useMoment } from './moments.ts';

export interface Thread {
  readonly number: number;
  readonly comment: Comment;
  readonly answers: readonly Comment[];
}

/** What was said of the piece: open threads, then the closed ones behind one word. */
export function Threads({ threads, reviews, children }: { threads: readonly Thread[]; reviews: boolean; children?: React.ReactNode }) {
  const { say } = useWords();
  const open = threads.filter(({ comment }) => comment.resolvedAt === null);
  const closed = threads.filter(({ comment }) => comment.resolvedAt !== null);
  return (
    <Section
      id="comments"
      title={say('review.comments')}
      count={[say('review.open', { count: open.length }), closed.length > 0 && say('review.n_closed', { count: closed.length })]
        .filter(Boolean)
        .join(', ')}
    >
      {threads.length === 0 && <p className="small muted">{say('review.no_comments')}</p>}
      {open.map((thread) => (
        <One key={thread.comment.id} thread={thread} reviews={reviews} />
      ))}
      {closed.length > 0 && (
        <details className="thread closed">
          <summary>{say('review.closed', { count: closed.length })}</summary>
          {closed.map((thread) => (
            <One key={thread.comment.id} thread={thread} reviews={reviews} />
          ))}
        </details>
      )}
      {children}
    </Section>
  );
}

function One({ thread: { number, comment, answers }, reviews }: { thread: Thread; reviews: boolean }) {
  const { say } = useWords();
  const moment = useMoment();
  const answer = useAnswer('reply');
  const settling = useAnswer(comment.resolvedAt ? 'reopen' : 'resolve');
  const mine = (said: typeof answer) => (said?.typed.comment === String(comment.id) ? said : undefined);
  return (
    <div className="thread" id={`c${comment.id}`}>
      {(comment.quote || comment.block) && (
        <blockquote id={`n${number}`}>
          {number} · {comment.quote || say('review.whole_block')}
        </blockquote>
      )}
      {[comment, ...answers].map((one) => (
        <div key={one.id} className="comment">
          <span className="avatar" aria-hidden="true">
            {initials(one.personName ?? '?')}
          </span>
          <header>
            <b>{one.personName ?? say('review.somebody')}</b>
            <time dateTime={new Date(one.at).toISOString()}>{moment(one.at)}</time>
          </header>
          <p>{one.text}</p>
        </div>
      ))}
      {comment.resolvedAt && (
        <p className="muted">
          {say('review.closed_by', { who: comment.resolvedByName ?? say('review.somebody'), when: moment(comment.resolvedAt) })}
        </p>
      )}
      {reviews && (
        <div className="actions">
          {!comment.resolvedAt && (
            <details className="answer" open={mine(answer) !== undefined || undefined}>
              <summary className="button small">{say('review.reply')}</summary>
              <Form method="post" className="reply" key={answers.length}>
                <FormRefusal answer={mine(answer)} />
                <input type="hidden" name="intent" value="reply" />
                <input type="hidden" name="comment" value={comment.id} />
                <TextAreaField name="text" label={say('review.your_answer')} rows={2} required maxLength={4000} answer={mine(answer)} />
                <button className="button small">{say('review.reply_do')}</button>
              </Form>
            </details>
          )}
          <Form method="post">
            <FormRefusal answer={mine(settling)} />
            <input type="hidden" name="comment" value={comment.id} />
            <button className="button quiet small" name="intent" value={comment.resolvedAt ? 'reopen' : 'resolve'}>
              {say(comment.resolvedAt ? 'review.reopen' : 'review.resolve')}
              <span className="sr"> {say('review.the_comment', { number })}</span>
            </button>
          </Form>
        </div>
      )}
    </div>
  );
}
