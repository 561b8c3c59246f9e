import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.tsx';
import type { Place } from './settings.ts';

/** The places of the settings, on top of each of them. */
export function SettingsTabs({ places }: { places: readonly Place[] }) {
  const { say } = useWords();
  return (
    <Tabs
      label={say('organization.settings')}
      tabs={places.map((place) => ({ to: `/workspace/settings/${place}`, name: say(`organization.place.${place}`) }))}
    />
  );
}
