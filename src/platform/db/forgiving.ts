import { sql } from 'kysely';
import { transact, type Db } from './database.ts';

/**
 * Runs a search whose `<%` (pg_trgm word similarity) forgives small typos: at the default threshold of 0.6 one wrong letter
 * in a word of six already finds nothing.
 */
export function forgiving<T>(db: Db, search: (db: Db) => Promise<T>): Promise<T> {
  return transact(db, async (inside) => {
    await sql`set local pg_trgm.word_similarity_threshold = 0.4`.execute(inside);
    return search(inside);
  });
}
