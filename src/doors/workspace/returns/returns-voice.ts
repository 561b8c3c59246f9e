import type { ReturnKind } from '#domains/channels/index.ts';

/** What came back lately: what stopped somebody's mail first. */
export function returnsVoice(standing: Readonly<Partial<Record<ReturnKind, number>>>): { key: string; vars: Record<string, number> } {
  const stopped = (standing.hard ?? 0) + (standing.complaint ?? 0);
  if (stopped > 0) return { key: 'returns.voice.some', vars: { count: stopped } };
  if (standing.soft) return { key: 'returns.voice.soft', vars: { count: standing.soft } };
  return { key: Object.keys(standing).length === 0 ? 'returns.voice.none' : 'returns.voice.quiet', vars: {} };
}
