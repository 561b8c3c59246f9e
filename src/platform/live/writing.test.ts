import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Writing } from './writing.ts';

const stream = new ServerResponse(new IncomingMessage(new Socket()));

test('writing to very many lets other work through between', async () => {
  let written = 0;
  function* many() {
    for (; written < 640; written++) {
      const end = performance.now() + 0.1;
      while (performance.now() < end);
      yield stream;
    }
  }
  new Writing().give('units', '', many);
  await setImmediate();
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(640);
  await expect.poll(() => written).toBe(640);
});

test('what waits and has not begun is written once, in the order in which it was first said', async () => {
  const writing = new Writing();
  const said: string[] = [];
  const long = Array.from({ length: 200_000 }, () => stream).values();
  const say = (what: string) => writing.give(what, '', () => (said.push(what), []));
  writing.give('long', '', () => long);
  for (const what of ['units', 'people', 'units', 'units']) say(what);
  expect(said).toEqual([]);
  while (said.length < 2) await setImmediate();
  say('units');
  expect(said).toEqual(['units', 'people', 'units']);
});
