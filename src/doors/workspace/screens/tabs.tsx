import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.tsx';

const places = { screens: '', groups: '/groups', playlists: '/playlists', pieces: '/pieces', takeovers: '/takeovers' } as const;

/** The places about screens. */
export function ScreenTabs() {
  const { say } = useWords();
  return (
    <Tabs
      label={say('screens.screens')}
      tabs={Object.entries(places).map(([place, to]) => ({ to: `/workspace/screens${to}`, name: say(`screens.tab.${place}`) }))}
    />
  );
}
