import type { Db } from '#platform/db/database.ts';
import type { CampaignOption } from './campaign-options.ts';

/** Those that are not over first, then the last ones; at most three hundred. */
export async function selectCampaignOptions(db: Db): Promise<CampaignOption[]> {
  return db
    .selectFrom('campaigns')
    .select(['id', 'name', 'code'])
    .where('state', '<>', 'cancelled')
    .orderBy((eb) => eb('state', '=', 'closed'))
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .limit(300)
    .execute();
}
