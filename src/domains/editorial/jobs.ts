import { commandJob } from '#platform/jobs/jobs.ts';
import { askForReviews, expirePieces } from './expiry.ts';
import { noticeLateReviews } from './late-reviews.ts';
import { noticeLicences } from './licences.ts';
import { remindReaders } from './memos/reminding.ts';
import { proposeNewsletters } from './newsletters/newsletters.ts';
import { askForExpiries } from './terms-asked.ts';

/** Shortly after each hour, so that a day's end is kept also by a house that was shut at midnight. */
export const editorialJobs = [
  commandJob('editorial.expire', '2 * * * *', expirePieces),
  commandJob('editorial.ask_reviews', '4 * * * *', askForReviews),
  commandJob('editorial.ask_expiries', '6 * * * *', askForExpiries),
  commandJob('editorial.propose_newsletters', '30 5 * * *', proposeNewsletters),
  commandJob('editorial.notice_late_reviews', '10 6 * * *', noticeLateReviews),
  commandJob('editorial.remind_readers', '8 * * * *', remindReaders),
  commandJob('editorial.notice_licences', '20 4 * * *', noticeLicences),
];
