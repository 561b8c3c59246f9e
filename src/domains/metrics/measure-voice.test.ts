import { expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import { findMeasure } from './catalogue.ts';
import { measuresVoice, measureVoice } from './measure-voice.ts';

const views = findMeasure('metrics.page_views')!;
const days = { from: parseDay('2026-01-01'), to: parseDay('2026-11-22') };
const card = { ...days, measure: views, value: 1204, entries: 30, percentile: 50, indicators: [] };

test('says what was counted by how it adds up', () => {
  expect(measureVoice(card)).toEqual([{ key: 'metrics.voice.measure.sum', vars: { ...days, value: 1204, count: 30, percentile: 50 } }]);
  expect(measureVoice({ ...card, measure: { ...views, addsUp: 'percentile' }, value: 41.26 })[0]).toMatchObject({
    key: 'metrics.voice.measure.percentile',
    vars: { value: 41.3 },
  });
});

test('says when nothing was, and when a person takes it', () => {
  expect(measureVoice({ ...card, value: null, entries: 0 })[0]!.key).toBe('metrics.voice.measure.nothing');
  expect(measureVoice({ ...card, value: 0, entries: 0 })[0]!.key).toBe('metrics.voice.measure.nothing');
  const byHand = findMeasure('participation.suggestions_answered')!;
  expect(measureVoice({ ...card, measure: byHand, value: null })[0]).toEqual({ key: 'metrics.voice.measure.by_hand', vars: { count: 0 } });
});

test('says how much of the catalogue reads itself', () => {
  expect(
    measuresVoice([
      { reads: 'own', entries: 3 },
      { reads: 'by_hand', entries: 0 },
    ]).map(({ vars }) => vars),
  ).toEqual([{ count: 1, of: 2 }, { count: 3 }]);
});
