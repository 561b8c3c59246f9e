import { refuse, type Refusal } from '#platform/refusal.ts';
import type { Row } from './plan.ts';

/** Why a value cannot be a figure of this indicator: less than nothing, more than all, or off its scale («puntos de 1 a 5»). */
export function absurdity({ figureUnit, addsUp }: Pick<Row, 'figureUnit' | 'addsUp'>, value: number): Refusal | undefined {
  if (value < 0) return refuse('reading.negative', {}, 'value');
  if (figureUnit === '%' && value > 100) return refuse('reading.over_hundred', {}, 'value');
  const scale = figureUnit?.match(/(?:de|from) (\d+) (?:a|to) (\d+)$/);
  const [low, high] = [Number(scale?.[1]), Number(scale?.[2])];
  if (scale && (value < low || value > high)) return refuse('reading.off_scale', { low, high }, 'value');
  if (addsUp === 'sum' && figureUnit !== '%' && !Number.isInteger(value)) return refuse('reading.not_whole', {}, 'value');
  return undefined;
}
