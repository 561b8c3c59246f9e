import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Kind } from './plan.ts';

export interface FoundInPlans {
  readonly kind: Kind | 'plan';
  readonly planId: number;
  readonly itemId: number | null;
  readonly title: string;
  readonly plan: string;
}

/**
 * What the versions in force, or the only draft of a plan not yet in force, say about a text: Spanish full text first (any
 * form of the word, with or without accents), then titles with nearly that text, or with each of its words nearly.
 */
export async function findInPlans(db: Db, text: string, limit: number): Promise<FoundInPlans[]> {
  const { rows } = await sql<FoundInPlans & { rank: number }>`
    with shown as (
      select distinct on (plan_id) id, plan_id from plan_versions where state <> 'closed'
      order by plan_id, state = 'in_force' desc, number desc
    ),
    asked as (select websearch_to_tsquery('es', ${text}) as words, plain(${text}) as text)
    (select 'plan' as kind, p.id as "planId", null::bigint as "itemId", p.title, '' as plan, 2.0 + word_similarity(asked.text, plain(p.title)) as rank
     from plans p, asked where asked.text <% plain(p.title) limit ${limit})
    union all
    (select r.kind, v.plan_id, r.item_id, r.title, p.title,
            ts_rank(to_tsvector('es', r.title || ' ' || r.description), asked.words) + word_similarity(asked.text, plain(r.title)) as rank
     from asked, plan_rows r join shown v on v.id = r.version_id join plans p on p.id = v.plan_id
     where to_tsvector('es', r.title || ' ' || r.description) @@ asked.words or asked.text <% plain(r.title)
       or (select bool_and(word <% plain(r.title)) from regexp_split_to_table(asked.text, '\\s+') word)
     order by rank desc limit ${limit})
    order by rank desc limit ${limit}`.execute(db);
  return rows.map(({ rank: _, ...found }) => found);
}
