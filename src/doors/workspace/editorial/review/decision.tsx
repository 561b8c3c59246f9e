import { Form, Link } from 'react-router';
import type { Reviewing } from '#domains/editorial/index.ts';
import { FormRefusal, TextAreaField } from '#ui/field.tsx';
import { Rich } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { useMoment } from './moments.ts';

type Seen = Pick<Reviewing, 'step' | 'steps' | 'refusal' | 'eyes' | 'approvals' | 'returned' | 'writes'> & {
  readonly piece: Pick<Reviewing['piece'], 'id' | 'state'>;
  readonly hash: string;
};

/** What whoever looks may do about a piece now, and why not what he may not. */
export function Decision({ review }: { review: Seen }) {
  const { piece, step, refusal } = review;
  if (step) return refusal ? <Held review={review} step={step} /> : <Decide review={review} step={step} />;
  return piece.state === 'draft' || piece.state === 'withdrawn' || piece.state === 'expired' ? (
    <Send review={review} />
  ) : (
    <Approved review={review} />
  );
}

function Decide({ review, step }: { review: Seen; step: NonNullable<Reviewing['step']> }) {
  const { say } = useWords();
  const answer = useAnswer('decide');
  const number = step.versionNumber;
  const approves = step.step === 'approval';
  return (
    <section className="decision" id="decision">
      <h2>{say('review.your_decision')}</h2>
      {!approves && <p className="small muted">{say(`review.asks.${step.step}`)}</p>}
      <Form method="post" className="decision">
        <FormRefusal answer={answer} />
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="step" value={step.id} />
        <input type="hidden" name="sha256" value={step.sha256} />
        <TextAreaField
          name="note"
          rows={3}
          maxLength={2000}
          label={
            <>
              {say('review.note_label')} <span className="optional">{say('review.note_when')}</span>
            </>
          }
          placeholder={say('review.note_placeholder')}
          answer={answer}
        />
        <div className="actions">
          <button className="button primary" name="decision" value="pass">
            {say(approves ? 'review.approve' : 'review.pass', { number })}
          </button>
          <button className="button" name="decision" value="return">
            {say('review.return')}
          </button>
        </div>
      </Form>
      <p className="small muted">
        {say(approves ? 'review.approves_hash' : 'review.passes_hash')} <code title={step.sha256}>{review.hash}</code>.{' '}
        {say('review.hash_ends')}
      </p>
    </section>
  );
}

function Held({ review, step }: { review: Seen; step: NonNullable<Reviewing['step']> }) {
  const { say } = useWords();
  const reminding = useAnswer('remind');
  const withdrawing = useAnswer('withdraw');
  const moment = useMoment();
  const own = review.refusal?.refused.startsWith('piece.own_work') ?? false;
  return (
    <section className="decision">
      <h2>{say('review.decision')}</h2>
      <FormRefusal answer={reminding ?? withdrawing} />
      <div className="refusal" role="note">
        <p>{say(own ? 'review.own' : 'review.not_asked')}</p>
        <p>
          {own && `${say('review.own_why')} `}
          <Eyes names={review.eyes.map(({ name }) => name)} />
        </p>
      </div>
      {step.remindedAt && <p className="small muted">{say('review.reminded', { when: moment(step.remindedAt) })}</p>}
      {review.writes && (
        <>
          <div className="actions">
            {own && (
              <button type="button" className="button" aria-disabled="true">
                {say(step.step === 'approval' ? 'review.approve' : 'review.pass', { number: step.versionNumber })}
              </button>
            )}
            <Form method="post">
              <input type="hidden" name="intent" value="remind" />
              <button className="button">{say('review.remind')}</button>
            </Form>
          </div>
          <Form method="post" className="small">
            <input type="hidden" name="intent" value="withdraw" />
            <button className="as-link">{say('review.withdraw')}</button> <span className="muted">{say('review.withdraw_why')}</span>
          </Form>
        </>
      )}
    </section>
  );
}

/** «La decide Marcela Ospina; si no está, Ana Lucía Villadiego.» */
function Eyes({ names: [first, ...rest] }: { names: readonly string[] }) {
  const { say, format } = useWords();
  if (first === undefined) return say('review.nobody');
  const some = rest.slice(0, 3);
  const list = rest.length > some.length ? [...some, say('review.others', { count: rest.length - some.length })] : some;
  return <Rich sentence={say(list.length > 0 ? 'review.decides_or' : 'review.decides', { who: first, others: format.list(list) })} />;
}

function Send({ review: { piece, returned, steps, writes } }: { review: Seen }) {
  const { say } = useWords();
  const moment = useMoment();
  const back = returned[0]?.round === steps[0]?.round ? returned[0] : undefined;
  return (
    <section className="decision">
      <h2>{say('review.decision')}</h2>
      {back && (
        <div className="refusal" role="note">
          <p>{say('review.returned_by', { who: back.decidedByName ?? say('review.somebody'), when: moment(back.decidedAt!) })}</p>
          <p>{back.note}</p>
        </div>
      )}
      {!back && <p className="small muted">{say('review.nobody_asked')}</p>}
      {writes && (
        <div className="actions">
          <Link className="button primary" to={`/workspace/pieces/${piece.id}/submission`}>
            {say('review.send')}
          </Link>
          <Link className="button" to={`/workspace/pieces/${piece.id}`}>
            {say('review.write_on')}
          </Link>
        </div>
      )}
    </section>
  );
}

function Approved({ review: { approvals, piece } }: { review: Seen }) {
  const { say } = useWords();
  const moment = useMoment();
  const approval = approvals.find(({ voidedAt }) => voidedAt === null);
  return (
    <section className="decision">
      <h2>{say('review.decision')}</h2>
      {approval ? (
        <>
          <p>
            {say('review.approved_by', {
              who: approval.personName ?? say('review.somebody'),
              number: approval.versionNumber,
              when: moment(approval.at),
            })}
          </p>
          {approval.note && <p className="muted">{approval.note}</p>}
          <p className="small muted">
            {say('review.approved_hash')}{' '}
            <code title={approval.sha256}>{`${approval.sha256.slice(0, 4)}…${approval.sha256.slice(-3)}`}</code>. {say('review.hash_ends')}
          </p>
        </>
      ) : (
        <p className="small muted">{say('review.nobody_asked')}</p>
      )}
      <Link className="button" to={`/workspace/pieces/${piece.id}`}>
        {say('review.to_piece')}
      </Link>
    </section>
  );
}
