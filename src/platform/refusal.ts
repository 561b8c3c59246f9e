/** An expected "no": a value with a code that doors turn into a sentence (`locales/<lang>/refusals.json`). */
export interface Refusal {
  readonly refused: string;
  /** The input's field beside which the sentence belongs, when it belongs to one. */
  readonly field?: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export function refuse(code: string, details: Record<string, string | number> = {}, field?: string): Refusal {
  return field === undefined ? { refused: code, details } : { refused: code, details, field };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && typeof (value as Refusal).refused === 'string';
}

/** Thrown where the thing asked for is not there, or may not be known to be there. Answered in one place as 404. */
export class NotFound extends Error {
  constructor(what = 'nothing here') {
    super(what);
  }
}

/** Thrown by the policy; answered in one place as 403. `who` names the roles that may. */
export class Forbidden extends Error {
  readonly action: string;
  readonly who: readonly string[];
  constructor(action: string, who: readonly string[] = []) {
    super(`not allowed: ${action}`);
    this.action = action;
    this.who = who;
  }
}

/** Unwraps what cannot be refused here (seeds, jobs): a refusal becomes a bug with its code. */
export function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused} ${JSON.stringify(result.details)}`);
  return result;
}
