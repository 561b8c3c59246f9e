import type { Campaign, CampaignAction } from '#domains/editorial/index.ts';
import { daysBetween, type Day } from '#platform/clock/day.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';

interface Standing {
  readonly campaign: Pick<Campaign, 'state' | 'objective' | 'startsOn' | 'endsOn' | 'budget'>;
  readonly actions: readonly Pick<CampaignAction, 'state'>[];
  /** In pesos. */
  readonly spent: number;
  readonly today: string;
}

/** How a campaign stands: what it lacks to begin, what was done and spent, whether it should have ended. */
export function campaignVoice(say: Say, format: Format, { campaign, actions, spent, today }: Standing): string {
  const open = actions.filter(({ state }) => state !== 'cancelled');
  const done = open.filter(({ state }) => state === 'done').length;
  const money = format.money(spent);
  if (campaign.state === 'draft') {
    if (campaign.objective === '') return say('campaigns.voice.no_objective');
    return open.length === 0 ? say('campaigns.voice.no_actions') : say('campaigns.voice.ready', { count: open.length });
  }
  if (campaign.state === 'designed')
    return say(`campaigns.voice.${campaign.startsOn < today ? 'designed_late' : 'designed'}`, { day: format.weekday(campaign.startsOn) });
  if (campaign.state !== 'under_way') return say(`campaigns.voice.${campaign.state}`, { done, spent: money });
  const { budget } = campaign;
  const going =
    budget > 0
      ? say('campaigns.voice.under_way', { done, count: open.length, spent: money, budget: format.money(budget) })
      : say('campaigns.voice.under_way_free', { done, count: open.length, spent: money });
  return [
    going,
    budget > 0 && spent > budget && say('campaigns.voice.over', { over: format.money(spent - budget) }),
    campaign.endsOn < today && say('campaigns.voice.ended', { count: daysBetween(campaign.endsOn, today as Day) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** All campaigns: none yet, how many are under way and how many are being prepared. */
export function campaignsVoice(say: Say, states: Readonly<Record<Campaign['state'], number>>): string {
  const going = states.under_way;
  const next = states.draft + states.designed;
  if (going + next + states.closed + states.cancelled === 0) return say('campaigns.list_voice.none');
  const now =
    going === 0
      ? say('campaigns.list_voice.zero')
      : going === 1
        ? say('campaigns.list_voice.one')
        : say('campaigns.list_voice.other', { count: going });
  return next === 0 ? now : `${now} ${say('campaigns.list_voice.next', { count: next })}`;
}
