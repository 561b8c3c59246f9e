import { expect, test } from 'vitest';
import { returnedOf } from './return-rule.ts';

test.each([
  ['failed', '5.1.1', 'hard'],
  ['failed', '5.1.2', 'hard'],
  ['failed', '5.1.10', 'hard'],
  ['failed', '5.2.1', 'hard'],
  ['failed', '5.0.0', 'hard'],
  ['failed', '5.4.4', 'hard'],
  ['failed', '5.2.2', 'soft'],
  ['failed', '5.7.1', 'soft'],
  ['failed', '5.3.4', 'soft'],
  ['failed', '5.1.8', 'soft'],
  ['failed', '4.4.7', 'soft'],
  ['failed', '', 'soft'],
  ['', '4.2.0', 'soft'],
  ['delayed', '4.4.1', 'none'],
  ['delivered', '2.1.5', 'none'],
  ['relayed', '5.1.1', 'none'],
  ['', '', 'none'],
] as const)('%s %s is %s', (action, status, returned) => {
  expect(returnedOf({ action, status })).toBe(returned);
});
