import type { PublicRow } from '#domains/plan/index.ts';
import { useWords } from '#ui/words.tsx';

type Promised = PublicRow;

/** Everything a version promises, as a reader takes it in: objectives, components, what each does, and by what it is measured. */
export function Promises({ code, rows }: { code: string; rows: readonly Promised[] }) {
  const { say } = useWords();
  const below = (item: number | null, kind: Promised['kind']) => rows.filter((row) => row.parent === item && row.kind === kind);
  return below(null, 'objective').map((objective) => (
    <section key={objective.item} id={`fila-${objective.item}`}>
      <h3>
        {objective.number}. {objective.title}
      </h3>
      {objective.description && <p>{objective.description}</p>}
      {below(objective.item, 'component').map((component) => (
        <section key={component.item} id={`fila-${component.item}`}>
          <h4>{component.title}</h4>
          {below(component.item, 'responsibility').map((responsibility) => (
            <div key={responsibility.item} id={`fila-${responsibility.item}`} className="responsibility">
              <p>
                <b>{responsibility.number}</b> {responsibility.title}
              </p>
              <ul>
                {below(responsibility.item, 'activity').map((activity) => (
                  <Activity key={activity.item} code={code} activity={activity} indicators={below(activity.item, 'indicator')} />
                ))}
              </ul>
              {below(responsibility.item, 'activity').length === 0 && <p className="small muted">{say('portal.no_activities')}</p>}
            </div>
          ))}
        </section>
      ))}
    </section>
  ));
}

function Activity({ code, activity, indicators }: { code: string; activity: Promised; indicators: readonly Promised[] }) {
  const { say, format } = useWords();
  const answers = [activity.post, activity.unitName].filter(Boolean).join(', ');
  const when = say('portal.from_to', { from: format.shortDay(activity.startsOn!, '0000'), to: format.shortDay(activity.endsOn!, '0000') });
  return (
    <li id={`fila-${activity.item}`}>
      <p>
        {activity.number} {activity.title}
      </p>
      <p className="small muted">
        {[say(`portal.recurrence.${activity.recurrence}`), when, answers && say('portal.answers', { who: answers })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {indicators.length > 0 && (
        <ul className="small">
          {indicators.map((indicator) => (
            <li key={indicator.item} id={`fila-${indicator.item}`}>
              <a href={`/plan/${code}/indicators/${indicator.item}`}>{indicator.title}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
