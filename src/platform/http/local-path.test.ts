import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each(['/', '/workspace', '/workspace/plans?unit=3&q=a%20b'])('%s stays in the house', (next) => {
  expect(localPath(next)).toBe(next);
});

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
  '',
  '/..//elsewhere.example',
  null,
  undefined,
])('%j leads nowhere', (next) => {
  expect(localPath(next)).toBeNull();
});
