import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.tsx';

/** The views of one plan, each with its address. */
export function PlanTabs({ plan, indicators, activities }: { plan: number; indicators?: number; activities?: number }) {
  const { say } = useWords();
  const at = `/workspace/plans/${plan}`;
  return (
    <Tabs label={say('work.views')} tabs={[
      { to: at, name: say('work.indicators'), count: indicators }, { to: `${at}/tree`, name: say('work.tree') },
      { to: `${at}/activities`, name: say('work.activities'), count: activities }, { to: `${at}/timeline`, name: say('work.timeline') },
      { to: `${at}/text`, name: say('work.text') }, { to: `${at}/versions`, name: say('work.versions') },
    ]} />
  );
}
