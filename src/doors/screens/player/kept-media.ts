const name = 'pregon-media';

/** Pictures and films in the device, each under an address whose content never changes. Without a secure address the browser keeps none. */
export class KeptMedia {
  readonly #here = new Set<string>();

  /** Whether it can be shown without network; where nothing can be kept, everything is asked for when it is shown. */
  readonly isHere = (address: string): boolean => !('caches' in globalThis) || this.#here.has(address);

  /** What the device has from before. */
  async open(): Promise<void> {
    if (!('caches' in globalThis)) return;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) this.#here.add(new URL(url).pathname);
  }

  /** Fetches what is missing, and lets go of what is no longer shown. @returns whether something new is here */
  async fetchAll(wanted: ReadonlySet<string>): Promise<boolean> {
    if (!('caches' in globalThis)) return false;
    const cache = await caches.open(name);
    let came = false;
    for (const address of wanted) {
      if (this.#here.has(address)) continue;
      const response = await fetch(address).catch(() => undefined);
      if (!response?.ok) continue;
      await cache.put(address, response);
      this.#here.add(address);
      came = true;
    }
    for (const address of this.#here)
      if (!wanted.has(address)) {
        this.#here.delete(address);
        await cache.delete(address);
      }
    return came;
  }
}
