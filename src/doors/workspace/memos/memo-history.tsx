import { Link } from 'react-router';
import type { Memo } from '#domains/editorial/index.ts';
import { brief } from '#ui/brief.ts';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { MemoStateMark } from './memo-state.tsx';

/** Every signature of one piece, the last first: a number that was given stays, whatever became of it. */
export function MemoHistory({ memos }: { memos: readonly Pick<Memo, 'id' | 'label' | 'state' | 'signedName' | 'signedAt' | 'reason'>[] }) {
  const { say, format, now } = useWords();
  return (
    <Section title={say('memos.history')} count={memos.length || undefined}>
      {memos.length === 0 && <p className="muted after-rule">{say('memos.history_none')}</p>}
      <ul className="wires">
        {memos.map((one) => (
          <li key={one.id}>
            <Link to={`/workspace/memos/${one.id}`}>{one.label}</Link> <MemoStateMark state={one.state} />
            <small>{[one.signedName, brief(format, one.signedAt, now), one.reason].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
