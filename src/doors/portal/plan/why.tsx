import { useWords } from '#ui/words.tsx';
import { amount } from './figure-words.ts';
import { goesBadly } from './goes-badly.ts';
import type { PublicFigure } from './standing.ts';

/** What a figure counts, why it goes badly, what is being done, and which post answers for it. */
export function Why({ figure }: { figure: PublicFigure }) {
  const { say, format } = useWords();
  const who = (post: string | null, unitName: string | null) => [post, unitName].filter(Boolean).join(', ');
  const baseline = figure.baseline === null ? '' : say('portal.baseline', { value: amount(figure.baseline, figure.figureUnit, format) });
  return (
    <>
      <p>
        <b>{say('portal.why.counts')}</b>{' '}
        {[figure.description || say('portal.why.activity', { title: figure.activityTitle }), baseline, figure.baselineNote]
          .filter(Boolean)
          .join(' ')}
      </p>
      {figure.overdue && (
        <p>
          <b>{say('portal.why.overdue')}</b>{' '}
          {say('portal.why.overdue_since', {
            count: figure.overdue.daysLate,
            from: format.day(figure.overdue.startsOn),
            to: format.day(figure.overdue.endsOn),
          })}
        </p>
      )}
      {figure.causes.map((note) => (
        <p key={`${note.startsOn} ${note.text}`}>
          <b>{say('portal.why.cause')}</b> {note.text}
        </p>
      ))}
      {figure.actions.map((note) => (
        <p key={`${note.startsOn} ${note.text}`}>
          <b>{say('portal.why.action')}</b> {note.text}
          {note.dueOn && ` ${say('portal.why.by', { day: format.day(note.dueOn) })}`}
          {(note.post || note.unitName) && ` ${say('portal.why.owner', { who: who(note.post, note.unitName) })}`}
        </p>
      ))}
      {goesBadly(figure) && figure.causes.length === 0 && (
        <p>
          <b>{say('portal.why.cause')}</b> {say('portal.why.unsaid')}
        </p>
      )}
      <p>
        <b>{say('portal.why.answers')}</b> {who(figure.post, figure.unitName)}.{' '}
        {figure.own ? say('portal.why.own') : say('portal.why.by_hand')}
        {figure.lastOn && ` ${say('portal.why.last', { day: format.day(figure.lastOn) })}`}
      </p>
    </>
  );
}
