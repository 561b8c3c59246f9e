import type { Said } from '#domains/plan/index.ts';
import type { PieceState } from './piece.ts';

interface Standing {
  readonly state: PieceState;
  /** How many checks stop it. */
  readonly missing: number;
  /** How many are worth a look. */
  readonly doubts: number;
  /** Whether any word is written. */
  readonly begun: boolean;
}

/** What a piece needs, in one sentence, to whoever writes it. */
export function deskVoice({ state, missing, doubts, begun }: Standing): Said {
  if (state !== 'draft') return { key: `writing.voice.${state}`, vars: {} };
  if (!begun && missing > 0) return { key: 'writing.voice.blank', vars: {} };
  if (missing > 0) return { key: 'writing.voice.missing', vars: { count: missing } };
  return doubts > 0 ? { key: 'writing.voice.doubts', vars: { count: doubts } } : { key: 'writing.voice.ready', vars: {} };
}
