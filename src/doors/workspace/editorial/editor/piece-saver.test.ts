import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Block } from '#domains/editorial/index.ts';
import type { Content, Held } from './content.ts';
import type { Copy } from './kept-copy.ts';
import { PieceSaver, type House, type SavedAnswer } from './piece-saver.ts';
import type { Answered } from './post.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const block = (id: string, text: string): Block => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] });
const content = (...blocks: Block[]): Content => ({ title: 'Predial', fields: {}, body: { type: 'doc', content: blocks } });
const held = (revision: number, by: string | null, now: Content): Held => ({ ...now, revision, savedAt: `at ${revision}`, savedBy: by });

/** A house that holds a piece and saves over no revision but its own, as the command does; and can be away. */
class Town implements House {
  held: Held;
  away = false;
  signedOut = false;
  sent = 0;
  constructor(first: Content) {
    this.held = held(1, null, first);
  }
  async send(now: Content, revision: number): Promise<Answered<SavedAnswer>> {
    if (this.away) return { ended: 'away' };
    if (this.signedOut) return { ended: 'signed_out' };
    this.sent += 1;
    if (revision !== this.held.revision) return { ended: 'refused', refusal: { refused: 'form.stale', details: {} } };
    this.held = held(revision + 1, null, now);
    return { ended: 'well', value: { revision: revision + 1, savedAt: this.held.savedAt, joined: null, voided: false } };
  }
  async read(after: number): Promise<Answered<Held>> {
    if (this.away) return { ended: 'away' };
    return this.held.revision > after ? { ended: 'well', value: this.held } : { ended: 'nothing' };
  }
  /** Somebody else saves. */
  other(now: Content): void {
    this.held = held(this.held.revision + 1, 'Rocío Palomino', now);
  }
}

function open(first: Content, copy: Copy | null = null) {
  const town = new Town(first);
  let kept = copy;
  const drawn: Content[] = [];
  const sheet = { now: first };
  const saver: PieceSaver = new PieceSaver(
    town.held,
    town,
    {
      put: (now) => {
        kept = now;
        return true;
      },
      read: () => kept,
      forget: () => {
        kept = null;
      },
    },
    (now) => drawn.push(now),
    () => saver.changed(sheet.now),
    () => undefined,
  );
  return { town, saver, sheet, drawn, kept: () => kept };
}

const was = content(block('a', 'Uno'), block('b', 'Dos'));

describe('saving what is written', () => {
  test('waits a second after the last key, and sends once', async () => {
    const { town, saver } = open(was);
    saver.changed(content(block('a', 'Un'), block('b', 'Dos')));
    await vi.advanceTimersByTimeAsync(900);
    saver.changed(content(block('a', 'Uno y'), block('b', 'Dos')));
    await vi.advanceTimersByTimeAsync(900);
    expect(town.sent).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(town.sent).toBe(1);
    expect(saver.desk.standing).toBe('saved');
  });

  test('keeps it on the device while the network is away, and sends it when it is back', async () => {
    const { town, saver, kept } = open(was);
    town.away = true;
    const mine = content(block('a', 'Mío'), block('b', 'Dos'));
    saver.changed(mine);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(saver.desk.standing).toBe('away');
    expect(kept()?.content).toEqual(mine);
    town.away = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saver.desk.standing).toBe('saved');
    expect(town.held).toMatchObject(mine);
    expect(kept()).toBeNull();
  });

  test('is never said of words that are on the sheet and were not sent', async () => {
    const { town, saver, sheet } = open(was);
    town.away = true;
    await saver.heard();
    expect(saver.desk.standing).toBe('away');
    sheet.now = content(block('a', 'Uno'), block('b', 'Dos y algo'));
    saver.touched();
    town.away = false;
    await saver.save();
    expect(saver.desk.standing).toBe('saved');
    expect(town.held).toMatchObject(sheet.now);
  });

  test('outlives the session: what was kept is taken up by the next visit', async () => {
    const mine = content(block('a', 'Mío'), block('b', 'Dos'));
    const { town, saver, drawn } = open(was, { held: held(1, null, was), content: mine });
    saver.recover();
    expect(drawn).toEqual([mine]);
    expect(saver.desk.recovered).toBe(true);
    await vi.advanceTimersByTimeAsync(10);
    expect(town.held).toMatchObject(mine);
  });

  test('a copy that the house has already is forgotten', () => {
    const { saver, kept } = open(was, { held: held(1, null, was), content: was });
    saver.recover();
    expect(saver.desk.recovered).toBe(false);
    expect(kept()).toBeNull();
  });
});

