import { useSearchParams } from 'react-router';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';

/** What was just done, said once: the address after a change carries its name (`?done=contact_changed`). */
export function Done() {
  const [params] = useSearchParams();
  const { say } = useWords();
  const done = params.get('done');
  if (!done || !/^[a-z_]+$/.test(done)) return null;
  return <Banner tone="good">{say(`audiences.done.${done}`)}</Banner>;
}
