import type { z } from 'zod';
import { sheetNames, type SheetName } from './plan-file-sheets.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';

/** Where in a plan file: the line of a YAML text, or the sheet, row and column of a workbook. */
export interface Place {
  readonly line?: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/** One thing wrong in a file: a code of the refusals, its figures, and where. */
export interface Fault {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly at: Place;
}

/** A file that was not imported, with all that is wrong in it. */
export interface FaultyFile extends Refusal {
  readonly refused: 'plan_file.faulty';
  readonly faults: readonly Fault[];
}

export type FilePath = readonly PropertyKey[];
export type Where = (path: FilePath) => Place;

export function faulty(faults: readonly Fault[]): FaultyFile {
  return { ...refuse('plan_file.faulty', { count: faults.length }), refused: 'plan_file.faulty', faults: inOrder(faults) };
}

/** As whoever mends the file goes through it: by line, or by sheet and row. */
export function inOrder(faults: readonly Fault[]): Fault[] {
  const place = ({ at }: Fault) => [at.line ?? 0, sheetNames.indexOf(at.sheet as SheetName), at.row ?? 0] as const;
  return faults.toSorted((one, other) => {
    const [theirs, ours] = [place(other), place(one)];
    return ours[0] - theirs[0] || ours[1] - theirs[1] || ours[2] - theirs[2];
  });
}

export function isFaulty(value: unknown): value is FaultyFile {
  return (value as FaultyFile | null)?.refused === 'plan_file.faulty';
}

/** What a shape found wrong, as faults with their place. */
export function faultsOf(error: z.ZodError, where: Where): Fault[] {
  return error.issues.flatMap((issue) => {
    const field = String(issue.path.at(-1) ?? '');
    if (issue.code !== 'unrecognized_keys') return [{ code: codeOf(issue), details: { field, ...limits(issue) }, at: where(issue.path) }];
    return issue.keys.map((key) => ({ code: 'plan_file.unknown_column', details: { field: key }, at: where([...issue.path, key]) }));
  });
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('input.')) return issue.message;
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) return 'input.required';
  if (issue.code === 'invalid_value' && (issue.input === undefined || issue.input === null)) return 'input.required';
  return `input.${issue.code}`;
}

function limits(issue: z.core.$ZodIssue): Record<string, string | number> {
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) };
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  if (issue.code === 'invalid_value') return { values: issue.values.join(', ') };
  return {};
}
