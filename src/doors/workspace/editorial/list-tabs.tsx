import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.tsx';

/** The list of pieces, and the reviews of those that wait for somebody. */
export function ListTabs({ waiting }: { waiting?: number }) {
  const { say } = useWords();
  return (
    <Tabs
      label={say('pieces.pieces')}
      tabs={[
        { to: '/workspace/pieces', name: say('pieces.pieces') },
        { to: '/workspace/reviews', name: say('review.reviews_tab'), ...(waiting ? { count: waiting } : {}) },
      ]}
    />
  );
}
