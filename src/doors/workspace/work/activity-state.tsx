import type { Owed, ReportState } from '#domains/plan/index.ts';
import { State } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes = { not_started: 'draft', under_way: 'scheduled', done: 'live', cancelled: 'withdrawn' } as const;

export function ActivityState({ state }: { state: ReportState }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`work.state.${state}`)}</State>;
}

/** «16 días tarde», or how long is left. */
export function Lateness({ late, next, today }: { late: readonly Owed[]; next: Owed | undefined; today: string }) {
  const { say, format } = useWords();
  const [oldest] = late;
  if (oldest)
    return (
      <span className="late">
        {late.length > 1
          ? say('work.late_times', { count: late.length, days: oldest.daysLate })
          : say('work.days_late', { count: oldest.daysLate })}
      </span>
    );
  if (!next) return <span className="muted">—</span>;
  const days = (Date.parse(next.endsOn) - Date.parse(today)) / 86_400_000;
  return (
    <span className={days <= 7 && next.startsOn <= today ? 'soon' : 'muted'}>
      {next.startsOn > today
        ? say('work.begins', { day: format.shortDay(next.startsOn, today) })
        : say('work.due_on', { day: format.shortDay(next.endsOn, today) })}
    </span>
  );
}
