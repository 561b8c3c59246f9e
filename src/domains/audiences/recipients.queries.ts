import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { withoutJit } from './imports.queries.ts';
import { conditionOf, type Around } from './segment-condition.queries.ts';
import type { SendingKind } from './sendings.queries.ts';

type Sql = RawBuilder<SqlBool>;

/** Whoever is in one of these segments and in none of those. A segment that is no more is nobody. */
export function anyButNone(around: Around, segments: readonly string[], excluded: readonly string[]): Sql {
  const any = (codes: readonly string[]): Sql => {
    const parts = codes.flatMap((code) => (around.rules.has(code) ? [conditionOf(around.rules.get(code)!, around)] : []));
    return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
  };
  return sql`(${any(segments)} and (${any(excluded)}) is not true)`;
}

/** What a kind of sending asks of a contact `c` that has an address; each by itself, in the order in which it is told. */
export function mayBeWritten(
  kind: SendingKind,
  purpose: string | null,
): { readonly stopped: Sql; readonly agreed: Sql; readonly house: Sql } {
  const yes: Sql = sql`true`;
  return {
    stopped: kind.heedsSuppression ? sql`not c.stopped` : yes,
    agreed: kind.needsConsent ? sql`c.purposes @> array[${purpose}]` : yes,
    house: kind.staffOnly ? sql`c.kind = 'staff'` : yes,
  };
}

/** Whoever may be written to among those that a condition finds, as a table of `contact_id` and `address`: to be read inside a statement. */
export function selection(condition: Sql, kind: SendingKind, purpose: string | null): RawBuilder<unknown> {
  const { stopped, agreed, house } = mayBeWritten(kind, purpose);
  return sql`select c.id as contact_id, c.email::text as address from contacts c
    where c.erased_at is null and c.email is not null and ${stopped} and ${agreed} and ${house} and ${condition}`;
}

/** How many a condition finds, and why some of them are not written to: each is counted once, by the first reason. */
export interface WhomCount {
  readonly found: number;
  readonly written: number;
  readonly noMail: number;
  readonly stopped: number;
  readonly notAgreed: number;
}

export async function countSelection(db: Db, condition: Sql, kind: SendingKind, purpose: string | null): Promise<WhomCount> {
  await withoutJit(db);
  const { stopped, agreed, house } = mayBeWritten(kind, purpose);
  const { rows } = await sql<WhomCount>`
    select count(*) as found,
      count(*) filter (where c.email is not null and ${stopped} and ${agreed}) as written,
      count(*) filter (where c.email is null) as "noMail",
      count(*) filter (where c.email is not null and not (${stopped})) as stopped,
      count(*) filter (where c.email is not null and ${stopped} and not (${agreed})) as "notAgreed"
    from contacts c where c.erased_at is null and ${house} and ${condition}`.execute(db);
  return rows[0]!;
}

/** Who a contact is at this moment, as a letter names him, and whether he may still be written to. */
export interface Addressee {
  readonly id: number;
  readonly address: string | null;
  readonly name: string;
  readonly organization: string;
  readonly unit: string;
  readonly region: string | null;
  readonly language: 'es' | 'en';
  /** Why not: he is gone, asked not to be written to, or took back what he agreed to. Null when he may be. */
  readonly why: 'erased' | 'stopped' | 'not_agreed' | null;
}

export async function selectAddressees(db: Db, ids: readonly number[], kind: SendingKind, purpose: string | null): Promise<Addressee[]> {
  const { stopped, agreed, house } = mayBeWritten(kind, purpose);
  const { rows } = await sql<Addressee>`
    select c.id, c.email::text as address, c.name, c.organization, coalesce(u.name, '') as unit, c.region, c.language,
      case when c.erased_at is not null or c.email is null or not (${house}) then 'erased' when not (${stopped}) then 'stopped'
        when not (${agreed}) then 'not_agreed' end as why
    from contacts c left join units u on u.id = c.unit_id where c.id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}

/** Some of those that a condition finds and may be written to, for whoever looks at how a letter reads. */
export async function selectSome(db: Db, condition: Sql, kind: SendingKind, purpose: string | null, limit: number): Promise<number[]> {
  const { rows } = await sql<{ contact_id: number }>`${selection(condition, kind, purpose)} order by c.id limit ${limit}`.execute(db);
  return rows.map(({ contact_id: id }) => id);
}
