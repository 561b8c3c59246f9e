import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Condition, Rule } from './segment-rule.ts';

type Sql = RawBuilder<SqlBool>;
const yes: Sql = sql`true`;
const no: Sql = sql`false`;

/**
 * A rule as a condition on `contacts c`. A rule that asks nothing is nobody: an unfinished segment must not reach everybody.
 * `known` are the rules of other segments, which have no cycles.
 */
export function conditionOf(rule: Rule, known: ReadonlyMap<string, Rule>): Sql {
  const groups = rule.groups.filter(({ conditions }) => conditions.length > 0);
  if (groups.length === 0) return no;
  const parts = groups.map(({ join, conditions }) => {
    const each = conditions.map((condition) => asked(condition, known));
    if (join === 'all') return joined(each, ' and ');
    return join === 'any' ? joined(each, ' or ') : sql<SqlBool>`(${joined(each, ' or ')}) is not true`;
  });
  return joined(parts, rule.join === 'all' ? ' and ' : ' or ');
}

function asked(condition: Condition, known: ReadonlyMap<string, Rule>): Sql {
  const is = positive(condition, known);
  return condition.not ? sql`(${is}) is not true` : sql`(${is})`;
}

function positive({ field, name, values }: Condition, known: ReadonlyMap<string, Rule>): Sql {
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
    case 'reachable':
      return joined(
        values.map((way) => (way === 'mail' ? sql<SqlBool>`(c.email is not null and not c.stopped)` : sql<SqlBool>`c.phone is not null`)),
        ' or ',
      );
    case 'attribute':
      return values.length === 0 ? sql`c.attributes ? ${name}::text` : sql`lower(c.attributes->>${name}::text) = any(${values})`;
    case 'segment':
      return joined(
        values.map((code) => (known.has(code) ? conditionOf(known.get(code)!, known) : no)),
        ' or ',
      );
  }
}

const within = (codes: readonly string[], make: (codes: readonly string[]) => Sql): Sql[] => (codes.length > 0 ? [make(codes)] : []);

const joined = (parts: readonly Sql[], by: ' and ' | ' or '): Sql =>
  parts.length === 0 ? yes : sql`(${sql.join(parts, by === ' and ' ? sql` and ` : sql` or `)})`;
