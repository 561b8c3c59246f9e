import { State, type StateName } from './state.tsx';
import { useWords } from './words.tsx';

interface Shown {
  readonly state: string;
  readonly assigneeName: string | null;
  readonly pieceState: string | null;
  readonly campaign: number | null;
}

const shapes: Readonly<Record<string, StateName>> = {
  waiting: 'requested',
  returned: 'returned',
  accepted: 'approved',
  done: 'live',
  merged: 'withdrawn',
  withdrawn: 'withdrawn',
};

const pieceShapes: Readonly<Record<string, StateName>> = {
  draft: 'draft',
  in_review: 'review',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'live',
};

/** How a request goes: while it is made, as its piece goes. */
export function RequestState({ request }: { request: Shown }) {
  const { say } = useWords();
  const { state, assigneeName, pieceState, campaign } = request;
  if (state === 'accepted' && pieceState !== null && pieceState in pieceShapes)
    return <State state={pieceShapes[pieceState]!}>{say(`pieces.state.${pieceState}`)}</State>;
  const word = state === 'accepted' && campaign !== null ? 'campaign' : state === 'waiting' && assigneeName !== null ? 'assigned' : state;
  return <State state={shapes[state] ?? 'unknown'}>{say(`requests.state.${word}`)}</State>;
}
