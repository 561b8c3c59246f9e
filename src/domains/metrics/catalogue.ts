import type { Addition } from '#domains/plan/index.ts';

export type Stage = 'input' | 'output' | 'outtake' | 'outcome' | 'impact';

/** What can be counted, declared once. Its name is `metrics.measure.<code>`, its unit `metrics.unit.<unit>`. */
export interface Measure {
  readonly code: string;
  readonly unit: string;
  readonly addsUp: Addition;
  /** From what is put in to what changes for people (AMEC, Integrated Evaluation Framework). */
  readonly stage: Stage;
  /** `own`: it reads itself from the ledger; `by_hand`: a person takes it, with evidence. */
  readonly reads: 'own' | 'by_hand';
  /** Of a percentile, which one: an indicator may ask for another with its filter's `percentile`. */
  readonly percentile?: number;
  /**
   * Where each of its records opens: an address in which `:activity`, `:campaign`, `:piece`, `:section` and `:record` stand for the
   * fact's own. Readings by hand open in the indicator's page, `:item`.
   */
  readonly opens: string;
  /** Own measures: the events or the collector that feed them. */
  readonly fedBy: readonly string[];
}

const own = (code: string, unit: string, addsUp: Addition, stage: Stage, opens: string, ...fedBy: string[]): Measure => ({
  code,
  unit,
  addsUp,
  stage,
  reads: 'own',
  opens,
  fedBy,
});
const byHand = (code: string, unit: string, addsUp: Addition, stage: Stage): Measure => ({
  code,
  unit,
  addsUp,
  stage,
  reads: 'by_hand',
  opens: '/workspace/indicators/:item',
  fedBy: [],
});

export const collector = 'collector';

const mailing = '/workspace/mailings/:record';
const mailingEvents = ['mailing.finished', 'mailing.cancelled', 'mailing.settled', 'mailing.returned'];

