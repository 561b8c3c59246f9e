import { afterAll } from 'vitest';

const opened: (() => unknown)[] = [];

// Here, where a test file's import registers it: an afterAll that is called inside a beforeAll does not run.
afterAll(async () => {
  for (let close = opened.pop(); close; close = opened.pop()) await close();
});

/** Closes something after the tests of the file, wherever it was opened: the last opened first. */
export function closeAtTheEnd(close: () => unknown): void {
  opened.push(close);
}
