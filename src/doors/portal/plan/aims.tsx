import { Figure } from '#ui/figure.tsx';
import { Progress } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import type { Standing } from './standing.ts';

type Part = Standing['objectives'][number];

/** The plan's objectives, each with how far it is, how far it should be, and what of it goes badly. */
export function Aims({ objectives, level: Heading = 'h2' }: { objectives: readonly Part[]; level?: 'h2' | 'h3' }) {
  const { say, format } = useWords();
  return (
    <ol className="aims" aria-label={say('portal.objectives', { count: objectives.length })}>
      {objectives.map((part) => (
        <li key={part.item}>
          {part.advance ? (
            <Figure value={format.number(Math.round(part.advance.progress))} unit="%" />
          ) : (
            <p className="figure none">
              <b aria-hidden="true">–</b>
              <span className="sr">{say('portal.unmeasured')}</span>
            </p>
          )}
          <Heading className={part.title.length > 80 ? 'long' : undefined}>{part.title}</Heading>
          <div>
            {part.advance && (
              <Progress
                at={part.advance.progress}
                due={part.advance.due}
                label={say('portal.progress', {
                  at: format.percent(Math.round(part.advance.progress)),
                  due: format.percent(Math.round(part.advance.due)),
                })}
              />
            )}
            <small>
              {badOf(part)
                .map(([key, count]) => say(`portal.aim.${key}`, { count }))
                .join(' · ') || say(part.advance ? 'portal.aim.well' : 'portal.unmeasured')}
            </small>
          </div>
        </li>
      ))}
    </ol>
  );
}

function badOf({ lights, lateActivities }: Part): (readonly [string, number])[] {
  return (
    [
      ['off', lights.off],
      ['risk', lights.risk],
      ['late', lateActivities],
      ['none', lights.none],
    ] as const
  ).filter(([, count]) => count > 0);
}
