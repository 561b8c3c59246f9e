import type { ListedMeasure, MeasureCard } from './measure-card.ts';
import type { Sentence } from './voice.ts';

type Counted = Pick<MeasureCard, 'measure' | 'value' | 'entries' | 'percentile' | 'indicators' | 'from' | 'to'>;

/** What a measure counted between two days. The page says the figure with its unit. */
export function measureVoice({ measure, value, entries, percentile, indicators, from, to }: Counted): Sentence[] {
  if (measure.reads === 'by_hand') return [{ key: 'metrics.voice.measure.by_hand', vars: { count: indicators.length } }];
  const days = { from, to };
  if (value === null || (entries === 0 && measure.addsUp === 'sum')) return [{ key: 'metrics.voice.measure.nothing', vars: days }];
  return [
    { key: `metrics.voice.measure.${measure.addsUp}`, vars: { ...days, value: Math.round(value * 10) / 10, count: entries, percentile } },
  ];
}

/** How much of the catalogue reads itself. */
export function measuresVoice(listed: readonly Pick<ListedMeasure, 'reads' | 'entries'>[]): Sentence[] {
  const own = listed.filter(({ reads }) => reads === 'own').length;
  const records = listed.reduce((sum, { entries }) => sum + entries, 0);
  return [
    { key: 'metrics.voice.measures.own', vars: { count: own, of: listed.length } },
    { key: 'metrics.voice.measures.records', vars: { count: records } },
  ];
}
