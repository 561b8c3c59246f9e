import type { Direction, DirectionsBoard } from '#domains/metrics/index.ts';
import type { Say } from '#platform/i18n/words.ts';

type Source = DirectionsBoard['directions'][number]['sources'][number];

/** A line of a direction: what tells it, or what will. */
export interface SourceRow {
  readonly key: string;
  readonly direction: Direction;
  readonly source: Source | null;
  readonly later: string | null;
}

export function sourceRows({ directions }: Pick<DirectionsBoard, 'directions'>): SourceRow[] {
  return directions.flatMap(({ direction, sources, later }) => [
    ...sources.map((source) => ({ key: `${direction} ${source.measure} ${source.channel ?? ''}`, direction, source, later: null })),
    ...later.map((code) => ({ key: `${direction} ${code}`, direction, source: null, later: code })),
  ]);
}

export const sourceName = ({ measure, channelName }: Source, say: Say): string => channelName ?? say(`metrics.measure.${measure}`);
