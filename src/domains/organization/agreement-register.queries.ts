import { sql, type SqlBool } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { forgiving } from '#platform/db/forgiving.ts';

export type SignatureState = 'current' | 'soon' | 'expired' | 'older' | 'none';
export interface RegisterFilter {
  readonly search?: string | undefined;
  readonly state?: SignatureState | undefined;
}

export interface RegisterRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly unit: string | null;
  readonly state: SignatureState;
  readonly signature: number | null;
  readonly number: number | null;
  readonly signed_at: Date | null;
  readonly expires_on: string | null;
  readonly second_factor: boolean | null;
  readonly sha256: string | null;
}

/** Each one who is here with his last signature; `soon` ends within thirty days, `older` is on a text that another has replaced. */
const register = (today: string) => sql`
  select p.id, p.name, p.email, u.name as unit, s.id as signature, t.number, s.signed_at, s.expires_on, s.second_factor, s.sha256,
    case when s.id is null then 'none' when s.expires_on < ${today}::date then 'expired' when t.number < current.number then 'older'
         when s.expires_on < ${today}::date + 30 then 'soon' else 'current' end as state
  from people p left join units u on u.id = p.unit_id
    left join lateral (select * from agreement_signatures where person_id = p.id order by signed_at desc limit 1) s on true
    left join agreement_texts t on t.id = s.text_id
    cross join (select coalesce(max(number), 0) as number from agreement_texts) current
  where p.left_at is null`;

/** In order of name; `after` is the last one of the page before. */
export function selectRegister(
  db: Db,
  today: string,
  { search, state }: RegisterFilter,
  page: { after?: string | undefined; limit: number },
): Promise<RegisterRow[]> {
  const wanted = [sql<SqlBool>`true`];
  if (search)
    wanted.push(
      sql`(plain(r.name) like '%' || plain(${search}) || '%' or plain(${search}) <% plain(r.name) or plain(r.email::text) like '%' || plain(${search}) || '%')`,
    );
  if (state) wanted.push(sql`r.state = ${state}`);
  if (page.after) wanted.push(sql`(plain(r.name), r.id) > (select plain(name), id from people where id = ${page.after})`);
  return forgiving(db, async (inside) => {
    const { rows } =
      await sql<RegisterRow>`select * from (${register(today)}) r where ${sql.join(wanted, sql` and `)} order by plain(r.name), r.id limit ${page.limit}`.execute(
        inside,
      );
    return rows;
  });
}

export async function countRegister(db: Db, today: string): Promise<Record<SignatureState, number>> {
  const { rows } = await sql<{
    state: SignatureState;
    count: number;
  }>`select state, count(*) as count from (${register(today)}) r group by 1`.execute(db);
  return { current: 0, soon: 0, expired: 0, older: 0, none: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}