describe('two in one piece', () => {
  test('what each wrote alone is joined, and drawn', async () => {
    const { town, saver, drawn } = open(was);
    saver.changed(content(block('a', 'Mío'), block('b', 'Dos')));
    town.other(content(block('a', 'Uno'), block('b', 'Suyo')));
    await vi.advanceTimersByTimeAsync(1_100);
    const both = content(block('a', 'Mío'), block('b', 'Suyo'));
    expect(drawn).toEqual([both]);
    expect(town.held).toMatchObject(both);
    expect(saver.desk.standing).toBe('saved');
  });

  test('the same block by both is shown with both, and nothing is sent until one chooses', async () => {
    const { town, saver } = open(was);
    saver.changed(content(block('a', 'Mío'), block('b', 'Dos')));
    town.other(content(block('a', 'Suyo'), block('b', 'Dos')));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saver.desk).toMatchObject({ standing: 'differs', savedBy: 'Rocío Palomino' });
    expect(saver.desk.conflicts).toEqual([{ field: 'body.a', yours: block('a', 'Mío'), theirs: block('a', 'Suyo') }]);
    expect(town.held).toMatchObject(content(block('a', 'Suyo'), block('b', 'Dos')));
    saver.decide('body.a', 'theirs');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(saver.desk.standing).toBe('saved');
    expect(saver.content).toEqual(content(block('a', 'Suyo'), block('b', 'Dos')));
  });

  test('keeping one’s own saves it over the other’s, knowingly', async () => {
    const { town, saver } = open(was);
    saver.changed(content(block('a', 'Mío'), block('b', 'Dos')));
    town.other(content(block('a', 'Suyo'), block('b', 'Dos')));
    await vi.advanceTimersByTimeAsync(1_100);
    saver.decide('body.a', 'yours');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(town.held).toMatchObject(content(block('a', 'Mío'), block('b', 'Dos')));
  });

  test('what they took out while one changed it can be kept or let go', async () => {
    for (const [side, left] of [
      ['yours', [block('a', 'Mío'), block('b', 'Dos')]],
      ['theirs', [block('b', 'Dos')]],
    ] as const) {
      const { town, saver } = open(was);
      saver.changed(content(block('a', 'Mío'), block('b', 'Dos')));
      town.other(content(block('b', 'Dos')));
      await vi.advanceTimersByTimeAsync(1_100);
      saver.decide('body.a', side);
      await vi.advanceTimersByTimeAsync(1_100);
      expect(town.held.body.content).toEqual(left);
    }
  });

  test('what was just typed is not drawn over by another’s save', async () => {
    const { town, saver, sheet, drawn } = open(was);
    town.other(content(block('a', 'Uno'), block('b', 'Suyo')));
    sheet.now = content(block('a', 'Mío'), block('b', 'Dos'));
    saver.touched();
    await saver.heard();
    expect(drawn).toEqual([content(block('a', 'Mío'), block('b', 'Suyo'))]);
  });

  test('hearing of another’s save joins it without anything of one’s own', async () => {
    const { town, saver, drawn } = open(was);
    town.other(content(block('a', 'Uno'), block('b', 'Suyo')));
    await saver.heard();
    expect(drawn).toHaveLength(1);
    expect(saver.desk).toMatchObject({ standing: 'saved', savedBy: 'Rocío Palomino' });
    expect(town.sent).toBe(0);
  });

  test('a save whose answer was lost is no quarrel with oneself', async () => {
    const { town, saver } = open(was);
    const first = content(block('a', 'Mío'), block('b', 'Dos'));
    const send = town.send.bind(town);
    town.send = async (now, revision) => {
      await send(now, revision);
      town.send = send;
      return { ended: 'away' };
    };
    saver.changed(first);
    await vi.advanceTimersByTimeAsync(1_100);
    saver.changed(content(block('a', 'Mío y más'), block('b', 'Dos')));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(saver.desk.conflicts).toEqual([]);
    expect(town.held).toMatchObject(content(block('a', 'Mío y más'), block('b', 'Dos')));
  });
});
