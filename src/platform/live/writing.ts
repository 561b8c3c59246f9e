import type { ServerResponse } from 'node:http';

/** A client that does not read is let go once so many bytes wait for it; its EventSource comes back by itself and is told what it missed. */
const backlog = 64 * 1024;
/** Other requests wait for no more than so many milliseconds of writing at a time. */
const slice = 10;

interface Written {
  readonly bytes: Buffer;
  readonly left: Iterator<ServerResponse>;
}

/**
 * Writes the same bytes to many streams, in the order in which they were given, a slice at a time. What is given while an equal thing waits
 * and has not begun is written once, so what waits is bounded by what there is to be said.
 */
export class Writing {
  readonly #waiting = new Map<string, () => Written>();
  #under: Written | undefined;
  #goesOn = false;

  /** `what` names the thing that is said; the streams are those that are there when its turn comes. */
  give(what: string, text: string, streams: () => Iterable<ServerResponse>): void {
    if (this.#waiting.has(what)) return;
    this.#waiting.set(what, () => ({ bytes: Buffer.from(text), left: streams()[Symbol.iterator]() }));
    if (!this.#goesOn) this.#goOn();
  }

  readonly #goOn = (): void => {
    const end = performance.now() + slice;
    for (let many = 1; (this.#under ??= this.#next()); many++) {
      const { value, done } = this.#under.left.next();
      if (done) this.#under = undefined;
      else write(value, this.#under.bytes);
      if (many % 32 === 0 && performance.now() > end) {
        this.#goesOn = true;
        setImmediate(this.#goOn);
        return;
      }
    }
    this.#goesOn = false;
  };

  #next(): Written | undefined {
    for (const [what, begin] of this.#waiting) {
      this.#waiting.delete(what);
      return begin();
    }
    return undefined;
  }
}

function write(stream: ServerResponse, bytes: Buffer): void {
  if (stream.writableLength > backlog) stream.destroy();
  else if (!stream.destroyed) stream.write(bytes);
}
