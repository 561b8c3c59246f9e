import { same } from '#platform/stale.ts';
import { wordsIn, lineText } from './body-text.ts';
import type { Body } from './body.ts';
import { bodyDifference, type Part } from './body-difference.ts';
import { kindOf } from './kinds.ts';
import type { FieldAsset, Fields } from './piece.ts';
import { textRuns, type Change, type Run } from './runs.ts';

/** What a version says. */
export interface Said {
  readonly title: string;
  readonly fields: Fields;
  readonly body: Body;
}

export interface FieldDifference {
  readonly code: string;
  readonly changed: boolean;
  /** Of a field of words. */
  readonly runs: readonly Run[] | null;
  readonly was: FieldAsset | null;
  readonly is: FieldAsset | null;
}

export interface PieceDifference {
  readonly title: readonly Run[];
  readonly fields: readonly FieldDifference[];
  readonly parts: readonly Part[];
  /** Words that came and that went, over all. */
  readonly added: number;
  readonly removed: number;
  /** Whether anything at all changed, also what has no words. */
  readonly changed: boolean;
}

/** What one version of a piece says differently from another; without an earlier one, a version is shown as it is. */
export function pieceDifference(kind: string, before: Said | null, after: Said): PieceDifference {
  const was = before ?? after;
  const title = textRuns(was.title, after.title);
  const fields = kindOf(kind)
    .fields.map(({ code }) => fieldDifference(code, was.fields[code], after.fields[code]))
    .filter(({ runs, was: one, is: other }) => (runs?.length ?? 0) > 0 || one || other);
  const parts = bodyDifference(was.body, after.body);
  const runs = [...title, ...fields.flatMap((field) => field.runs ?? []), ...runsIn(parts)];
  return {
    title,
    fields,
    parts,
    added: countWords(runs, 'added'),
    removed: countWords(runs, 'removed'),
    changed:
      !same(was, after) &&
      (runs.some(({ change }) => change !== 'same') ||
        fields.some(({ changed }) => changed) ||
        parts.some(({ change }) => change !== 'same')),
  };
}

function fieldDifference(code: string, before: Fields[string] | undefined, after: Fields[string] | undefined): FieldDifference {
  const text = (value: Fields[string] | undefined) => (typeof value === 'string' ? value : '');
  const asset = (value: Fields[string] | undefined) => (typeof value === 'object' ? value : null);
  const [was, is] = [asset(before), asset(after)];
  return {
    code,
    changed: !same(before ?? '', after ?? ''),
    runs: was || is ? null : textRuns(text(before), text(after)),
    was,
    is,
  };
}

const runsIn = (parts: readonly Part[]): Run[] => parts.flatMap(({ runs, parts: inside }) => [...(runs ?? []), ...runsIn(inside ?? [])]);

const countWords = (runs: readonly Run[], of: Change) =>
  runs.filter(({ change }) => change === of).reduce((sum, { nodes }) => sum + wordsIn(lineText(nodes)), 0);
