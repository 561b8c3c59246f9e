import type { PieceState } from '#domains/editorial/index.ts';
import { initials } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { PieceStateMark } from '../piece-state.tsx';
import type { Desk } from './piece-saver.ts';
import { placeOf, type Present, type Textual } from './presence.ts';

interface Props {
  readonly state: PieceState;
  readonly version: number;
  readonly desk: Pick<Desk, 'standing' | 'savedAt' | 'savedBy'>;
  readonly me?: string;
  readonly others?: readonly Present[];
  readonly text?: Textual;
  readonly signIn?: string;
}

/** How the piece stands, whether it is saved, and who else is here. */
export function DeskBar({ state, version, desk, me, others = [], text, signIn }: Props) {
  const { say, format } = useWords();
  const at = format.time(desk.savedAt);
  const first = others[0];
  const where = first && text ? placeOf(text, first.block) : null;
  return (
    <header className="desk-bar">
      <span>
        <PieceStateMark state={state} />
        {version > 0 && <span className="small muted">, {say('writing.version', { number: version })}</span>}
      </span>
      <span className="muted small" role="status">
        {desk.standing === 'saved' && desk.savedBy
          ? say('writing.saved_by', { at, who: desk.savedBy })
          : say(`writing.standing.${desk.standing}`, { at })}
      </span>
      {desk.standing === 'signed_out' && signIn && (
        <a className="small" href={signIn}>
          {say('writing.sign_in_again')}
        </a>
      )}
      {first && me && (
        <>
          <span
            className="avatars push"
            role="img"
            aria-label={say('writing.here', { who: format.list([say('writing.you'), ...others.map(({ name }) => name)]) })}
          >
            <span className="avatar">{initials(me)}</span>
            {others.map(({ id, name }) => (
              <span key={id} className="avatar here">
                {initials(name)}
              </span>
            ))}
          </span>
          <span className="small where">
            {where
              ? say(where.key, { ...where.vars, who: first.name.split(' ')[0]! })
              : say('writing.is_here', { who: first.name.split(' ')[0]! })}
          </span>
        </>
      )}
    </header>
  );
}
