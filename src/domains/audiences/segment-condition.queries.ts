import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { addDays, type Day } from '#platform/clock/day.ts';
import type { Act } from './interactions.input.ts';
import type { Condition, Rule } from './segment-rule.ts';

type Sql = RawBuilder<SqlBool>;
const yes: Sql = sql`true`;
const no: Sql = sql`false`;

/** Among what a rule asks. */
export interface Around {
  /** The rules of other segments, which have no cycles. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly today: Day;
  /** What a contact did is looked up contact by contact, for a few of very many; else all who did it are found first, or as the planner likes. */
  readonly each?: boolean;
}

/** A rule as a condition on `contacts c`. A rule that asks nothing is nobody: an unfinished segment must not reach everybody. */
export function conditionOf(rule: Rule, around: Around): Sql {
  const groups = rule.groups.filter(({ conditions }) => conditions.length > 0);
  if (groups.length === 0) return no;
  const parts = groups.map(({ join, conditions }) => {
    const each = conditions.map((condition) => asked(condition, around));
    if (join === 'all') return joined(each, ' and ');
    return join === 'any' ? joined(each, ' or ') : sql<SqlBool>`(${joined(each, ' or ')}) is not true`;
  });
  return joined(parts, rule.join === 'all' ? ' and ' : ' or ');
}

function asked(condition: Condition, around: Around): Sql {
  const is = positive(condition, around);
  return condition.not ? sql`(${is}) is not true` : sql`(${is})`;
}

function positive({ field, name, values, days }: Condition, around: Around): Sql {
  switch (field) {
    case 'kind':
      return sql`c.kind = any(${values})`;
    case 'employment':
      return sql`c.employment = any(${values})`;
    case 'language':
      return sql`c.language = any(${values})`;
    case 'unit':
      return sql`c.unit_id in (select a.unit_id from unit_ancestors a join units u on u.id = a.ancestor_id where u.code = any(${values}))`;
    case 'region':
      return joined(
        [
          ...within(
            values.filter((code) => code.length === 5),
            (codes) => sql<SqlBool>`c.region = any(${codes})`,
          ),
          ...within(
            values.filter((code) => code.length === 2),
            (codes) => sql<SqlBool>`left(c.region, 2) = any(${codes})`,
          ),
        ],
        ' or ',
      );
    case 'interest':
      return sql`c.interests && ${values}::text[]`;
    case 'subscribed':
      return sql`c.purposes && ${values}::text[]`;
    case 'attended':
    case 'answered':
    case 'visited':
      return did({ act: field, about: values, days }, around);
    case 'reachable':
      return joined(
        values.map((way) => (way === 'mail' ? sql<SqlBool>`(c.email is not null and not c.stopped)` : sql<SqlBool>`c.phone is not null`)),
        ' or ',
      );
    case 'attribute':
      return values.length === 0 ? sql`c.attributes ? ${name}::text` : sql`lower(c.attributes->>${name}::text) = any(${values})`;
    case 'segment':
      return joined(
        values.map((code) => (around.rules.has(code) ? conditionOf(around.rules.get(code)!, around) : no)),
        ' or ',
      );
  }
}

/** Nothing named is anything; no days are ever. */
function did({ act, about, days }: { act: Act; about: readonly string[]; days?: number | undefined }, { today, each }: Around): Sql {
  const of = joined(
    [
      sql<SqlBool>`i.act = ${act}`,
      ...within(about, (codes) => sql<SqlBool>`i.about = any(${codes})`),
      ...(days === undefined ? [] : [sql<SqlBool>`i.day > ${addDays(today, -days)}::date`]),
    ],
    ' and ',
  );
  // With a limit it is never turned into a reading of all interactions.
  if (each) return sql`(select true from interactions i where i.contact_id = c.id and ${of} limit 1)`;
  return sql`c.id in (select i.contact_id from interactions i where ${of})`;
}

const within = (codes: readonly string[], make: (codes: readonly string[]) => Sql): Sql[] => (codes.length > 0 ? [make(codes)] : []);

const joined = (parts: readonly Sql[], by: ' and ' | ' or '): Sql =>
  parts.length === 0 ? yes : sql`(${sql.join(parts, by === ' and ' ? sql` and ` : sql` or `)})`;
