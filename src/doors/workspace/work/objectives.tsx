import { Link } from 'react-router';
import type { BoardPart } from '#domains/metrics/index.ts';
import { Figure } from '#ui/figure.tsx';
import { Progress } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';

/** How far each objective is, with a tick where it should be today. */
export function Objectives({ parts, plan }: { parts: readonly BoardPart[]; plan: number }) {
  const { say } = useWords();
  if (parts.length === 0) return null;
  return (
    <section className="objectives" aria-label={say('work.by_objective')}>
      {parts.map((part) => (
        <article key={part.item}>
          {part.advance ? (
            <Figure value={Math.round(part.advance.progress)} unit="%" />
          ) : (
            <p className="figure">
              <b>—</b>
            </p>
          )}
          <div>
            <h2>
              <Link className="quiet" to={`/workspace/plans/${plan}/tree?item=${part.item}`}>
                <span>{part.number}</span> {part.title}
              </Link>
            </h2>
            {part.advance ? (
              <Progress
                at={part.advance.progress}
                due={part.advance.due}
                label={say('work.at_due', { at: Math.round(part.advance.progress), due: Math.round(part.advance.due) })}
              />
            ) : (
              <p className="small muted">{say('work.unmeasured')}</p>
            )}
            <p className="small muted">
              <PartCounts part={part} />
            </p>
          </div>
        </article>
      ))}
    </section>
  );
}

/** «5 indicadores · 1 fuera de meta · 2 actividades tarde». */
export function PartCounts({ part: { indicators, lights, lateActivities } }: { part: BoardPart }) {
  const { say } = useWords();
  const counts = [
    say('work.count_indicators', { count: indicators }),
    ...(['off', 'risk', 'none'] as const)
      .filter((light) => lights[light] > 0)
      .map((light) => say(`work.count_${light}`, { count: lights[light] })),
  ];
  return (
    <>
      {counts.join(' · ')}
      {lateActivities > 0 && (
        <>
          {' '}
          · <span className="late">{say('work.count_late', { count: lateActivities })}</span>
        </>
      )}
    </>
  );
}
