import { z } from 'zod';
import { findKind } from '#domains/editorial/index.ts';
import { counting, type Count, type Told } from './counting.ts';
import type { Fact } from './facts.ts';

const cameOut = z.object({ first: z.boolean().default(false), onTime: z.boolean().default(false), daysFromDraft: z.number().default(0) });
const finished = z.object({ days: z.number().nullish(), onTime: z.boolean().default(false) });
const carriedOut = z.object({ scope: z.string().default(''), digital: z.number().default(0) });
const acted = z.object({ action: z.number(), class: z.string().default(''), mode: z.string().default('') });

/** What a piece counts as when it comes out for the first time, by its kind. */
const byKind: Readonly<Record<string, string>> = {
  release: 'editorial.releases_written',
  audiovisual: 'editorial.audiovisuals_produced',
  news: 'editorial.news_published',
  story: 'editorial.stories_published',
  infographic: 'editorial.infographics_published',
  tutorial: 'editorial.video_tutorials_published',
  bulletin: 'channels.internal_bulletins_sent',
  newsletter: 'channels.newsletters_sent',
  guide: 'training.guides_published',
  service: 'training.services_developed',
};

/** The measures that a piece of a kind counts in when it comes out for the first time. */
export const kindCounts = (kind: string | null | undefined): string[] =>
  (findKind(kind ?? '')?.counts ?? []).flatMap((count) => byKind[count] ?? []);

/** That a piece came out by a channel. */
export const outing = (piece: number | string, channel: string): Fact['record'] => ({ type: 'outing', id: `${piece}:${channel}` });

/** What pieces, campaigns and requests count. */
export const editorialFacts = counting('metrics.editorial-facts', {
  'piece.published': (told) => [...firstTime(told), ...eachTime(told)],
  'piece.returned': () => [{ measure: 'editorial.returns' }],
  'campaign.designed': (told) => [
    { measure: 'editorial.campaigns_designed', once: true },
    ...(carriedOut.parse(told.payload).scope === 'internal' ? [{ measure: 'editorial.internal_campaigns_designed', once: true }] : []),
  ],
  'campaign.started': (told) => [
    {
      measure: 'editorial.campaigns_carried_out',
      once: true,
      classes: carriedOut.parse(told.payload).digital > 0 ? ['digital', 'online'] : [],
    },
  ],
  'campaign.action_done': ({ payload, belongs }) => {
    const { action, class: own, mode } = acted.parse(payload);
    const record = { type: 'campaign_action', id: String(action) };
    return [{ measure: 'editorial.campaign_actions_done', record, classes: own ? [own, mode] : belongs.classes, once: true }];
  },
  'request.asked': () => [{ measure: 'editorial.requests_received' }],
  'request.finished': (told) => {
    const { days, onTime } = finished.parse(told.payload);
    return [
      { measure: 'editorial.requests_completed', once: true },
      { measure: 'editorial.requests_on_time', amount: onTime ? 1 : 0, once: true },
      ...(days === null || days === undefined ? [] : [{ measure: 'editorial.request_days', amount: days, once: true }]),
    ];
  },
});

function firstTime({ belongs, payload }: Told): Count[] {
  const { onTime, daysFromDraft } = cameOut.parse(payload);
  return [
    { measure: 'editorial.contents_published', once: true },
    { measure: 'editorial.published_on_time', amount: onTime ? 1 : 0, once: true },
    { measure: 'editorial.days_to_publish', amount: daysFromDraft, once: true },
    ...kindCounts(belongs.kind).map((measure) => ({ measure, once: true })),
  ];
}

/** What every coming out counts, also that of a piece that was out before: it was updated. */
function eachTime({ event, belongs }: Told): Count[] {
  return [
    { measure: 'channels.dispatches_sent' },
    { measure: 'editorial.contents_updated' },
    ...(belongs.channels ?? []).map((channel) => ({
      measure: 'channels.contents_out',
      record: outing(event.subject_id, channel),
      once: true,
    })),
    ...(belongs.kind === 'disclosure' ? [{ measure: 'transparency.disclosures_updated' }] : []),
  ];
}
