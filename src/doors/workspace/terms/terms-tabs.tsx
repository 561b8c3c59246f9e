import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.tsx';

/** How things are called, and what is said again and again. */
export function TermsTabs() {
  const { say } = useWords();
  return (
    <Tabs
      label={say('terms.tabs')}
      tabs={[
        { to: '/workspace/terms', name: say('terms.terms') },
        { to: '/workspace/terms/snippets', name: say('terms.snippets') },
      ]}
    />
  );
}
