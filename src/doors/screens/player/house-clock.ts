/** A round trip to the house: its hour, between what this device's two clocks said when it asked and when it heard. */
export interface Heard {
  readonly house: number;
  readonly asked: number;
  readonly heard: number;
}

/** This device's clocks, in milliseconds: `wall` may be wrong or set; `steady` only goes forward. */
export interface Clocks {
  readonly wall: () => number;
  readonly steady: () => number;
}

/**
 * The hour of the house on a device whose own clock may be wrong. What was measured holds however the wall clock is set meanwhile; after
 * a start without network the last known difference to the wall clock has to do.
 */
export class HouseClock {
  readonly #clocks: Clocks;
  #difference: number;
  #measured: { readonly house: number; readonly steady: number } | undefined;

  constructor(difference: number, clocks: Clocks = { wall: () => Date.now(), steady: () => performance.now() }) {
    this.#clocks = clocks;
    this.#difference = Number.isFinite(difference) ? difference : 0;
  }

  /** Takes the middle of the round trip for the instant at which the house looked at its clock (RFC 5905, §8). */
  hear({ house, asked, heard }: Heard): void {
    this.#measured = { house: house + (heard - asked) / 2, steady: heard };
    this.#difference = Math.round(this.now() - this.#clocks.wall());
  }

  now(): number {
    return this.#measured ? this.#measured.house + this.#clocks.steady() - this.#measured.steady : this.#clocks.wall() + this.#difference;
  }

  /** How far the device's clock is behind the house's. */
  get difference(): number {
    return this.#measured ? Math.round(this.now() - this.#clocks.wall()) : this.#difference;
  }
}
