import type { TrafficBoard } from '#domains/metrics/index.ts';

type Said = Pick<TrafficBoard, 'whole' | 'sources'>;

/** How much was looked at, and what led here most; what came from within leads nobody here. */
export function trafficVoice({ whole, sources }: Said): { key: string; vars: Record<string, string | number> } {
  if (whole.views === 0) return { key: 'traffic.voice.nothing', vars: {} };
  const [most] = sources.filter(({ source }) => source !== 'inside').toSorted((one, other) => other.sessions - one.sessions);
  const key = most && most.sessions > 0 ? `traffic.voice.${most.source}` : 'traffic.voice.counted';
  return { key, vars: { views: whole.views, sessions: whole.sessions } };
}
