import { Form, Link } from 'react-router';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { MakerChoice } from './maker-choice.tsx';
import type { LetterData } from './request.page.tsx';

/** What a request became, who makes it and, for the office, how that changes. */
export function Made({ data }: { data: LetterData }) {
  const { request, made, activity, makers, may, day } = data;
  const { say } = useWords();
  const answer = useAnswer('assign');
  const piece =
    request.piece !== null &&
    (made.piece !== null ? (
      <Link to={`/workspace/pieces/${request.piece}`}>{made.piece}</Link>
    ) : request.pieceState === null ? (
      say('requests.became.secret_piece')
    ) : (
      say('requests.became.piece', { number: String(request.piece) })
    ));
  const open = request.state === 'accepted';
  return (
    <Section title={say('requests.in_charge')}>
      <Facts
        rows={[
          piece !== false && [say('requests.became'), piece],
          request.campaign !== null &&
            made.campaign !== null && [
              say('requests.became'),
              <Link key="campaign" to={`/workspace/campaigns/${request.campaign}`}>
                {made.campaign}
              </Link>,
            ],
          activity && [
            say('requests.activity'),
            <Link key="activity" to={`/workspace/activities/${activity.item}`}>
              {activity.number} {activity.title}
            </Link>,
          ],
          !(open && may.triage) && [say('requests.assignee'), request.assigneeName ?? say('requests.nobody')],
        ]}
      />
      {open && may.triage && (
        <Form method="post" className="form">
          <FormRefusal answer={answer} />
          <MakerChoice makers={makers} chosen={request.assignee} answer={answer} />
          <TextField name="dueOn" type="date" label={say('requests.deliver_on')} answer={answer} defaultValue={day ?? ''} />
          <p className="actions">
            <button className="button small" name="intent" value="assign">
              {say('requests.save')}
            </button>
          </p>
        </Form>
      )}
    </Section>
  );
}
