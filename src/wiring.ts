import type { Reaction } from '#platform/events/reactions.ts';
import type { DueWork } from '#platform/jobs/due-clock.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import type { Hearings } from '#platform/live/hearing.ts';
import type { App, Demonstration } from '#platform/http/visit.ts';
import type { Policy } from '#platform/http/policy.ts';
import { sealedMails } from '#platform/mail/outbox.ts';
import type { SlideSource } from '#platform/slides/slide.ts';
import type { SealedColumn } from '#platform/secrets/sealed-columns.queries.ts';
import { mailJob } from '#platform/mail/send.ts';
import {
  audienceJobs,
  audiencesHearings,
  audiencesPolicy,
  adoptPublics,
  importWork,
  keepStaff,
  startingSegments,
} from '#domains/audiences/index.ts';
import {
  channelsHearings,
  channelsPolicy,
  deliverDue,
  mailboxJob,
  mailCarrier,
  mailingWork,
  channelsSealed,
  nextDispatchDue,
  pushCarrier,
  pushWork,
  screenCarrier,
  screenJobs,
  stopRefused,
} from '#domains/channels/index.ts';
import {
  editorialCarriers,
  editorialHearings,
  editorialJobs,
  handCarrier,
  editorialPolicy,
  editorialSlides,
  finishRequests,
  handOverDesk,
  linkWork,
  pieceSource,
  piecesGoOut,
  startingTerms,
} from '#domains/editorial/index.ts';
import {
  factReactions,
  figureSlides,
  forgetVisitors,
  metricsHearings,
  metricsPolicy,
  tellLetterCounts,
  tellPlays,
  tellVisits,
  visitImportWork,
} from '#domains/metrics/index.ts';
import { isDemonstration, noticeJobs, organizationHearings, organizationPolicy, organizationSealed } from '#domains/organization/index.ts';
import { handOverWork, planHearings, planJobs, planPolicy, publicsInForce, workPolicy } from '#domains/plan/index.ts';

/** Which domain reacts to which event: the only such list. */
export const reactions: readonly Reaction[] = [
  handOverWork,
  handOverDesk,
  keepStaff,
  startingSegments,
  adoptPublics(publicsInForce),
  piecesGoOut,
  stopRefused,
  finishRequests,
  startingTerms,
  ...factReactions,
];

/** Work on a schedule or asked for, each told by its domain. */
export const jobs: readonly Job[] = [
  mailJob(({ database }) => isDemonstration(database.primary)),
  // The clock below fires at the minute; this finds what it might have missed.
  { name: 'channels.deliver_due', cron: '* * * * *', run: async (app) => void (await deliver(app)) },
  ...screenJobs,
  mailboxJob,
  ...noticeJobs,
  ...audienceJobs,
  ...planJobs,
  ...editorialJobs,
  forgetVisitors,
  tellPlays,
  tellLetterCounts,
  tellVisits,
];

/** What screens can show besides what goes out by them. */
export const slideSources: readonly SlideSource[] = [...editorialSlides, figureSlides];

/** What has an hour of its own, fired at it by every worker. */
export const dueWork: readonly DueWork[] = [
  { name: 'channels.dispatches', topic: 'dispatches', next: ({ database }) => nextDispatchDue(database.primary), run: deliver },
  importWork(),
  mailingWork({ stay: ({ database }) => isDemonstration(database.primary), sources: [pieceSource] }),
  linkWork(),
  pushWork({ stay: ({ database }) => isDemonstration(database.primary) }),
  visitImportWork(),
];

/** Which domain carries what by which means. */
function deliver(app: App): Promise<boolean> {
  const origin = app.config.PUBLIC_URL ?? `http://localhost:${app.config.PORT}`;
  return deliverDue(app, {
    carriers: [...editorialCarriers, handCarrier(app.files, origin), mailCarrier(origin), screenCarrier, pushCarrier],
    sources: [pieceSource],
  });
}

/** Every column whose texts are sealed: what a change of key opens and seals again. */
export const sealedColumns: readonly SealedColumn[] = [...sealedMails, ...organizationSealed, ...channelsSealed];

/** Every domain's table of who may do what, as one. */
export const policy: Policy = {
  ...organizationPolicy,
  ...planPolicy,
  ...workPolicy,
  ...audiencesPolicy,
  ...channelsPolicy,
  ...editorialPolicy,
  ...metricsPolicy,
};

/** Who hears each live topic: what has no rule nobody hears. */
export const hearings: Hearings = {
  ...organizationHearings,
  ...planHearings,
  ...audiencesHearings,
  ...channelsHearings,
  ...editorialHearings,
  ...metricsHearings,
};

/** Its module is large and only then needed. */
export const demonstration: Demonstration = {
  load: async (app) => {
    const { loadDemonstration, NotEmpty, UnderWay } = await import('./demonstration/demonstration.ts');
    try {
      await loadDemonstration(app);
      return 'loaded';
    } catch (cause) {
      if (cause instanceof UnderWay) return 'under_way';
      if (cause instanceof NotEmpty) return 'not_empty';
      throw cause;
    }
  },
  accounts: async () => (await import('./demonstration/demonstration.ts')).accounts,
};
