import { termIn } from './checks/passages.ts';

export interface MessageLine {
  readonly id: number;
  readonly line: string;
  readonly detail: string;
  /** Words by which a text shows that it says it. */
  readonly signs: readonly string[];
}

/** A message line of a campaign, and whether a text says it: null when nothing tells. */
export interface SaidLine extends MessageLine {
  readonly said: boolean | null;
}

/** Whether a text says each line: by one of the line's signs, or by its own words. */
export function linesSaid(lines: readonly MessageLine[], text: string): SaidLine[] {
  return lines.map((line) => ({
    ...line,
    said: [line.line, ...line.signs].some((sign) => termIn(text, sign) !== null) || (line.signs.length === 0 ? null : false),
  }));
}
