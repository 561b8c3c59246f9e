import { randomUUID } from 'node:crypto';
import type { LiveNotice } from './listener.ts';

/** So many notices are kept for who comes back; who missed more looks at everything again. */
const most = 1_000;

interface Kept {
  readonly mark: string | undefined;
  /** Milliseconds of a clock that never goes back. */
  readonly at: number;
  readonly notice: LiveNotice | undefined;
}

/**
 * The last notices that this process heard, in the order in which their transactions committed: every process of the house hears them in
 * that order (PostgreSQL, NOTIFY), so the id of an event marks the same place in all, and who heard it from one finds at another what came
 * after it.
 */
export class Recent {
  readonly #now: () => number;
  #kept: Kept[] = [];
  #mark = '';
  /** Since when nothing is left out. */
  #from = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.reset();
  }

  /** Where things stand: what a page says when it comes back. */
  get mark(): string {
    return this.#mark;
  }

  /** What came before is not known: the connection was not there, or just began. */
  reset(): void {
    this.#mark = randomUUID();
    this.#from = this.#now();
    this.#kept = [{ mark: this.#mark, at: this.#from, notice: undefined }];
  }

  keep(notice: LiveNotice): void {
    const mark = notice.id > 0 ? String(notice.id) : undefined;
    this.#mark = mark ?? this.#mark;
    this.#kept.push({ mark, at: this.#now(), notice });
    // Cut now and then, not each time.
    if (this.#kept.length > most * 2) {
      const gone = this.#kept.splice(0, this.#kept.length - most);
      this.#from = gone.at(-1)!.at;
    }
  }

  /** The notices since a mark, its own among them, because one event may tell several; undefined when that is not known any more. */
  after(mark: string): LiveNotice[] | undefined {
    const at = this.#kept.findIndex((kept) => kept.mark === mark);
    return at < 0 ? undefined : this.#kept.slice(at).flatMap(({ notice }) => notice ?? []);
  }

  /** The notices of the last milliseconds; undefined when they are not all known. */
  within(age: number): LiveNotice[] | undefined {
    const since = this.#now() - age;
    return since >= this.#from ? this.#kept.flatMap(({ at, notice }) => (notice && at >= since ? notice : [])) : undefined;
  }
}
