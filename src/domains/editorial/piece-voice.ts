import type { Said } from '#domains/plan/index.ts';

/** The list of pieces: none yet, how many are on their way, how many should be out by now. */
export function piecesVoice({ open, late }: { readonly open: number; readonly late: number }, all: number): Said {
  if (open === 0 && all === 0) return { key: 'pieces.voice.none', vars: {} };
  if (late > 0 && late === open) return { key: 'pieces.voice.all_late', vars: { count: late } };
  if (late > 0) return { key: 'pieces.voice.late', vars: { open, count: late } };
  return { key: 'pieces.voice.calm', vars: { count: open } };
}