export const measures: readonly Measure[] = [
  own(
    'plan.activities_on_time',
    'percent',
    'ratio',
    'output',
    '/workspace/activities/:activity',
    'activity.reported',
    'activity.fell_late',
  ),
  own('plan.reports_on_time', 'percent', 'ratio', 'output', '/workspace/activities/:activity', 'activity.reported', 'activity.fell_late'),
  own('plan.reports_given', 'reports', 'sum', 'output', '/workspace/activities/:activity', 'activity.reported'),
  own('metrics.page_views', 'views', 'sum', 'outtake', '/:section', collector),
  own('metrics.inner_page_sessions', 'sessions', 'sum', 'outtake', '/:section', collector),

  own('editorial.contents_published', 'contents', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('editorial.published_on_time', 'percent', 'ratio', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('editorial.days_to_publish', 'days', 'percentile', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('editorial.returns', 'returns', 'sum', 'input', '/workspace/pieces/:piece', 'piece.returned'),
  own('editorial.requests_received', 'requests', 'sum', 'input', '/workspace/requests/:record', 'request.asked'),
  own('editorial.requests_on_time', 'percent', 'ratio', 'output', '/workspace/requests/:record', 'request.finished'),
  own('editorial.request_days', 'days', 'percentile', 'output', '/workspace/requests/:record', 'request.finished'),
  own('editorial.piece_views', 'views', 'sum', 'outtake', '/workspace/pieces/:piece', collector),

  byHand('plan.reviews_closed', 'reviews', 'sum', 'output'),
  byHand('plan.feedback_meetings_held', 'meetings', 'sum', 'input'),
  own('editorial.releases_written', 'releases', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('editorial.audiovisuals_produced', 'audiovisuals', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('editorial.campaigns_designed', 'campaigns', 'sum', 'output', '/workspace/campaigns/:record', 'campaign.designed'),
  own('editorial.internal_campaigns_designed', 'campaigns', 'sum', 'output', '/workspace/campaigns/:record', 'campaign.designed'),
  own('editorial.campaigns_carried_out', 'campaigns', 'sum', 'output', '/workspace/campaigns/:record', 'campaign.started'),
  own('editorial.campaign_actions_done', 'actions', 'sum', 'output', '/workspace/campaigns/:campaign', 'campaign.action_done'),
  own('editorial.contents_updated', 'contents', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('editorial.news_published', 'contents', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('editorial.stories_published', 'contents', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('editorial.infographics_published', 'contents', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('editorial.video_tutorials_published', 'audiovisuals', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('editorial.requests_completed', 'requests', 'sum', 'output', '/workspace/requests/:record', 'request.finished'),
  own('channels.internal_bulletins_sent', 'sendings', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  // Down, of the four directions of internal communication.
  own('editorial.memos_sent', 'documents', 'sum', 'output', '/workspace/memos/:record', 'memo.sent'),
  own(
    'editorial.memo_reads',
    'readings',
    'sum',
    'outtake',
    '/workspace/memos/:record',
    'memo.read',
    'memo.reached',
    'memo.reach_corrected',
  ),
  own(
    'editorial.memo_reading_rate',
    'percent',
    'ratio',
    'outtake',
    '/workspace/pieces/:piece/memo',
    'memo.sent',
    'memo.read',
    'memo.reached',
    'memo.reach_corrected',
  ),
  own('channels.screen_plays', 'plays', 'sum', 'output', '/workspace/screens/:record', collector),
  own(
    'channels.contents_out',
    'contents',
    'sum',
    'output',
    '/workspace/pieces/:piece',
    'piece.published',
    'mailing.finished',
    'mailing.cancelled',
  ),
  own('channels.mailings_sent', 'sendings', 'sum', 'output', mailing, ...mailingEvents),
  own('channels.mails_delivered', 'percent', 'ratio', 'output', mailing, ...mailingEvents),
  own('channels.mails_bounced', 'percent', 'ratio', 'output', mailing, ...mailingEvents),
  own(
    'channels.people_reached',
    'people',
    'sum',
    'output',
    '/workspace/pieces/:piece',
    ...mailingEvents,
    'dispatch.delivered',
    'dispatch.received',
  ),
  own('channels.letter_opens', 'openings', 'sum', 'outtake', mailing, collector),
  own('channels.letter_clicks', 'clicks', 'sum', 'outtake', mailing, collector),
  byHand('channels.social_interactions', 'interactions', 'sum', 'outtake'),
  own('channels.dispatches_sent', 'sendings', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  own('channels.newsletters_sent', 'sendings', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  byHand('participation.suggestions_answered', 'suggestions', 'sum', 'output'),
  byHand('participation.surveys_sent', 'sendings', 'sum', 'output'),
  byHand('participation.forum_posts', 'contributions', 'sum', 'outtake'),
  own('training.services_developed', 'services', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  byHand('training.webinars_held', 'sessions', 'sum', 'output'),
  own('training.guides_published', 'contents', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
  byHand('training.workshops_held', 'sessions', 'sum', 'output'),
  byHand('training.adoption_rate', 'percent', 'ratio', 'outcome'),
  byHand('training.tool_satisfaction', 'points', 'average', 'outcome'),
  byHand('training.support_tickets', 'tickets', 'sum', 'outcome'),
  byHand('training.resolution_time', 'hours', 'percentile', 'outcome'),
  byHand('training.people_trained_rate', 'percent', 'ratio', 'outtake'),
  byHand('crisis.protocols_in_force', 'protocols', 'last', 'output'),
  byHand('crisis.time_to_first_alert', 'minutes', 'percentile', 'outcome'),
  byHand('crisis.templates_ready', 'templates', 'last', 'output'),
  byHand('transparency.accountability_strategies_defined', 'strategies', 'sum', 'output'),
  own('transparency.disclosures_updated', 'updates', 'sum', 'output', '/workspace/pieces/:piece', 'piece.published'),
];

const byCode = new Map(measures.map((measure) => [measure.code, measure]));

export function findMeasure(code: string): Measure | undefined {
  return byCode.get(code);
}

/** Whether a measure reads itself, so that nobody takes it by hand. */
export function readsItself(code: string): boolean {
  return byCode.get(code)?.reads === 'own';
}
