import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.tsx';

/** The places about those whom the institution speaks to; who may not read contacts sees only the segments. */
export function AudienceTabs({ reads }: { reads: boolean }) {
  const { say } = useWords();
  if (!reads) return null;
  return (
    <Tabs
      label={say('audiences.audiences')}
      tabs={places.map((place) => ({ to: `/workspace/${place}`, name: say(`audiences.place.${place.replace('-', '_')}`) }))}
    />
  );
}

const places = ['segments', 'contacts', 'imports', 'consents', 'data-requests'] as const;
