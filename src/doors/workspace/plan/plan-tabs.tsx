import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.tsx';

/** The views of one plan, each with its address. */
export function PlanTabs({ plan, indicators, activities }: { plan: number; indicators?: number; activities?: number }) {
  const { say } = useWords();
  const root = `/workspace/plans/${plan}`;
  return (
    <Tabs
      label={say('plan.tabs')}
      tabs={[
        { to: root, name: say('plan.tab.board'), count: indicators },
        { to: `${root}/tree`, name: say('plan.tab.tree') },
        { to: `${root}/activities`, name: say('plan.tab.activities'), count: activities },
        { to: `${root}/timeline`, name: say('plan.tab.timeline') },
        { to: `${root}/calendar`, name: say('plan.tab.calendar') },
        { to: `${root}/text`, name: say('plan.tab.text') },
        { to: `${root}/versions`, name: say('plan.tab.versions') },
      ]}
    />
  );
}
