/** Views a minute of one visitor: a person who clicks without rest makes some thirty. */
const ofVisitor = 240;
/** Of one address: a whole town hall, or a carrier's proxy, may stand behind it. */
const ofAddress = 20_000;
const mostKept = 200_000;

/** How many views come from where, in this minute and this process alone: a flood is left out, a proxy is not punished for its many. */
export class VisitLimits {
  #minute = 0;
  readonly #counts = new Map<string, number>();

  /** @returns whether they may still be counted */
  takes(now: number, { address, browser, views }: { address: string; browser: string; views: number }): boolean {
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#minute || this.#counts.size > mostKept) {
      this.#minute = minute;
      this.#counts.clear();
    }
    return [this.#add(address, views) <= ofAddress, this.#add(`${address}\n${browser}`, views) <= ofVisitor].every(Boolean);
  }

  #add(key: string, views: number): number {
    const count = (this.#counts.get(key) ?? 0) + views;
    this.#counts.set(key, count);
    return count;
  }
}
