import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import type { LetterData } from './request.page.tsx';

/** When it was asked, answered and delivered, or should be; and how long similar ones took. */
export function Times({ data: { request, similar, late, today } }: { data: LetterData }) {
  const { say, format, now } = useWords();
  const answered = request.answerHours === null ? null : say('requests.answered_hours', { hours: format.number(request.answerHours, 1) });
  return (
    <Section title={say('requests.times')}>
      <Facts
        rows={[
          [say('requests.asked_at'), `${format.ago(request.askedAt, now)}, ${format.time(request.askedAt)}`],
          answered === null
            ? request.state === 'waiting' && [
                say('requests.answer_by'),
                <span key="answer" className={late.answer > 0 ? 'late' : undefined}>
                  {say('requests.until_day', { day: format.weekday(request.answerDueOn) })}
                </span>,
              ]
            : [say('requests.answered_in'), answered],
          request.dueOn !== null &&
            request.doneAt === null && [
              say('requests.deliver_by'),
              <span key="due" className={late.delivery > 0 ? 'late' : undefined}>
                {format.shortDay(request.dueOn, today)}
              </span>,
            ],
          request.days !== null && [say('requests.delivered'), say('requests.delivered_days', { count: request.days })],
          request.kind !== null && [
            say('requests.similar'),
            similar ? (
              <span key="similar">
                {say('requests.similar_days', { count: similar.days })}{' '}
                <span className="muted">{say('requests.median', { count: similar.of })}</span>
              </span>
            ) : (
              say('requests.no_similar')
            ),
          ],
        ]}
      />
    </Section>
  );
}
