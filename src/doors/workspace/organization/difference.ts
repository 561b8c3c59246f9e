export interface Changed {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed between two records, field by field; only what differs. A value that is no record counts as one field. */
export function difference(before: unknown, after: unknown): Changed[] {
  const one = fields(before);
  const other = fields(after);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .map((field) => ({ field, before: written(one[field]), after: written(other[field]) }))
    .filter((changed) => changed.before !== changed.after);
}

function fields(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : { '': value };
}

function written(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => written(item) ?? '').join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
