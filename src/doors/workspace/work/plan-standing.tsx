import { Link } from 'react-router';
import type { Board } from '#domains/metrics/index.ts';
import { Figure } from '#ui/figure.tsx';
import { Section } from '#ui/section.tsx';
import { Light } from '#ui/state.tsx';
import { Progress } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';

/** How the institution's plan goes, in little. */
export function PlanStanding({ board }: { board: Pick<Board, 'plan' | 'advance' | 'lights'> | null }) {
  const { say } = useWords();
  if (!board)
    return (
      <Section title={say('work.how_the_plan_goes')}>
        <p className="notes small muted">
          {say('work.no_plan_yet')} <Link to="/workspace/plans">{say('work.open_plans')}</Link>
        </p>
      </Section>
    );
  const { plan, advance, lights } = board;
  const [at, due] = [Math.round(advance?.progress ?? 0), Math.round(advance?.due ?? 0)];
  return (
    <Section title={say('work.how_the_plan_goes')} more={<Link to={`/workspace/plans/${plan.id}`}>{say('work.board')}</Link>}>
      <div className="standing">
        {advance && <Figure big value={at} unit="%" more={say('work.should_be', { due })} />}
        {advance && <Progress at={at} due={due} label={say('work.at_due', { at, due })} />}
        <ul className="lights">
          {(['good', 'risk', 'off', 'none'] as const).map((light) => (
            <li key={light}>
              <Light light={light}>{say(`metrics.light.${light}`)}</Light> <b>{lights[light]}</b>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
