import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.tsx';
import { CampaignStateMark } from './campaign-state.tsx';
import { campaignVoice } from './campaign-voice.ts';
import type { Frame } from './frame.ts';

const views = ['summary', 'lines', 'actions', 'spends', 'pieces', 'results', 'report'] as const;
const deeds = ['created', 'saved', 'moved', 'line', 'line_removed', 'action', 'action_moved', 'spend', 'spend_voided', 'result', 'report'];

/** The top of every page of a campaign: its name, its voice, its views. */
export function CampaignHead({ frame, here, actions }: { frame: Frame; here: (typeof views)[number]; actions?: ReactNode }) {
  const { campaign } = frame;
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const done = params.get('done');
  const at = `/workspace/campaigns/${campaign.id}`;
  const name = here === 'summary' ? campaign.name : `${say(`campaigns.${here}`)} · ${campaign.name}`;
  return (
    <>
      <title>{`${name} · Pregón`}</title>
      <Head
        low
        name={
          <>
            {campaign.name} <CampaignStateMark state={campaign.state} />
          </>
        }
        voice={campaignVoice(say, format, frame)}
        actions={actions}
      />
      <Tabs
        label={say('campaigns.views')}
        tabs={views.map((view) => ({
          to: view === 'summary' ? at : `${at}/${view}`,
          name: say(`campaigns.${view}`),
          ...(view === 'actions' && { count: frame.actions.length }),
        }))}
      />
      {done !== null && deeds.includes(done) && <Banner tone="good">{say(`campaigns.done.${done}`)}</Banner>}
    </>
  );
}
