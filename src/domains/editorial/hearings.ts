import type { Db } from '#platform/db/database.ts';
import type { Hearings } from '#platform/live/hearing.ts';
import { getAsset } from './assets.ts';
import { getCampaign } from './campaigns.ts';
import { selectIsSecret } from './looks.queries.ts';
import { getMemo } from './memos/report.ts';
import { getPiece } from './pieces.ts';
import { getRequest } from './requests.ts';

const secret = (table: 'pieces' | 'requests' | 'secret_assets') => (db: Db, id: number) => selectIsSecret(db, table, id);

/** Who hears of editorial's live topics: of one piece, request or asset, whoever may read it. */
export const editorialHearings: Hearings = {
  piece: { one: getPiece, isSecret: secret('pieces') },
  writing: { one: getPiece, isSecret: secret('pieces') },
  presence: { one: getPiece, isSecret: secret('pieces') },
  pieces: { action: 'pieces.read' },
  calendar: { action: 'calendar.read' },
  reviews: { action: 'pieces.review' },
  elections: { action: 'pieces.read' },
  terms: { action: 'pieces.read' },
  memo: { one: getMemo },
  memos: { action: 'memos.read' },
  request: { one: getRequest, isSecret: secret('requests') },
  requests: { action: 'requests.read' },
  request_links: { action: 'requests.triage' },
  campaign: { one: getCampaign },
  campaigns: { action: 'campaigns.read' },
  asset: { one: getAsset, isSecret: secret('secret_assets') },
  assets: { action: 'assets.read' },
  // For workers: that some wait to be looked at.
  links: { action: 'pieces.read' },
};
