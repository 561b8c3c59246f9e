import { Link } from 'react-router';
import type { RecipientCounts } from '#domains/channels/index.ts';
import { PartsOf } from '#ui/parts-of.tsx';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { outcomes } from './mailing-state.tsx';

/** How the deliveries of a mailing stand: one bar, and its figures, each with what it means. */
export function MailingProgress({ counts, list }: { counts: RecipientCounts; list: string | null }) {
  const { say, format } = useWords();
  const shown = outcomes.filter(({ state }) => counts[state] > 0 || state === 'accepted');
  const parts = outcomes.map(({ state, tone }) => ({ name: say(`mailings.recipient.${state}`), count: counts[state], tone }));
  return (
    <section className="flow" aria-label={say('mailings.progress')}>
      <PartsOf
        parts={parts}
        label={parts
          .filter(({ count }) => count > 0)
          .map((part) => `${format.number(part.count)} ${part.name.toLowerCase()}`)
          .join(', ')}
      />
      <ul className="outcomes">
        {shown.map(({ state, shape }) => (
          <li key={state}>
            <b>{format.number(counts[state])}</b>
            <State state={shape}>
              {list === null ? (
                say(`mailings.recipient.${state}`)
              ) : (
                <Link to={`${list}?state=${state}`}>{say(`mailings.recipient.${state}`)}</Link>
              )}
            </State>
            <small>{say(`mailings.recipient_means.${state}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
