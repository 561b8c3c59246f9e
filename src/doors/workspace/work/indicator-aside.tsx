import { Link } from 'react-router';
import type { PersonOption } from '#domains/organization/index.ts';
import type { IndicatorCard } from '#domains/metrics/index.ts';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { figureIn } from './figures.tsx';
import { Notes } from './notes.tsx';

/** The evidence of the last readings is at hand; that of before is folded. */
const lately = 4;

/** What it measures, what was noted beside it, and what proves it. */
export function IndicatorAside({ card }: { card: IndicatorCard & { me: string | null; people: readonly PersonOption[] } }) {
  const { row, measure, own, above, plan, figure, today } = card;
  const { say, format } = useWords();
  const number = (value: number) => figureIn(format, value, row.figureUnit!);
  const activity = above.at(-1);
  const filter = Object.entries(row.filter);
  const [area = ''] = row.measure!.split('.');
  return (
    <aside>
      <Section
        title={say('work.what_it_measures')}
        more={<Link to={`/workspace/plans/${plan.id}/tree?item=${row.item}`}>{say('work.in_tree')}</Link>}
      >
        <Facts
          rows={[
            [
              say('work.counts'),
              own ? say(`metrics.counts.${row.measure}`) : measure ? say(`metrics.measure.${row.measure}`) : row.measure,
            ],
            [say('work.unit_of_figure'), row.figureUnit],
            [
              say('work.formula'),
              `${say(`metrics.adds_up.${row.addsUp}`)}${row.direction === 'down' ? `; ${say('work.less_is_better')}` : ''}`,
            ],
            filter.length > 0 && [say('work.only'), filter.map(([name, value]) => `${say(`work.filter.${name}`)}: ${value}`).join('; ')],
            measure !== undefined && [say('work.stage'), say(`metrics.stage.${measure.stage}`)],
            [
              say('work.baseline'),
              row.baseline === null
                ? row.baselineNote || say('work.no_baseline')
                : [number(row.baseline), row.baselineNote].filter(Boolean).join(' · '),
            ],
            [
              say('work.target'),
              figure.target === null
                ? say('work.no_target_now')
                : say('work.target_until', { target: number(figure.target), day: format.day(figure.endsOn) }),
            ],
            [say('work.is_measured'), own ? say('work.reads_itself') : say(`metrics.by_hand.${area}`)],
            activity !== undefined && [
              say('work.activity'),
              <Link key="activity" to={`/workspace/activities/${activity.item}`}>
                {activity.number} {activity.title}
              </Link>,
            ],
            [
              say('work.owner'),
              [row.personName ?? activity?.personName, row.unitName ?? activity?.unitName].filter(Boolean).join(', ') || say('work.nobody'),
            ],
          ]}
        />
      </Section>
      <Notes notes={card.notes} may={card.may.annotate} me={card.me} today={today} people={card.people} />
      <Section title={say('work.evidences')} count={card.files.length || undefined}>
        {card.files.length === 0 ? (
          <p className="notes small muted">{say(own ? 'work.no_evidence_own' : 'work.no_evidence')}</p>
        ) : (
          <>
            <EvidenceList files={card.files.slice(-lately).toReversed()} />
            {card.files.length > lately && (
              <details className="rest">
                <summary>{say('work.evidences_before', { count: card.files.length - lately })}</summary>
                <EvidenceList files={card.files.slice(0, -lately).toReversed()} />
              </details>
            )}
          </>
        )}
      </Section>
    </aside>
  );
}
