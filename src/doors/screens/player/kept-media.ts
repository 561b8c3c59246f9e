const name = 'pregon-media';

/** Pictures and films in the device, each under an address whose content never changes. Without a secure address the browser keeps none. */
export class KeptMedia {
  readonly #here = new Set<string>();
  readonly #refused = new Set<string>();
  #wanted: ReadonlySet<string> = new Set();
  #working = false;

  /** Whether it can be shown without network; where nothing can be kept, everything is asked for when it is shown. */
  readonly isHere = (address: string): boolean => !('caches' in globalThis) || this.#here.has(address);

  /** Whether the house answered with it and the device could not keep it, as when it is full; or the house has it no more. */
  readonly isRefused = (address: string): boolean => this.#refused.has(address);

  /** What the device has from before. */
  async open(): Promise<void> {
    if (!('caches' in globalThis)) return;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) this.#here.add(new URL(url).pathname);
  }

  /** Lets go of what is no longer shown and fetches what is missing, one after another. `came` hears of each. Nobody has to wait for it. */
  want(wanted: ReadonlySet<string>, came: () => void): void {
    this.#wanted = wanted;
    if (this.#working || !('caches' in globalThis)) return;
    this.#working = true;
    this.#work(came)
      .catch(() => undefined)
      .finally(() => (this.#working = false));
  }

  async #work(came: () => void): Promise<void> {
    const cache = await caches.open(name);
    for (const tried = new Set<string>(); ;) {
      // What is wanted may have changed while the last one came. Room is made first.
      for (const address of this.#here)
        if (!this.#wanted.has(address)) {
          this.#here.delete(address);
          await cache.delete(address);
        }
      const next = [...this.#wanted].find((address) => !this.#here.has(address) && !tried.has(address));
      if (next === undefined) return;
      tried.add(next);
      if (await this.#fetch(next, cache)) came();
    }
  }

  async #fetch(address: string, cache: Cache): Promise<boolean> {
    const response = await fetch(address).catch(() => undefined);
    if (!response) return false;
    this.#refused.delete(address);
    try {
      if (!response.ok) throw new Error(String(response.status));
      await cache.put(address, response);
    } catch {
      // A line that was cut on the way is no refusal.
      if (navigator.onLine) this.#refused.add(address);
      return false;
    }
    this.#here.add(address);
    return true;
  }
}
