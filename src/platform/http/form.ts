import type { Readable } from 'node:stream';
import { data } from 'react-router';
import { z } from 'zod';
import type { Refusal } from '#platform/refusal.ts';
import { isRefusal, refuse } from '#platform/refusal.ts';

/** What came in a form: text fields (several of one name as a list) and files apart. */
export interface Typed {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly files: Readonly<Record<string, readonly TypedFile[]>>;
}

/** A file that came in a form; it lies on the disk until the action ends, and goes to `files.keep` as it is. */
export interface TypedFile {
  /** As the sender says. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly content: () => Readable;
}

/** What goes back to a form that was refused: everything typed, and a code beside each field. */
export interface RefusedForm {
  readonly typed: Typed['fields'];
  readonly problems: Readonly<Record<string, Refusal>>;
  /** A refusal of the whole rather than of one field. */
  readonly refusal: Refusal | null;
}

/** Many problems at once, one for each field: what `parse` returns when the input is not what it should be. */
export interface Problems extends Refusal {
  readonly refused: 'input';
  readonly problems: Readonly<Record<string, Refusal>>;
}

/**
 * Parses what came from outside with the shape that form, API and import share. A shape's messages are codes of
 * `locales/<lang>/refusals.json`, such as `input.required`.
 */
export function parse<S extends z.ZodType>(shape: S, input: unknown): z.output<S> | Problems {
  const parsed = shape.safeParse(input, { error: (issue) => `input.${issue.code ?? 'invalid'}` });
  if (parsed.success) return parsed.data;
  const problems: Record<string, Refusal> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.');
    problems[field] ??= refuse(issue.message, limits(issue), field);
  }
  return { ...refuse('input'), refused: 'input', problems };
}

function limits(issue: z.core.$ZodIssue): Record<string, string | number> {
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  // What a shape of our own says of its refusal.
  if (issue.code === 'custom') return (issue.params ?? {}) as Record<string, string | number>;
  return {};
}

export function problemsOf(refusal: Refusal): RefusedForm['problems'] {
  if (refusal.refused === 'input') return (refusal as Problems).problems;
  return refusal.field === undefined ? {} : { [refusal.field]: refusal };
}

/** Passwords are typed again, never sent back. */
export function withoutSecrets(fields: Typed['fields']): Typed['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !/password/.test(name)));
}

export function refusedForm(typed: Typed, refusal: Refusal, status = 422) {
  const problems = problemsOf(refusal);
  return data(
    { typed: withoutSecrets(typed.fields), problems, refusal: Object.keys(problems).length > 0 ? null : refusal } satisfies RefusedForm,
    { status },
  );
}

/** Whether what an action answered is a refused form, for a page that shows it again. */
export function isRefusedForm(answer: unknown): answer is RefusedForm {
  return typeof answer === 'object' && answer !== null && 'problems' in answer && 'typed' in answer && !isRefusal(answer);
}
