import { Link, useSearchParams } from 'react-router';
import type { MeasureCard, PartName } from '#domains/metrics/index.ts';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { figureIn } from '../work/figures.tsx';
import { capital } from '../work/periods.ts';
import { partName, partNames } from './part-filters.ts';

/** What it counts, by months and parts, and who looks at it. */
export function MeasureAside({ card }: { card: MeasureCard }) {
  const { say, format } = useWords();
  const { measure, months } = card;
  return (
    <aside>
      <Section title={say('work.what_it_measures')}>
        <Facts
          rows={[
            [say('work.counts'), measure.reads === 'own' ? say(`metrics.counts.${measure.code}`) : say(`metrics.measure.${measure.code}`)],
            [say('metrics.unit'), say(`metrics.unit.${measure.unit}`)],
            [
              say('work.formula'),
              measure.addsUp === 'percentile' && measure.reads === 'own'
                ? say('metrics.percentile_of', { percentile: card.percentile })
                : say(`metrics.adds_up.${measure.addsUp}`),
            ],
            [say('metrics.stage'), say(`metrics.stage.${measure.stage}`)],
            [
              say('work.is_measured'),
              measure.reads === 'own' ? say('work.reads_itself') : say(`metrics.by_hand.${measure.code.split('.')[0]}`),
            ],
          ]}
        />
      </Section>
      {months.length > 0 && <Months card={card} />}
      {partNames.map((part) => (
        <Part key={part} part={part} card={card} />
      ))}
      <Section title={say('work.indicators')} count={format.number(card.indicators.length)}>
        {card.indicators.length === 0 ? (
          <p className="notes small muted">{say('metrics.no_indicators')}</p>
        ) : (
          <ul className="files">
            {card.indicators.map(({ item, title, plan }) => (
              <li key={item}>
                <Link to={`/workspace/indicators/${item}`}>{title}</Link>
                <small>{plan}</small>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </aside>
  );
}

function Months({ card: { months, measure } }: { card: MeasureCard }) {
  const { say, format } = useWords();
  const narrow = useNarrowing();
  return (
    <Section title={say('metrics.by_month')}>
      <Facts
        rows={months.toReversed().map(({ startsOn, endsOn, value }) => [
          <Link key="m" className="quiet" to={narrow({ from: startsOn, to: endsOn })}>
            {capital(format.month(startsOn))}
          </Link>,
          value === null ? '—' : figureIn(format, value, measure.unit === 'percent' ? '%' : ''),
        ])}
      />
    </Section>
  );
}

/** What was counted of each dependency, class …; of sums the amount, of anything else how many records. */
function Part({ part, card }: { part: PartName; card: MeasureCard }) {
  const { say, format } = useWords();
  const narrow = useNarrowing();
  const own = card.parts.filter((one) => one.part === part).slice(0, 12);
  if (own.length < 2) return null;
  return (
    <Section title={say('metrics.by_part', { part: say(`metrics.part.${part}`).toLowerCase() })}>
      <Facts
        rows={own.map(({ value, amount, entries }) => [
          <Link key="p" className="quiet" to={narrow({ [part]: value })}>
            {partName(card, part, value, say)}
          </Link>,
          card.measure.addsUp === 'sum' ? format.number(amount) : say('metrics.records_count', { count: entries }),
        ])}
      />
    </Section>
  );
}

function useNarrowing() {
  const [params] = useSearchParams();
  return (more: Record<string, string>) => {
    const next = new URLSearchParams([...params].filter(([name]) => name !== 'after'));
    for (const [name, value] of Object.entries(more)) next.set(name, value);
    return `?${next}`;
  };
}
