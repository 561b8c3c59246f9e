import { asObject } from './section-typed.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

const places = new Set(['version', 'kind', 'code', 'revision', 'intent', 'was', 'lists']);

/** The form of a public or a channel as its command takes it. A list of which nothing is ticked sends nothing. */
export function codedTyped(typed: Fields): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.fromEntries(Object.entries(typed).filter(([name]) => !places.has(name)));
  for (const list of [typed['lists'] ?? []].flat()) fields[list] ??= [];
  const { version, kind, code, revision } = typed;
  return { version, kind, code, revision, fields, was: asObject(typed['was']) };
}
