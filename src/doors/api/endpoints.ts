import { assetEndpoints } from './assets.ts';
import { audienceEndpoints } from './audiences.ts';
import { calendarEndpoints } from './calendar.ts';
import { campaignEndpoints } from './campaigns.ts';
import { checkEndpoints } from './checks.ts';
import { contactImportEndpoints } from './contact-imports.ts';
import { dataRequestEndpoints } from './data-requests.ts';
import { decidingEndpoints } from './deciding.ts';
import { figureEndpoints } from './figures.ts';
import { interactionEndpoints } from './interactions.ts';
import { letterEndpoints } from './letters.ts';
import { mailingEndpoints } from './mailings.ts';
import { memoEndpoints } from './memos.ts';
import { noticeEndpoints } from './notices.ts';
import { organizationEndpoints } from './organization.ts';
import { pieceEndpoints } from './pieces.ts';
import { planRowEndpoints } from './plan-rows.ts';
import { planTextEndpoints } from './plan-text.ts';
import { planEndpoints } from './plans.ts';
import { requestEndpoints } from './requests.ts';
import { publishingEndpoints } from './publishing.ts';
import { reviewEndpoints } from './reviews.ts';
import { playlistEndpoints } from './playlists.ts';
import { screenEndpoints } from './screens.ts';
import { termEndpoints } from './terms.ts';
import { trafficEndpoints } from './traffic.ts';
import { trafficImportEndpoints } from './traffic-imports.ts';
import { workEndpoints } from './work.ts';
import type { Endpoint } from './endpoint.ts';

/** Every address of /api/v1, a line each in the files above. */
export const endpoints: readonly Endpoint[] = [
  ...planEndpoints,
  ...planTextEndpoints,
  ...planRowEndpoints,
  ...workEndpoints,
  ...figureEndpoints,
  ...organizationEndpoints,
  ...noticeEndpoints,
  ...requestEndpoints,
  ...campaignEndpoints,
  ...pieceEndpoints,
  ...calendarEndpoints,
  ...publishingEndpoints,
  ...reviewEndpoints,
  ...decidingEndpoints,
  ...checkEndpoints,
  ...assetEndpoints,
  ...termEndpoints,
  ...audienceEndpoints,
  ...interactionEndpoints,
  ...contactImportEndpoints,
  ...dataRequestEndpoints,
  ...screenEndpoints,
  ...playlistEndpoints,
  ...mailingEndpoints,
  ...letterEndpoints,
  ...memoEndpoints,
  ...trafficEndpoints,
  ...trafficImportEndpoints,
];
