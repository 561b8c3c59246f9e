import { useSearchParams } from 'react-router';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';

const known = ['reported', 'taken', 'corrected', 'accepted', 'returned', 'annotated', 'withdrawn', 'assigned'];

/** What was just done, said once. */
export function Said() {
  const [params] = useSearchParams();
  const { say } = useWords();
  const done = params.get('done') ?? '';
  return known.includes(done) ? <Banner tone="good">{say(`work.done.${done}`)}</Banner> : null;
}
