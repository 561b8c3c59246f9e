import type { activityCard } from '#domains/plan/index.ts';
import { Section } from '#ui/section.tsx';
import { Timeline } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';

type Changes = Awaited<ReturnType<typeof activityCard>>['changes'];

/** What the plan changed of an activity, and whom it passed to. */
export function RowChanges({ changes, today }: { changes: Changes; today: string }) {
  const { say, format } = useWords();
  if (changes.length === 0) return null;
  return (
    <Section title={say('work.changes')} count={format.number(changes.length)}>
      <Timeline
        moments={changes.map(({ at, who, action, person }, index) => ({
          key: index,
          when: format.shortDay(at.toISOString().slice(0, 10), today),
          what: person ? say('work.passed_to', { person }) : say(`plan.edit.${action}`),
          more: who,
        }))}
      />
    </Section>
  );
}
