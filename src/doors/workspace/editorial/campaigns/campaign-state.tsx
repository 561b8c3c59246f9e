import type { CampaignAction, CampaignState } from '#domains/editorial/index.ts';
import { State, type StateName } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const shapes: Record<CampaignState, StateName> = {
  draft: 'draft',
  designed: 'scheduled',
  under_way: 'live',
  closed: 'approved',
  cancelled: 'withdrawn',
};

export function CampaignStateMark({ state }: { state: CampaignState }) {
  const { say } = useWords();
  return <State state={shapes[state]}>{say(`campaigns.state.${state}`)}</State>;
}

const actionShapes: Record<CampaignAction['state'], StateName> = { planned: 'scheduled', done: 'approved', cancelled: 'withdrawn' };

export function ActionStateMark({ state }: { state: CampaignAction['state'] }) {
  const { say } = useWords();
  return <State state={actionShapes[state]}>{say(`campaigns.action_state.${state}`)}</State>;
}
