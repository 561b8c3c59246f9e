import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, mailPaper, tonesOf } from './tones.ts';

test('whatever the colour of the institution, what a mail says in it can be read by day and by night', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const tones = tonesOf(`#${value.toString(16).padStart(6, '0')}`);
      expect(contrast(tones.day, mailPaper.day)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tones.night, mailPaper.night)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tones.pushSays, tones.push)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tones.nightPushSays, tones.nightPush)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a colour that can be read stays as it is', () => {
  expect(tonesOf('#0943b5').day).toBe('#0943b5');
});
