import { Link } from 'react-router';
import type { PieceState } from '#domains/editorial/index.ts';
import { State, type StateName } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

/** One thing on one day, whatever it is. */
export interface Entry {
  readonly key: string;
  readonly day: string;
  readonly title: string;
  /** The same where its state is said beside it. */
  readonly name: string;
  readonly to: string;
  readonly kind: 'piece' | 'owed' | 'activity';
  readonly piece: number | null;
  readonly state: PieceState | null;
  readonly hour: string | null;
  readonly who: string;
  readonly late: boolean;
  readonly clash: boolean;
  /** Whether it may be put on another day. */
  readonly moves: boolean;
}

export const stateShapes: Record<PieceState, StateName> = {
  draft: 'draft',
  in_review: 'review',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'live',
  expired: 'withdrawn',
  withdrawn: 'withdrawn',
  discarded: 'withdrawn',
};

/** Its shape with a hidden word, its hour, its name; dashed while it is owed. */
export function EntryLink({ entry, ...rest }: { entry: Entry } & Record<`data-${string}`, string | undefined>) {
  const { say } = useWords();
  const classes = ['event', entry.kind === 'owed' && 'owed', entry.kind === 'owed' && entry.late && 'missed'];
  return (
    <Link className={classes.filter(Boolean).join(' ')} to={entry.to} title={entry.title} {...rest}>
      {entry.state && (
        <State state={stateShapes[entry.state]}>
          <span className="sr">{say(`pieces.state.${entry.state}`)}: </span>
        </State>
      )}
      <span>
        {entry.hour && <b>{entry.hour} </b>}
        {entry.clash && (
          <span className="clash" title={say('calendar.clash')}>
            <span aria-hidden="true">▲ </span>
            <span className="sr">{say('calendar.clash')}: </span>
          </span>
        )}
        {entry.title}
      </span>
    </Link>
  );
}
