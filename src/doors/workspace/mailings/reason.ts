import type { Said } from '#domains/plan/index.ts';

/** Why one was not written to, or how it ended, as a sentence; null when its state says it all. */
export function reasonKey(reason: string | null): Said | null {
  if (reason === null) return null;
  const [code = '', hole] = reason.split(':');
  return { key: `mailings.reason.${code}`, vars: hole === undefined ? {} : { hole } };
}
