import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** Which facts are counted: those of a measure, narrowed by what they belong to. Null: not narrowed by that. */
export interface Wanted {
  readonly measure: string;
  readonly units: readonly number[] | null;
  readonly activities: readonly number[] | null;
  readonly campaign: number | null;
  readonly channel: string | null;
  readonly class: string | null;
  readonly segment: string | null;
  /** A municipality, or a department with all of its own. */
  readonly region: string | null;
  readonly kind: string | null;
  readonly line: string | null;
  readonly section: string | null;
  readonly tool: string | null;
}

export const everything = {
  units: null,
  activities: null,
  campaign: null,
  channel: null,
  class: null,
  segment: null,
  region: null,
  kind: null,
  line: null,
  section: null,
  tool: null,
} satisfies Omit<Wanted, 'measure'>;

type Part = keyof typeof everything;
type Holder = 'f' | 'm' | 'd';

/** How each part is told from a row of facts, or of their sums. */
const matches: Readonly<Record<Part, (row: (column: string) => RawBuilder<unknown>, value: RawBuilder<unknown>) => RawBuilder<SqlBool>>> = {
  units: (row, value) => sql`${row('unit_id')} = any (${value})`,
  activities: (row, value) => sql`${row('activity_id')} = any (${value})`,
  campaign: (row, value) => sql`${row('campaign_id')} = ${value}`,
  channel: (row, value) => sql`${value} = any (${row('channels')})`,
  class: (row, value) => sql`${value} = any (${row('classes')})`,
  segment: (row, value) => sql`${value} = any (${row('segments')})`,
  region: (row, value) => sql`${value} = any (${row('regions')})`,
  kind: (row, value) => sql`${row('kind')} = ${value}`,
  line: (row, value) => sql`${row('line')} = ${value}`,
  section: (row, value) => sql`${row('section')} = ${value}`,
  tool: (row, value) => sql`${row('tool')} = ${value}`,
};
const parts = Object.keys(everything) as Part[];
const types: Partial<Record<Part, string>> = { units: 'bigint[]', activities: 'bigint[]', campaign: 'bigint' };
const typeOf = (part: Part) => sql.raw(types[part] ?? 'text');
const columnOf = (of: Holder) => (column: string) => sql.ref(`${of}.${column}`);

/** Several wishes as the rows `w` of a statement, with the place of each as `key`. */
export function wishes(wanted: readonly Wanted[]) {
  return sql`
    select w.*, (ordinality - 1)::int as key
    from jsonb_array_elements(${JSON.stringify(wanted)}::jsonb) with ordinality as e(one, ordinality),
         jsonb_to_record(e.one) as w(measure text, ${sql.join(parts.map((part) => sql`${sql.ref(part)} ${typeOf(part)}`))})`;
}

/** Whether a row is one that the wish `w` counts. */
export function wishedFor(of: Holder) {
  const wish = (part: Part) => sql.ref(`w.${part}`);
  return sql.join(
    [
      sql`${columnOf(of)('measure')} = w.measure`,
      ...parts.map((part) => sql<SqlBool>`(${wish(part)} is null or ${matches[part](columnOf(of), wish(part))})`),
    ],
    sql` and `,
  );
}

/** Whether a row is one that is counted, said with the values themselves, so that an index gives the rows in their order. */
export function counted(of: Holder, wanted: Wanted) {
  const narrowed = parts.filter((part) => wanted[part] !== null);
  return sql.join(
    [
      sql`${columnOf(of)('measure')} = ${wanted.measure}`,
      ...narrowed.map((part) => matches[part](columnOf(of), sql`${wanted[part]}::${typeOf(part)}`)),
    ],
    sql` and `,
  );
}
