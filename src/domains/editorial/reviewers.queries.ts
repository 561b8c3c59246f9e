import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { editorialPolicy } from './policy.ts';
import type { ReviewStep } from './kind.ts';

type Sql = RawBuilder<unknown>;
interface StepSql {
  readonly step: Sql;
  readonly unit: Sql;
  readonly pieceUnit: Sql;
  /** people.id of whoever is asked about. */
  readonly person: Sql;
}

const reviewRoles = editorialPolicy['pieces.review'].roles;
const approvalRoles = editorialPolicy['pieces.approve'].roles;

const hasRole = (person: Sql, roles: readonly string[], unit?: Sql) => sql<boolean>`exists (
  select from grants g where g.person_id = ${person} and g.ended_at is null and g.role = any (${roles}::text[])
    ${
      unit
        ? sql`and (g.unit_id is null or exists (select from unit_ancestors a where a.unit_id = ${unit} and a.ancestor_id = g.unit_id))`
        : sql``
    })`;

/**
 * Whether a person holds a step by what he is: head or liaison of the dependency that knows or of one above it; somebody of the legal
 * or planning office who leads it, speaks for it or reviews; whoever has the role that the other steps ask, over the piece's dependency.
 */
const holdsStep = ({ step, unit, pieceUnit, person }: StepSql) => sql<boolean>`case
  when ${step} = 'unit' then exists (
      select from unit_ancestors a join units u on u.id = a.ancestor_id where a.unit_id = ${unit} and ${person} in (u.head_id, u.liaison_id))
    and ${hasRole(person, reviewRoles)}
  when ${step} in ('legal', 'planning') and ${unit} is not null then exists (
      select from people m join unit_ancestors a on a.unit_id = m.unit_id where m.id = ${person} and a.ancestor_id = ${unit})
    and (${hasRole(person, ['reviewer'])}
      or exists (select from units u where u.id = ${unit} and ${person} in (u.head_id, u.liaison_id)) and ${hasRole(person, reviewRoles)})
  when ${step} in ('legal', 'planning') then ${hasRole(person, ['reviewer'])}
  when ${step} = 'editor' then ${hasRole(person, ['editor', 'head_of_communications'], pieceUnit)}
  when ${step} = 'spokesperson' then ${hasRole(person, ['spokesperson'], pieceUnit)}
  else ${hasRole(person, approvalRoles, pieceUnit)} end`;

/** Whether a person decides step `r` of piece `p`: it was asked of him, he stands in for whom it was asked of, or he holds it. */
export const decides = (person: Sql, today: string) => sql<boolean>`(r.person_id = ${person} or r.stand_in_id = ${person}
  or exists (select from stand_ins s where s.person_id = r.person_id and s.stand_in_id = ${person} and s.ended_at is null
    and ${today}::date between s.starts_on and s.ends_on)
  or ${holdsStep({ step: sql`r.step`, unit: sql`r.unit_id`, pieceUnit: sql`p.unit_id`, person })})`;

export interface Reviewer {
  readonly id: string;
  readonly name: string;
  /** Whether he wrote or edited the piece, and so decides nothing about it. */
  readonly author: boolean;
}

/** Whoever holds a step that is being asked, the likeliest first: the liaison before the head, the nearest dependency, the head of the office. */
export async function selectHolders(
  db: Db,
  asked: { piece: number; step: ReviewStep; unit: number | null; pieceUnit: number },
): Promise<Reviewer[]> {
  const [step, unit, pieceUnit] = [sql`${asked.step}::text`, sql`${asked.unit}::bigint`, sql`${asked.pieceUnit}::bigint`];
  const { rows } = await sql<Reviewer>`
    select x.id, x.name, ${isAuthor(sql`${asked.piece}::bigint`)} as author
    from people x
    where x.left_at is null and ${holdsStep({ step, unit, pieceUnit, person: sql`x.id` })}
    order by case
      when ${step} = 'unit' then (select min(a.depth * 2 + (u.head_id is not distinct from x.id)::int) from unit_ancestors a
        join units u on u.id = a.ancestor_id where a.unit_id = ${unit} and x.id in (u.head_id, u.liaison_id))
      when ${step} in ('legal', 'planning') then (select (u.head_id is distinct from x.id)::int from units u where u.id = ${unit})
      when ${step} = 'editor' then (not ${hasRole(sql`x.id`, ['editor'], pieceUnit)})::int
      when ${step} = 'approval' then (not ${hasRole(sql`x.id`, ['head_of_communications'], pieceUnit)})::int
      else 0 end nulls last, x.name, x.id`.execute(db);
  return rows;
}

/** Whoever may decide a step now, whom it was asked of first, then who stands in for him. */
export async function selectDeciders(db: Db, step: number, today: string): Promise<Reviewer[]> {
  const { rows } = await sql<Reviewer>`
    select x.id, x.name, ${isAuthor(sql`r.piece_id`)} as author
    from review_steps r join pieces p on p.id = r.piece_id join people x on ${decides(sql`x.id`, today)}
    where r.id = ${step} and x.left_at is null
    order by x.id is not distinct from r.person_id desc,
      x.id is not distinct from r.stand_in_id or exists (select from stand_ins s where s.person_id = r.person_id and s.stand_in_id = x.id
        and s.ended_at is null and ${today}::date between s.starts_on and s.ends_on) desc,
      ${hasRole(sql`x.id`, ['head_of_communications'])} desc, x.name, x.id`.execute(db);
  return rows;
}

/** Whether one person of the house may decide a step now; whether he wrote the piece is asked apart. */
export async function decidesStep(db: Db, step: number, person: string, today: string): Promise<boolean> {
  const { rows } = await sql`
    select from review_steps r join pieces p on p.id = r.piece_id join people x on x.id = ${person}
    where r.id = ${step} and x.left_at is null and ${decides(sql`x.id`, today)}`.execute(db);
  return rows.length > 0;
}

const isAuthor = (piece: Sql) => sql<boolean>`exists (select from piece_authors w where w.piece_id = ${piece} and w.person_id = x.id)`;

/** The open dependency whose name or code says what it does, nearest to the top. */
export async function selectUnitCalled(db: Db, word: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select u.id from units u where u.closed_at is null and (plain(u.name) ~ ${word} or u.code ~ ${word})
    order by (select max(a.depth) from unit_ancestors a where a.unit_id = u.id), u.position, u.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** The dependency that asked for a piece, when it came from a request. */
export async function selectRequestUnit(db: Db, request: number): Promise<number | null> {
  const row = await db.selectFrom('requests').select('unit_id').where('id', '=', request).executeTakeFirst();
  return row?.unit_id ?? null;
}

export async function selectStandIn(db: Db, person: string, today: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select s.stand_in_id as id from stand_ins s join people x on x.id = s.stand_in_id and x.left_at is null
    where s.person_id = ${person} and s.ended_at is null and ${today}::date between s.starts_on and s.ends_on
    order by s.named_at desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
