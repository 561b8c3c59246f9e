import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { transact, type Db } from '#platform/db/database.ts';
import { withoutJit } from './imports.queries.ts';
import type { Rule } from './segment-rule.ts';

/** Contacts grouped by a rule, with what is said to them and how they are reached best. */
export interface Segment {
  readonly code: string;
  readonly name: string;
  readonly focus: string;
  readonly channels: readonly string[];
  readonly rule: Rule;
  readonly changedBy: string | null;
  readonly changedAt: Date;
  readonly version: number;
}

const columns = sql`s.code, s.name, s.focus, s.channels, s.rule, w.name as "changedBy", s.changed_at as "changedAt", s.version`;
const most = 2000;

export async function selectSegments(db: Db): Promise<Segment[]> {
  const { rows } = await sql<Segment>`select ${columns} from segments s left join people w on w.id = s.changed_by
    where s.removed_at is null order by plain(s.name), s.code limit ${most}`.execute(db);
  return rows;
}

export async function selectSegmentRow(db: Db, code: string, lock = false): Promise<Segment | undefined> {
  const { rows } = await sql<Segment>`select ${columns} from segments s left join people w on w.id = s.changed_by
    where s.code = ${code} and s.removed_at is null ${lock ? sql`for update of s` : sql``}`.execute(db);
  return rows[0];
}

type Said = Pick<Segment, 'code' | 'name' | 'focus' | 'channels' | 'rule'>;

/** One that was removed comes back with what is said now. */
export async function insertSegment(db: Db, said: Said, by: string | null, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into segments (code, name, focus, channels, rule, created_by, created_at, changed_by, changed_at)
    values (${said.code}, ${said.name}, ${said.focus}, ${[...said.channels]}, ${JSON.stringify(said.rule)}::jsonb, ${by}::uuid, ${now}, ${by}::uuid, ${now})
    on conflict (code) do update set name = excluded.name, focus = excluded.focus, channels = excluded.channels, rule = excluded.rule,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at, removed_at = null, version = segments.version + 1
    where segments.removed_at is not null returning code`.execute(db);
  return rows.length > 0;
}

/** A plan's publics that the house has not, nor removed. @returns those that were added */
export async function insertMissing(db: Db, said: readonly Said[], now: Date): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    insert into segments (code, name, focus, channels, rule, created_at, changed_at)
    select one->>'code', one->>'name', one->>'focus', array(select jsonb_array_elements_text(one->'channels')), one->'rule', ${now}, ${now}
    from jsonb_array_elements(${JSON.stringify(said)}::jsonb) one on conflict (code) do nothing returning code`.execute(db);
  return rows.map(({ code }) => code);
}

export async function updateSegment(db: Db, said: Said, by: string | null, now: Date): Promise<void> {
  await sql`update segments set name = ${said.name}, focus = ${said.focus}, channels = ${[...said.channels]}, rule = ${JSON.stringify(said.rule)}::jsonb,
    changed_by = ${by}::uuid, changed_at = ${now}, version = version + 1 where code = ${said.code}`.execute(db);
}

export async function markSegmentRemoved(db: Db, code: string, by: string | null, now: Date): Promise<void> {
  await db.updateTable('segments').set({ removed_at: now, changed_by: by, changed_at: now }).where('code', '=', code).execute();
}

export interface Sampled {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly region: string | null;
}
export interface Counted {
  readonly count: number;
  /** How many have an address that may be written to. */
  readonly mail: number;
  /** How many agree to some purpose. */
  readonly agreed: number;
  /** Counted on a part of the contacts, because all of them would have taken too long to wait for. */
  readonly roughly: boolean;
  readonly sample: readonly Sampled[];
}

/** A condition, as it is asked of all contacts, or of `each` of a few that stand for all. */
type Asking = (each: boolean) => Condition;
type Condition = RawBuilder<SqlBool>;

// Together, with what the page itself takes, under 300 ms.
const patience = { count: 150, sample: 50 };
// So many contacts are read in a moment; of more, this many stand for all.
const readAtOnce = 150_000;
const standing = 30_000;

/** How many a condition finds among all contacts, and some of them; of very many, what a part of them says. */
export function countWhere(db: Db, asking: Asking, sample: number): Promise<Counted> {
  return transact(db, async (inside) => {
    await withoutJit(inside);
    const whole = await within(inside, patience.count, () => countIn(inside, asking, null));
    const counted = whole ?? (await countIn(inside, asking, await shareOf(inside)));
    if (counted.count === 0) return { ...counted, sample: [] };
    return { ...counted, sample: (await within(inside, patience.sample, () => sampleOf(inside, asking(counted.roughly), sample))) ?? [] };
  });
}

/** How many each of several conditions finds, in one reading of all contacts, or of a part of very many. */
export async function countEach(db: Db, asked: readonly Asking[]): Promise<{ counts: number[]; roughly: boolean }> {
  if (asked.length === 0) return { counts: [], roughly: false };
  return transact(db, async (inside) => {
    await withoutJit(inside);
    const share = await shareOf(inside);
    const { rows } = await sql<{ counts: number[] }>`
      select array[${sql.join(asked.map((asking) => sql`count(*) filter (where ${asking(share !== null)})::int`))}] as counts
      from contacts c ${partOf(share)} where c.erased_at is null`.execute(inside);
    return { counts: rows[0]!.counts.map((count) => scaled(count, share)), roughly: share !== null };
  });
}

async function countIn(db: Db, asking: Asking, share: number | null): Promise<Omit<Counted, 'sample'>> {
  const { rows } = await sql<Omit<Counted, 'sample' | 'roughly'>>`
    select count(*) as count, count(*) filter (where c.email is not null and not c.stopped) as mail,
      count(*) filter (where c.purposes <> '{}' and not c.stopped) as agreed
    from contacts c ${partOf(share)} where c.erased_at is null and ${asking(share !== null)}`.execute(db);
  const { count, mail, agreed } = rows[0]!;
  return { count: scaled(count, share), mail: scaled(mail, share), agreed: scaled(agreed, share), roughly: share !== null };
}

async function sampleOf(db: Db, condition: Condition, sample: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`select c.id, c.name, c.kind, c.region from contacts c
    where c.erased_at is null and ${condition} limit ${sample}`.execute(db);
  return rows;
}

/** The percentage of the table's pages that is read to speak for all; null when all are read. */
async function shareOf(db: Db): Promise<number | null> {
  const { rows } = await sql<{ rows: number }>`select reltuples::float8 as rows from pg_class where oid = 'contacts'::regclass`.execute(db);
  return rows[0]!.rows <= readAtOnce ? null : (100 * standing) / rows[0]!.rows;
}

const partOf = (share: number | null) => (share === null ? sql`` : sql`tablesample system (${share}::real)`);

/** Two figures of it are known, and no more are said. */
const scaled = (count: number, share: number | null): number => (share === null ? count : Number(((count * 100) / share).toPrecision(2)));

/** What `ask` answers, unless it takes longer than `milliseconds`. */
async function within<T>(db: Db, milliseconds: number, ask: () => Promise<T>): Promise<T | undefined> {
  await sql`savepoint asking`.execute(db);
  try {
    await sql`set local statement_timeout = ${sql.lit(milliseconds)}`.execute(db);
    const answer = await ask();
    await sql`set local statement_timeout = 0`.execute(db);
    return answer;
  } catch (cause) {
    if ((cause as { code?: string }).code !== canceled) throw cause;
    await sql`rollback to savepoint asking`.execute(db);
    return undefined;
  }
}

/** PostgreSQL's query_canceled. */
const canceled = '57014';
