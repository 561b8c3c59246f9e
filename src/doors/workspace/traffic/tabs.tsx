import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.tsx';

const places = { board: '', sites: '/sites', imports: '/imports' } as const;

/** The places about traffic. */
export function TrafficTabs() {
  const { say } = useWords();
  return (
    <Tabs
      label={say('traffic.traffic')}
      tabs={Object.entries(places).map(([place, to]) => ({ to: `/workspace/traffic${to}`, name: say(`traffic.place.${place}`) }))}
    />
  );
}
