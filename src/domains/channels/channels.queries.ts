import type { Db } from '#platform/db/database.ts';
import type { Channel, Means } from './channels.ts';

export async function selectChannels(db: Db): Promise<Channel[]> {
  return db
    .selectFrom('channels')
    .select(['code', 'name', 'means', 'class', 'mode', 'public', 'closed_at as closedAt'])
    .orderBy('position')
    .orderBy('code')
    .$castTo<Channel>()
    .execute();
}

export async function selectCodes(db: Db, means: readonly Means[]): Promise<string[]> {
  if (means.length === 0) return [];
  const rows = await db
    .selectFrom('channels')
    .select('code')
    .where('means', 'in', means)
    .where('closed_at', 'is', null)
    .orderBy('position')
    .execute();
  return rows.map(({ code }) => code);
}
