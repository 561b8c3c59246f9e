import { expect, test } from 'vitest';
import { screensVoice } from './screens-voice.ts';

const none = { showing: 0, silent: 0, off: 0, new: 0 };
const key = (standing: Partial<typeof none>) => screensVoice({ ...none, ...standing }, 'puertoclaro.gov.co/screens').key;

test('the screens say first what is wrong with them', () => {
  expect(key({})).toBe('screens.voice.none');
  expect(key({ silent: 1, showing: 4, new: 1 })).toBe('screens.voice.silent');
  expect(key({ showing: 4, off: 2 })).toBe('screens.voice.well');
  expect(key({ off: 2, new: 1 })).toBe('screens.voice.resting');
  expect(key({ new: 1 })).toBe('screens.voice.fresh');
});
