import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { KeptAnswers } from './kept-answers.ts';

describe('what every page asks for', () => {
  const notices = new EventEmitter();
  const kept = new KeptAnswers(notices, 'portal');
  const now = new Date('2026-11-22T15:00:00Z');
  let asked = 0;
  const ask = (at = now) => kept.ask('frame', at, () => Promise.resolve((asked += 1)));

  it('is asked once, until the topic is told, the connection was lost, or a minute has passed', async () => {
    expect([await ask(), await ask()]).toEqual([1, 1]);
    notices.emit('live', { topic: 'pieces' });
    expect(await ask()).toBe(1);
    notices.emit('live', { topic: 'portal' });
    expect(await ask()).toBe(2);
    notices.emit('gap');
    expect(await ask()).toBe(3);
    expect(await ask(new Date(now.getTime() + 60_000))).toBe(4);
  });

  it('is asked again when the first time failed', async () => {
    await expect(kept.ask('other', now, () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
    expect(await kept.ask('other', now, () => Promise.resolve('there'))).toBe('there');
  });

  it('is asked again when nothing was found: addresses of nothing fill no memory', async () => {
    expect(await kept.ask('third', now, () => Promise.resolve(undefined))).toBeUndefined();
    expect(await kept.ask('third', now, () => Promise.resolve('founded'))).toBe('founded');
  });
});
