import type { MailingCounts } from '#domains/channels/index.ts';
import { Figure } from '#ui/figure.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';

/** How often a letter was opened and its links pressed, all together: nothing here is of one person, and machines open mail too. */
export function LetterCounts({ counts }: { counts: MailingCounts }) {
  const { say, format } = useWords();
  const clicks = counts.links.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section title={say('letters.counts')}>
      <div className="figures">
        <Figure value={format.number(counts.opens)} more={say('letters.opens', { count: counts.opens })} />
        <Figure value={format.number(clicks)} more={say('letters.clicks', { count: clicks })} />
      </div>
      <p className="small muted">{say('letters.counts_mean')}</p>
      {counts.links.length > 0 && (
        <ul className="wires">
          {counts.links
            .toSorted((one, other) => other.count - one.count || one.number - other.number)
            .map(({ number, address, count }) => (
              <li key={number}>
                <span className="said">{address}</span> <b className="num">{format.number(count)}</b>
              </li>
            ))}
        </ul>
      )}
      {counts.days.length > 0 && (
        <details className="fold">
          <summary>{say('letters.by_day')}</summary>
          <ul className="wires">
            {counts.days.map(({ day, opens, clicks: pressed }) => (
              <li key={day}>
                <span>{format.day(day)}</span>
                <small>{say('letters.of_day', { opens, clicks: pressed })}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
